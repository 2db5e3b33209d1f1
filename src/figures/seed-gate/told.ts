import { before, tokenAt, type Run } from "./compute.ts";
import { merges, type Stretch } from "./merge.ts";
import type { Setting } from "./params.ts";
import { seedStep, type Step } from "./step.ts";

export const stepAt = (r: Run, v: Setting, k: number): Step => ({
  f: v.f,
  a: v.a,
  b: v.b,
  u: r.u[k]!,
  gate: r.gate[k]!,
});

/** How much a small push of the state before a token still moves the state after it, as a share: the article's, by its slope. */
export function keptBySeed(r: Run, v: Setting, t: number): number {
  const k = tokenAt(t);
  const [step, h, d] = [stepAt(r, v, k), before(r.seed, k), 1e-5];
  return (seedStep(step, h + d) - seedStep(step, h - d)) / (2 * d);
}

/** The pair of tokens at the playhead. */
export const pairAt = (t: number): number => Math.floor(tokenAt(t) / 2);
export const stretchAt = (r: Run, t: number): Stretch | undefined => r.tree?.levels[0]?.[pairAt(t)];

/** The first stretch of the tree that is no single step, and how many there are on its level. */
export function refusal(r: Run): { readonly stretch: Stretch | undefined; readonly count: number } {
  const wrong = r.tree?.levels.at(-1)?.filter((s) => !merges(s)) ?? [];
  return { stretch: wrong[0], count: wrong.length };
}

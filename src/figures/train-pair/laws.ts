import { recurrent } from "../../models/s4d.ts";
import { tag, traceStack } from "../../models/mamba/stack.ts";
import { trainerDefaults } from "../../models/train/options.ts";
import { begun, type Curve, type Run, stackOf, surprise } from "./compute.ts";
import { answersOf, cores, spacings, V } from "./pair.ts";
import { CHANNELS, type Setting } from "./params.ts";
import { idsOf } from "./sequence.ts";

/** Both run through a few steps only, so that a badge costs next to nothing. */
const text = "b..e.h..";

/** What this machine trained is what was recorded, wherever both have come: counts to the last one, losses to four decimals. */
export const sameCurve = (r: Run): boolean =>
  spacings.every((spacing) =>
    cores.every((core) => {
      const [mine, theirs] = [r[core]?.[spacing], r.recorded[spacing]?.[core]];
      if (!mine || !theirs) return true;
      const same = (k: number) =>
        mine.right[k] === theirs.right[k] &&
        Math.abs(mine.loss[k]! - theirs.loss[k]!) <= 5.1e-5 * Math.max(1, theirs.loss[k]!);
      const both = Math.min(mine.right.length, theirs.right.length);
      return Array.from({ length: both }, (_, k) => same(k)).every(Boolean);
    }),
  );

/** Every point of a curve counts no more answers than were asked for, and no loss is below nothing. */
export function withinScale(r: Run, v: Setting): boolean {
  const all: (Curve | undefined)[] = spacings.flatMap((spacing) =>
    cores.flatMap((core) => [r[core]?.[spacing], r.recorded[spacing]?.[core]]),
  );
  return all.every(
    (curve) =>
      !curve ||
      (curve.right.every((n) => n >= 0 && n <= answersOf(v)) && curve.loss.every((x) => x >= 0)),
  );
}

/** The blocks are the same but for what stands in the middle: 4EN + E numbers against 3EN + E + 2ER. */
export function sameButTheCore({ parameters }: Run, { layers }: Setting): boolean {
  const { d, N } = trainerDefaults;
  return parameters.s4d - parameters.s6 === layers * CHANNELS * (N - 2 * Math.ceil(d / 16));
}

/** S4D's kernel, convolved with an input, is its recurrence run over it, in every channel of the first block. */
export function kernelIsRecurrence(_: Run, v: Setting): boolean {
  const { N } = trainerDefaults;
  const stack = begun.s4d(v.layers, v.seed);
  const w = stack.weights.blocks[0]!.s4d!;
  const ids = idsOf(text);
  const K = traceStack(stack, ids).run.cores[0]!;
  const u = Array.from(ids, (id, t) => Math.cos(3 * t + id));
  return Array.from({ length: CHANNELS }, (__, e) => {
    const part = (x: ArrayLike<number>) =>
      Float64Array.from({ length: N }, (___, n) => x[e * N + n]!);
    const system = {
      A: { re: part(w.logMinusRe).map((x) => -Math.exp(x)), im: part(w.im) },
      B: { re: new Float64Array(N).fill(1), im: new Float64Array(N) },
      weight: new Float64Array(N).fill(2),
    };
    const line = recurrent(system, { re: part(w.CRe), im: part(w.CIm) }, Math.exp(w.logDt[e]!));
    return u.every((x, t) => {
      let sum = 0;
      for (let l = 0; l <= t; l++) sum += K[l * CHANNELS + e]! * u[t - l]!;
      return Math.abs(sum - line.step(x)) <= 1e-9 * Math.max(1, Math.abs(sum));
    });
  }).every(Boolean);
}

/** A letter changes nothing that was said before it. */
export function causal(_: Run, v: Setting): boolean {
  const [ids, other] = [idsOf(text), idsOf(text.replace("h", "a"))];
  const until = text.indexOf("h") * V;
  return cores.every((core) => {
    const stack = begun[core](v.layers, v.seed);
    const [one, two] = [tag(stack, ids), tag(stack, other)];
    const before = one.subarray(0, until).every((x, i) => x === two[i]);
    return before && one.some((x, i) => x !== two[i]);
  });
}

/** A side that weighs nothing says every letter with 1/V: its loss is ln V, its share of right answers chance. */
export function blindIsChance(_: Run, v: Setting): boolean {
  return cores.every((core) => {
    const { store } = begun[core](v.layers, v.seed);
    const blind = Float64Array.from(store.flat);
    blind.fill(0, blind.length - V * (trainerDefaults.d + 1)); // the last layer
    const logits = tag(stackOf(core, v.layers, blind), idsOf(text));
    const losses = Array.from({ length: V }, (__, letter) => surprise(logits, 3, letter));
    return losses.every((x) => Math.abs(x - Math.log(V)) < 1e-12);
  });
}

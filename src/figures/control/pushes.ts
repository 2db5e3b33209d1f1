import type { Label, Param } from "../../kit/param.ts";

/** A force held over one step of the timeline: whole numbers both, so that a link stays short. */
export interface Push {
  readonly step: number;
  readonly force: number;
}

/** By rising step, one a step, none of force 0, at most MOST_PUSHES. */
export type Pushes = readonly Push[];

export interface PushesParam extends Param<Pushes> {
  readonly kind: "pushes";
  /** What a button or a tap gives. */
  readonly usual: number;
  /** What its buttons are called: left and right, or cold and hot. */
  readonly ways: keyof typeof WAYS;
}

/** The page's words for a push one way and the other. */
export const WAYS = {
  sides: ["pushes.left", "pushes.right", "pushes.clear"],
  warmth: ["pushes.cold", "pushes.hot", "pushes.pourNone"],
} as const;

export const MOST_PUSHES = 24;
const LAST_STEP = 9999;
const MOST_FORCE = 99;

const clamp = (x: number) => Math.max(-MOST_FORCE, Math.min(MOST_FORCE, Math.round(x)));

/** Pushes at moments of the timeline, written `40~10,90~-6` in the address, `none` where there are none. */
export function pushes(o: Label & Pick<PushesParam, "initial" | "usual" | "ways">): PushesParam {
  return { kind: "pushes", ...o, parse, print, nudge, at };
}

/** The list with one push more, or with the push of that step changed; a force of 0 takes it out. A full list stays as it is. */
export function withPush(list: Pushes, step: number, force: number): Pushes {
  const others = list.filter((p) => p.step !== step);
  const push = { step: Math.max(0, Math.min(LAST_STEP, Math.floor(step))), force: clamp(force) };
  if (push.force === 0) return others;
  if (others.length >= MOST_PUSHES) return list;
  return [...others, push].toSorted((a, b) => a.step - b.step);
}

/** The force at each of L steps. */
export function forces(list: Pushes, L: number): Float64Array {
  const out = new Float64Array(L);
  for (const { step, force } of list) if (step < L) out[step] = force;
  return out;
}

const print = (list: Pushes) =>
  list.length === 0 ? "none" : list.map((p) => `${p.step}~${p.force}`).join(",");

function parse(text: string): Pushes | undefined {
  if (text === "none") return [];
  const entries = text.length <= 220 ? text.split(",") : [];
  if (entries.length === 0 || entries.length > MOST_PUSHES) return undefined;
  const list: Push[] = [];
  for (const entry of entries) {
    const [, step, force] = /^(0|[1-9]\d{0,3})~(-?[1-9]\d?)$/.exec(entry) ?? [];
    if (step === undefined || force === undefined) return undefined;
    const push = { step: Number(step), force: Number(force) };
    if (push.step <= (list.at(-1)?.step ?? -1)) return undefined;
    list.push(push);
  }
  return list;
}

/** All forces a little more to the right, or to the left: what would be 0 keeps a force of 1 in its own direction. */
const nudge = (list: Pushes, by: number): Pushes =>
  list.map((p) => ({ ...p, force: clamp(p.force + by) || Math.sign(p.force) }));

/** From no push to several, here and there, both ways. */
const at = (u: number): Pushes =>
  Array.from({ length: Math.round(u * 6) }, (_, k) => ({
    step: 7 + 29 * k + Math.floor(u * 20),
    force: clamp((k % 2 === 0 ? 1 : -1) * (1 + u * 19)),
  }));

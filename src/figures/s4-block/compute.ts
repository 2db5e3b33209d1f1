import { keeping } from "../../kit/keeping.ts";
import { type Net, newNet, parameters, weightsOf } from "../../models/s4Block/net.ts";
import { type Push, push } from "../../models/s4Block/push.ts";
import { blockDefaults } from "../../models/s4Block/trainer.ts";
import type { Course, Curve } from "./course.ts";
import type { Setting } from "./params.ts";
import { keptAt, type Recording, recordedFor } from "./recorded.ts";

export interface Run {
  /** The block as it begins. */
  readonly begun: Net;
  readonly counts: ReturnType<typeof parameters>;
  readonly recorded?: Recording;
  /** As trained here. */
  readonly course?: Course;
}

const begunOf = keeping((H: number, N: number, beginning: Setting["beginning"], seed: number) =>
  newNet({ H, N }, beginning, seed),
);

/** The untrained block, and what was recorded; all else is the training's. */
export function run(v: Setting): Run {
  const begun = begunOf(v.H, v.N, v.beginning, v.seed);
  const recorded = recordedFor(v);
  return { begun, counts: parameters(v), ...(recorded && { recorded }) };
}

/** What stands for the training: what was done here, else what was recorded. */
export const curveOf = (r: Run): Curve | undefined =>
  r.course && r.course.loss.length > 0 ? r.course : r.recorded;

/** Points of the curve; the untrained block alone is one. */
export const pointsOf = (r: Run): number => Math.max(1, curveOf(r)?.loss.length ?? 0);

/** The point at the playhead; in the drawing of the block, the last one. */
export const pointAt = (r: Run, v: Setting, t: number): number =>
  v.show === "block" ? pointsOf(r) - 1 : Math.max(0, Math.min(pointsOf(r) - 1, Math.floor(t)));

/** Where the weights come from. */
export type Source = "trained" | "recorded" | "untrained";

/** Steps of a row: those up to the first answer, and the answers. */
export const lengthOf = ({ lag }: Pick<Setting, "lag">): number => lag + blockDefaults.answers;

/** A block with what it makes of a push. */
export interface Looked {
  readonly net: Net;
  readonly push: Push;
}

const looked = (net: Net, L: number): Looked => ({ net, push: push(net, L) });
const begunLooked = keeping(looked);
const nowLooked = keeping((weights: Float32Array, begun: Net, L: number) =>
  looked({ sizes: begun.sizes, weights: weightsOf(begun.sizes, Float64Array.from(weights)) }, L),
);
const keptLooked = keeping((recorded: Recording, begun: Net, point: number, L: number) => {
  const { weights } = keptAt(recorded, point);
  return looked({ sizes: begun.sizes, weights: weightsOf(begun.sizes, weights) }, L);
});

/** The block before its training. */
export const before = (r: Run, v: Setting): Looked => begunLooked(r.begun, lengthOf(v));

/** The block at the playhead, or at the last point before it whose weights were kept. */
export function now(
  r: Run,
  v: Setting,
  t: number,
): Looked & { readonly source: Source; readonly point: number } {
  const point = pointAt(r, v, t);
  const L = lengthOf(v);
  const own = r.course?.weights[point];
  if (r.course && r.course.loss.length > 0 && own)
    return { ...nowLooked(own, r.begun, L), source: "trained", point };
  if (!r.recorded) return { ...before(r, v), source: "untrained", point: 0 };
  const kept = r.recorded.moved.findLast(([at]) => at <= point)?.[0] ?? 0;
  const net = kept === 0 ? before(r, v) : keptLooked(r.recorded, r.begun, kept, L);
  return { ...net, source: "recorded", point: kept };
}

/** Whether the weights shown are those of the playhead's point, and not of one before it that was kept. */
export const upToDate = (r: Run, v: Setting, t: number): boolean =>
  now(r, v, t).point === pointAt(r, v, t);

/** Channels by the Δ with which they begin, the quickest first. */
export const orderOf = keeping((begun: Net): number[] => {
  const { logDt } = begun.weights.s4d;
  return [...logDt.keys()].toSorted((a, b) => logDt[b]! - logDt[a]!);
});

/** The unit of time of a channel, 1/Δ: in steps. */
export const unitOf = ({ weights }: Net, h: number): number => Math.exp(-weights.s4d.logDt[h]!);

/** The channel that brings most of the input that is asked for. */
export function strongest({ net, push: { weight, K } }: Looked, lag: number): number {
  const { H } = net.sizes;
  let best = 0;
  const part = (h: number) => Math.abs(weight[h]! * K[lag * H + h]!);
  for (let h = 1; h < H; h++) if (part(h) > part(best)) best = h;
  return best;
}

/** How many times as far the input asked for moves the answer as the strongest of all others. */
export function aheadOf({ push: { by } }: Looked, lag: number): number {
  const other = by.reduce((most, x, k) => (k === lag ? most : Math.max(most, Math.abs(x))), 0);
  return Math.abs(by[lag]!) / other;
}

import type { Moment } from "../../kit/figure.ts";
import { linear } from "../../draw/picture.ts";
import { LEAST, shownOf, type Measured, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Method } from "./methods.ts";
import type { Setting } from "./params.ts";
import { secondsOf } from "./readouts.ts";
import { recordedFor } from "./recorded.ts";

/** A point of a curve: the length and what is plotted against it. */
export type Point = readonly [L: number, value: number];

const pointsOf = (
  list: readonly Measured[],
  method: Method,
  v: Setting,
  of = (m: Measured) => secondsOf(m, v),
): Point[] =>
  list
    .filter((m) => m.method === method && m.L <= 2 ** v.most)
    .map((m): Point => [m.L, of(m)])
    .filter(([, value]) => value > 0) // what no logarithmic axis can show
    .toSorted(([x], [y]) => x - y);

/** The curve of a method: measured times, or joins by formula. */
export function curveOf(r: Run, v: Setting, method: Method): Point[] {
  const { plot } = v;
  if (plot === "time") return pointsOf(r.measured ?? [], method, v);
  return r.sizes.map((L, k) => {
    const { work, depth } = r.cost[method][k]!;
    return [L, plot === "work" ? v.D * work : depth];
  });
}

/** The recorded curve of a method, of times unless said; none unless it is wanted and times are shown. */
export const recordedCurve = (v: Setting, method: Method, of?: (m: Measured) => number): Point[] =>
  v.plot === "time" && v.recorded ? pointsOf(recordedFor(v), method, v, of) : [];

/** Decades that hold all curves of a picture; some for an empty one. */
export function decades(curves: readonly (readonly Point[])[], plot: Setting["plot"]) {
  const values = curves.flat().map(([, value]) => Math.log10(value));
  if (values.length === 0) return plot === "time" ? ([-6, -2] as const) : ([0, 6] as const);
  const low = Math.floor(Math.min(...values) + 1e-9);
  return [low, Math.max(low + 2, Math.ceil(Math.max(...values) - 1e-9))] as const;
}

type Now = Pick<Moment<Setting, Run>, "result" | "values" | "held">;
export type Scales = ReturnType<typeof scalesOf>;

/** Both axes, logarithmic, and the axis of the errors. */
export function scalesOf({ result, values: v, held }: Now, at: Layout, ghost: readonly Point[]) {
  const of = held ?? { result, values: v };
  const all = shownOf(of.values).flatMap((m) => [
    curveOf(of.result, of.values, m),
    recordedCurve(of.values, m),
  ]);
  const [low, high] = decades([...all, ghost], v.plot);
  const across = linear(LEAST, v.most, at.left + 8, at.right - 8);
  const up = linear(low, high, at.bottom, at.top);
  const error = linear(-9, -5, at.errorBottom, at.errorTop);
  return {
    low,
    high,
    x: (L: number) => across(Math.log2(L)),
    y: (value: number) => up(Math.log10(value)),
    /** Errors below the axis, and none at all, lie on its lower edge. */
    error: (e: number) => error(Math.min(-5, Math.max(-9, Math.log10(e)))),
    power: linear(at.left + 8, at.right - 8, LEAST, v.most),
  };
}

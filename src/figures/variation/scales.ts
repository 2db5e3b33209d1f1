import { snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { bySlopes, moments, type Run, SLICES, slopesAt } from "./compute.ts";
import { inputAt, T } from "./input.ts";
import type { Setting } from "./params.ts";

export type Now = Moment<Setting, Run>;

/** Both ends of an axis about zero that hold the numbers. */
export function ends(values: ArrayLike<number>): [low: number, high: number] {
  let [low, high] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  if (high - low < 1e-6) return [0, 1];
  const room = 0.02 * (high - low);
  return [low < -room ? -snug(-1.08 * low) : 0, high > room ? snug(1.08 * high) : 0];
}

/** The exact rate of the state, up to the end of the step. */
export const ratesOf = (r: Run, v: Setting): Float64Array =>
  moments.map((t, i) => (t <= v.dt + 1e-9 ? v.a * r.exact[i]! + inputAt(v, t) : NaN));

export const across = ({ left, right }: Box) => linear(0, T, left, right);

/** Where a state, a rate and an input stand; while a handle is held, as they stood before. */
export const scales = {
  input: (b: Box) => linear(0, 1.5, b.bottom, b.top),
  state({ result, values, held }: Now, b: Box) {
    const { result: r, values: v } = held ?? { result, values };
    const slopes = bySlopes(v) ? [0, SLICES].map((t) => slopesAt(r, v, t)) : [];
    const all = [
      ...r.exact,
      r.h1,
      ...(bySlopes(v) ? [] : r.pile),
      ...slopes.flatMap((s) => [s.assumed, s.gives]),
    ];
    const [low, high] = ends(all);
    return { low, high, y: linear(low, high, b.bottom, b.top) };
  },
  rate({ result, values, held }: Now, b: Box) {
    const { result: r, values: v } = held ?? { result, values };
    const sides = [0, SLICES].flatMap((t) => {
      const { first, last, left, right } = slopesAt(r, v, t);
      return v.way === "euler" ? [left] : [first, last, left, right];
    });
    const exact = ratesOf(r, v).filter((x) => !Number.isNaN(x));
    const [low, high] = ends([...sides, ...exact]);
    return { low, high, y: linear(low, high, b.bottom, b.top) };
  },
};

import { generator } from "../numerics/random.ts";
import { series, type SeriesId } from "./series.ts";

/** What drives a system: made by a rule, taken from the world, or the reader's own. */
export type Signal =
  | { readonly kind: "impulse" }
  | { readonly kind: "step" }
  | { readonly kind: "sine"; readonly period: number }
  | { readonly kind: "noise"; readonly seed: number }
  | { readonly kind: "series"; readonly id: SeriesId }
  | Given
  | { readonly kind: "own"; readonly data: Float64Array; readonly scale: number };

/** A series that one figure brings along; NaN where a value is missing. */
export interface Given {
  readonly kind: "given";
  readonly id: string;
  readonly data: Float64Array;
}

/** The most samples a signal may have: what a plot shows and a link still carries. */
export const MOST = 512;

/** Samples u_0 … u_{L−1}. Series and the reader's own data have their own length and ignore `L`. */
export function samples(s: Signal, L: number): Float64Array {
  switch (s.kind) {
    case "series":
      return series[s.id].data;
    case "given":
    case "own":
      return s.data;
    case "impulse":
      return Float64Array.from({ length: L }, (_, t) => (t === onset(L) ? 1 : 0));
    case "step":
      return Float64Array.from({ length: L }, (_, t) =>
        t >= onset(L) && t < onset(L) + Math.round(L * 0.55) ? 1 : 0,
      );
    case "sine":
      return Float64Array.from({ length: L }, (_, t) => Math.sin((2 * Math.PI * t) / s.period));
    case "noise": {
      const random = generator(s.seed);
      return Float64Array.from({ length: L }, () => random.normal());
    }
  }
}

/** Impulse and step begin here, so that the quiet before them is seen. */
export const onset = (L: number) => Math.min(4, L - 1);

/** On the grid of 16 bits, the place of a value that is missing (NaN). */
export const GAP = -32768;

/**
 * The reader's own samples, rounded to 16 bits of their largest magnitude so that a link holds exactly what is shown; NaN
 * where one is missing.
 */
export function own(data: ArrayLike<number>): Signal {
  let scale = 0;
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i]!) > scale) scale = Math.abs(data[i]!);
  scale = +scale.toPrecision(6) || 1;
  const grid = Int16Array.from({ length: Math.min(MOST, data.length) }, (_, i) =>
    toStep(data[i]!, scale),
  );
  return fromGrid(grid, scale);
}

const toStep = (x: number, scale: number) =>
  Number.isNaN(x) ? GAP : Math.max(-32767, Math.min(32767, Math.round((x / scale) * 32767)));

export const fromGrid = (grid: Int16Array, scale: number): Signal => ({
  kind: "own",
  data: Float64Array.from(grid, (g) => (g === GAP ? NaN : (g / 32767) * scale)),
  scale,
});

export const toGrid = (s: Signal & { kind: "own" }): Int16Array =>
  Int16Array.from(s.data, (x) => toStep(x, s.scale));

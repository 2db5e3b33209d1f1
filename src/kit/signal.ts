import { generator } from "../numerics/random.ts";
import { series, type SeriesId } from "./series.ts";

/** What drives a system: made by a rule, taken from the world, or the reader's own. */
export type Signal =
  | { readonly kind: "impulse" }
  | { readonly kind: "step" }
  | { readonly kind: "sine"; readonly period: number }
  | { readonly kind: "noise"; readonly seed: number }
  | { readonly kind: "series"; readonly id: SeriesId }
  | { readonly kind: "own"; readonly data: Float64Array; readonly scale: number };

/** The most samples a signal may have: what a plot shows and a link still carries. */
export const MOST = 512;

/** Samples u_0 … u_{L−1}. Series and the reader's own data have their own length and ignore `L`. */
export function samples(s: Signal, L: number): Float64Array {
  switch (s.kind) {
    case "series":
      return series[s.id].data;
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

/** The reader's own samples, rounded to 16 bits of their largest magnitude so that a link holds exactly what is shown. */
export function own(data: ArrayLike<number>): Signal {
  let scale = 0;
  for (let i = 0; i < data.length; i++) scale = Math.max(scale, Math.abs(data[i]!));
  scale = +scale.toPrecision(6) || 1;
  const grid = Int16Array.from({ length: Math.min(MOST, data.length) }, (_, i) =>
    Math.max(-32767, Math.min(32767, Math.round((data[i]! / scale) * 32767))),
  );
  return fromGrid(grid, scale);
}

export const fromGrid = (grid: Int16Array, scale: number): Signal => ({
  kind: "own",
  data: Float64Array.from(grid, (g) => (g / 32767) * scale),
  scale,
});

export const toGrid = (s: Signal & { kind: "own" }): Int16Array =>
  Int16Array.from(s.data, (x) => Math.round((x / s.scale) * 32767));

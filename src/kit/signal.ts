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
  | Own;

/** The reader's own samples, on a grid of 16 bits that reaches by `scale` to either side of `middle`. */
export interface Own {
  readonly kind: "own";
  readonly data: Float64Array;
  readonly scale: number;
  /** 0 where not said. */
  readonly middle?: number;
}

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
 * The reader's own samples, rounded to 16 bits so that a link holds exactly what is shown; NaN where one is missing. Readings of
 * few decimals keep them all; others are rounded over their range, or their magnitude where that is hardly more.
 */
export function own(data: ArrayLike<number>): Own {
  return rounded(rounded(data).data); // twice: what a first rounding leaves may be readings of few decimals
}

function rounded(data: ArrayLike<number>): Own {
  const used = Array.from({ length: Math.min(MOST, data.length) }, (_, i) => data[i]!);
  const { scale, middle } = gridFor(used);
  const grid = Int16Array.from(used, (x) => toStep(x, scale, middle));
  return fromGrid(grid, scale, middle);
}

/** Steps to either side of the middle, and the most decimals that are kept as they are. */
const STEPS = 32767;
const DECIMALS = 6;

function gridFor(data: readonly number[]): { scale: number; middle: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const x of data) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const most = Math.max(0, high, -low);
  if (low > high) return { scale: 1, middle: 0 };
  const half = (high - low) / 2;
  for (let k = 0; k <= DECIMALS && half * 10 ** k <= STEPS - 1; k++)
    if (data.every((x) => Number.isNaN(x) || +x.toFixed(k) === x))
      return { scale: STEPS * 10 ** -k, middle: +((low + high) / 2).toFixed(k) + 0 };
  if (half === 0) return { scale: 1, middle: low };
  if (half > 1e-8 * most && half < most / 4) {
    const scale = +half.toPrecision(6);
    const digits = Math.max(0, 6 - Math.floor(Math.log10(scale)));
    if (digits <= 20) return { scale, middle: +((low + high) / 2).toFixed(digits) };
  }
  return { scale: +most.toPrecision(6) || 1, middle: 0 };
}

const toStep = (x: number, scale: number, middle: number) =>
  Number.isNaN(x)
    ? GAP
    : Math.max(-STEPS, Math.min(STEPS, Math.round(((x - middle) / scale) * STEPS)));

export function fromGrid(grid: Int16Array, scale: number, middle: number): Own {
  const k = Math.round(-Math.log10(scale / STEPS));
  const decimal = k >= 0 && k <= DECIMALS && STEPS * 10 ** -k === scale;
  const at = (g: number) => middle + (g / STEPS) * scale;
  const data = Float64Array.from(grid, (g) =>
    g === GAP ? NaN : decimal ? +at(g).toFixed(k) : at(g),
  );
  return { kind: "own", data, scale, ...(middle !== 0 && { middle }) };
}

export const toGrid = (s: Own): Int16Array =>
  Int16Array.from(s.data, (x) => toStep(x, s.scale, s.middle ?? 0));

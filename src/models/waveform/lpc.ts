import { count } from "../../numerics/check.ts";
import { levinson } from "../speech/ar.ts";

/** Bits of a coefficient, its sign among them; and of how far all of a frame are shifted. */
export const COEFFICIENT_BITS = 12;
export const SHIFT_BITS = 4;
/** White noise that a frame is taken to hold besides, of its power and in steps: none is foretold perfectly. */
const [FLOOR, LEAST] = [1e-9, 1e-9];
/** Share of a frame over which its window rises, and falls again. */
const TAPER = 0.5;

/** A frame's predictor as it is sent: whole numbers, to be divided by 2^shift. */
export interface SentLpc {
  readonly whole: Int32Array;
  readonly shift: number;
}

/** A Tukey window: flat in the middle, cosines to both sides. */
function window(size: number): Float64Array {
  const ramp = Math.max(1, (TAPER * size) / 2);
  return Float64Array.from({ length: size }, (_, i) => {
    const inward = (Math.min(i, size - 1 - i) + 0.5) / ramp;
    return inward >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * inward);
  });
}

const windows = new Map<number, Float64Array>();
function windowOf(size: number): Float64Array {
  const known = windows.get(size);
  if (known) return known;
  const made = window(size);
  windows.set(size, made);
  return made;
}

/** Lags 0 … p of the samples from `from` on, `size` of them, under the window. */
export function frameLags(x: Int32Array, from: number, size: number, p: number): Float64Array {
  const w = windowOf(size);
  const y = Float64Array.from({ length: size }, (_, i) => w[i]! * x[from + i]!);
  // #region lags
  const r = new Float64Array(p + 1);
  for (let k = 0; k <= p; k++) {
    let sum = 0;
    for (let i = k; i < size; i++) sum += y[i]! * y[i - k]!;
    r[k] = sum;
  }
  // #endregion
  r[0] = r[0]! * (1 + FLOOR) + LEAST;
  return r;
}

/** Those of all frames of a sound, one after another: lags up to p also serve every smaller order. */
export function lagsOfFrames(x: Int32Array, frame: number, p: number): readonly Float64Array[] {
  count("frame", frame);
  return Array.from({ length: Math.ceil(x.length / frame) }, (_, k) =>
    frameLags(x, k * frame, Math.min(frame, x.length - k * frame), p),
  );
}

/** The predictor of order p of a frame by the autocorrelation method. */
export function sentLpc(x: Int32Array, from: number, size: number, p: number): SentLpc {
  count("size", size);
  return lpcOf(frameLags(x, from, size, count("p", p)), p);
}

/**
 * The same from the frame's lags, p + 1 of them or more, in `COEFFICIENT_BITS` bits a coefficient as FLAC sends it. What is rounded
 * away of one is added to the next.
 */
export function lpcOf(lags: Float64Array, p: number): SentLpc {
  const { a } = levinson(lags, p);
  const most = a.reduce((m, c) => Math.max(m, Math.abs(c)), 0);
  const limit = 2 ** (COEFFICIENT_BITS - 1) - 1;
  let shift = 2 ** SHIFT_BITS - 1;
  while (shift > 0 && most * 2 ** shift > limit) shift--;
  let left = 0;
  const whole = Int32Array.from(a, (c) => {
    const exact = c * 2 ** shift + left;
    const near = Math.max(-limit, Math.min(limit, Math.round(exact)));
    left = exact - near;
    return near;
  });
  return { whole, shift };
}

/** Σ_k a_k x_{t−1−k} of the samples before t, which are 0 before the first; in this order, to the last bit. */
export function weighted(a: Float64Array, x: Float64Array, t: number): number {
  let sum = 0;
  const last = Math.min(a.length, t);
  // #region weighted
  for (let k = 0; k < last; k++) sum += a[k]! * x[t - 1 - k]!;
  // #endregion
  return sum;
}

/** What it foretells of the sample at t from those before, which are 0 before the first: a whole number. */
export function ahead({ whole, shift }: SentLpc, x: Int32Array, t: number): number {
  let sum = 0;
  const last = Math.min(whole.length, t);
  for (let k = 0; k < last; k++) sum += whole[k]! * x[t - 1 - k]!;
  return Math.round(sum / 2 ** shift);
}

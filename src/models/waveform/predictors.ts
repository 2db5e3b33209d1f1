import { count, fail } from "../../numerics/check.ts";
import { log } from "../../numerics/portable.ts";
import { intermediate } from "../mamba/intermediates.ts";
import { begin, type Runnable, stepStack } from "../mamba/stack.ts";
import { levinson } from "../speech/ar.ts";
import { weighted } from "./lpc.ts";

/** Foretells samples from those before alone, so that whoever decodes them can do the same: the same numbers to the last bit. */
export interface Predictor {
  /** The next sample, as a whole number. */
  ahead(): number;
  /** What it was. */
  take(x: number): void;
}

/** As the one before. */
export function samePredictor(): Predictor {
  let before = 0;
  return {
    ahead: () => before,
    take: (x) => {
      before = x;
    },
  };
}

/** What a sample counts for after each that follows, beside the one before it; and after how many the coefficients are made anew. */
const FADE = 1 - 1 / 160;
const ANEW = 32;

/** Linear prediction of order p whose coefficients are never sent: Levinson's recursion on fading correlations of what has come. */
export function pastPredictor(p: number): Predictor {
  const last = new Float64Array(count("p", p) + 1); // the newest first
  const r = new Float64Array(p + 1);
  let a = new Float64Array(p);
  let came = 0;
  return {
    ahead() {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += a[k]! * last[k]!;
      return Math.round(sum);
    },
    take(x) {
      last.copyWithin(1, 0, p);
      last[0] = x;
      // #region fading
      let counts = x;
      for (let k = 0; k <= p; k++, counts *= FADE) r[k] = FADE * FADE * r[k]! + counts * last[k]!;
      if (++came % ANEW === 0) a = coefficientsOf(r, p);
      // #endregion
    },
  };
}

const coefficientsOf = (r: Float64Array, p: number) =>
  levinson(
    r.map((x, k) => (k === 0 ? x * (1 + 1e-5) + 1 : x)),
    p,
  ).a as Float64Array<ArrayBuffer>;

/** The fading correlations of a sound, lags 0 … p, at each step at which coefficients are made anew; they serve smaller orders too. */
export function fadingLags(x: Int32Array, p: number): readonly Float64Array[] {
  const r = new Float64Array(count("p", p) + 1);
  const rows: Float64Array[] = [];
  const samples = new Float64Array(p + x.length); // zeros before the first
  samples.set(x, p);
  for (let t = 0; t < x.length; t++) {
    let counts = x[t]!;
    for (let k = 0; k <= p; k++, counts *= FADE)
      r[k] = FADE * FADE * r[k]! + counts * samples[p + t - k]!;
    if ((t + 1) % ANEW === 0) rows.push(r.slice());
  }
  return rows;
}

/** The coefficients by which `pastPredictor(p)` foretells the sample at t. */
export function pastCoefficients(x: Int32Array, p: number, t: number): Float64Array {
  const rows = fadingLags(x.subarray(0, t - (t % ANEW)), p);
  return rows.length > 0 ? coefficientsOf(rows.at(-1)!, p) : new Float64Array(p);
}

/** What `pastPredictor(p)` foretells of each sample of a sound that is all there, to the last bit, from its `fadingLags`. */
export function aheadFromPast(
  x: Int32Array,
  p: number,
  lags: readonly Float64Array[] = fadingLags(x, p),
): Float64Array {
  const out = new Float64Array(x.length);
  const samples = new Float64Array(x);
  let a = new Float64Array(p);
  for (let t = 0; t < x.length; t++) {
    if (t > 0 && t % ANEW === 0) a = coefficientsOf(lags[t / ANEW - 1]!, p);
    out[t] = Math.round(weighted(a, samples, t));
  }
  return out;
}

/** Samples that S6 sees at once, and predicts from; how fast the peak fades that it sees them against. */
export const ORDER = 16;
const PEAK_FADES = 1 - 1 / 256;

/** What S6 is asked for, as a predictor; and Δ of a layer's channels at the last sample. */
export interface S6Predictor extends Predictor {
  delta(layer: number): Float64Array;
}

/**
 * A trained S6 (tools/train/waveform.py): after each sample it reads the last 16 against a fading peak, their products with the
 * newest, and how loud the peak is; what it answers are the 16 coefficients by which the next follows from them.
 */
export function s6Predictor(stack: Runnable): S6Predictor {
  const { input } = stack.shape;
  const reals = 2 * ORDER + 1;
  if (!("reals" in input) || input.reals !== reals) fail("stack", `${reals} numbers a step`, input);
  const run = begin(stack, 1, false);
  const z = new Float64Array(ORDER);
  const last = new Float64Array(ORDER);
  const row = new Float64Array(reals);
  let [peak, next] = [0, 0];
  return {
    ahead: () => next,
    take(x) {
      last.copyWithin(1, 0, ORDER - 1);
      last[0] = x;
      peak = Math.max(Math.abs(x), PEAK_FADES * peak);
      // #region asked
      for (let k = 0; k < ORDER; k++) z[k] = last[k]! / (1 + peak);
      for (let k = 0; k < ORDER; k++) [row[k], row[ORDER + k]] = [z[k]!, 4 * z[0]! * z[k]!];
      row[2 * ORDER] = log(1 + peak) / 8;
      const a = stepStack(stack, run, row);
      let sum = 0;
      for (let k = 0; k < ORDER; k++) sum += a[k]! * z[k]!;
      next = Math.max(-32768, Math.min(32767, Math.round(sum * (1 + peak))));
      // #endregion
    },
    delta: (layer) => intermediate(run, layer, "delta").data,
  };
}

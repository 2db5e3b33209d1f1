import { exp } from "../../numerics/portable.ts";

/** What is forecast and how it is measured: what came after each step in units of the naive forecast's misses; NaN is not scored. */
export interface Aims {
  /** steps × ahead: (z_{t+k} − naive) / unit_k. */
  readonly miss: Float64Array;
  readonly ahead: number;
}

/** The aims of every step. */
export function aimsOf(z: Float64Array, naive: Float64Array, units: Float64Array): Aims {
  const ahead = units.length;
  const miss = naive.map((guess, i) => {
    const k = i % ahead;
    return ((z[(i - k) / ahead + k + 1] ?? NaN) - guess) / units[k]!;
  });
  return { miss, ahead };
}

/** Spreads below this are not told apart from it: a band of no width would cost the loss its bottom. */
const LEAST = -6;

/**
 * The mean of −log N(miss; μ, e^ρ) less ½ log 2π over the values that come true after step `after` and up to step `until`: 0 where
 * the miss is its unit and μ = ρ = 0 up to the ½ that stands for it. `outputs` has a row of `ahead` μ and as many ρ for each of
 * `steps` steps; slopes by them are written to `slopes` where given. NaN where nothing is scored.
 */
export function gaussLoss(
  { miss, ahead }: Aims,
  outputs: Float64Array,
  steps: number,
  [after, until]: readonly [number, number],
  slopes?: Float64Array,
): number {
  let [sum, n] = [0, 0];
  for (let t = 0; t < steps; t++)
    for (let k = 0; k < ahead; k++) {
      const [mu, rho] = [t * 2 * ahead + k, (t * 2 + 1) * ahead + k];
      if (slopes) slopes[mu] = slopes[rho] = 0;
      const came = t + k + 1;
      const aim = miss[t * ahead + k]!;
      if (came <= after || came > until || Number.isNaN(aim)) continue;
      // #region loss
      const spread = Math.max(LEAST, outputs[rho]!);
      const precision = exp(-spread);
      const off = (aim - outputs[mu]!) * precision;
      sum += (off * off) / 2 + spread;
      // #endregion
      n++;
      if (!slopes) continue;
      slopes[mu] = -off * precision;
      slopes[rho] = outputs[rho]! > LEAST ? 1 - off * off : 0;
    }
  if (slopes) for (let i = 0; i < steps * 2 * ahead; i++) slopes[i]! /= Math.max(1, n);
  return sum / n;
}

/** The spread that is meant, in units of the naive forecast's misses. */
export const spreadOf = (rho: number): number => exp(Math.max(LEAST, rho));

import { fail, finite, positive, vector } from "../../numerics/check.ts";
import { isMissing } from "./model.ts";

/**
 * Kalman's gain as a gate. For one number measured directly, K = P / (P + R) = σ(log P − log R). Put
 * Δ = softplus(log P − log R) = log(1 + P / R); then K = 1 − e^{−Δ}, the very form of the gate in Mamba's Theorem 1
 * (Gu & Dao 2023, §3.5.1), x̂ ← (1 − K) x̂ + K z. An untrusted measurement is a token with Δ → 0. The difference: here Δ follows from
 * known variances, in Mamba it is learnt from the data.
 */
export function gateDelta(P: number, R: number): number {
  if (!(finite("P", P) >= 0)) fail("P", "a variance of at least 0", P);
  return finite("P / R", Math.log1p(P / positive("R", R)));
}

/** 1 − e^{−Δ}, the share of the new measurement, for Δ ≥ 0. */
export function gateGain(delta: number): number {
  if (!(finite("delta", delta) >= 0)) fail("delta", "at least 0", delta);
  return -Math.expm1(-delta);
}

/** A random walk tracked under noise that changes: every array of length L. */
export interface GateRun {
  /** The estimate after each measurement. */
  mean: Float64Array;
  /** P before each measurement. */
  predicted: Float64Array;
  /** Δ_t; 0 where the measurement is missing. */
  delta: Float64Array;
  /** K_t = 1 − e^{−Δ_t}. */
  gain: Float64Array;
}

/**
 * The scalar filter of x_{t+1} = x_t + w, w ~ N(0, q), z_t = x_t + v, v ~ N(0, R_t), written as a gated recurrence. `R` has
 * one variance above 0 for each z; NaN in z = missing. m0 and P0 are the predicted moments of x_0.
 */
export function gatedWalk(
  z: Float64Array,
  R: Float64Array,
  { q, m0, P0 }: { q: number; m0: number; P0: number },
): GateRun {
  if (z.length === 0) fail("z", "not empty", "length 0");
  vector("R", R, z.length);
  if (!(finite("q", q) >= 0)) fail("q", "a variance of at least 0", q);
  let mean = finite("m0", m0);
  let P = finite("P0", P0) >= 0 ? P0 : fail("P0", "a variance of at least 0", P0);
  const run: GateRun = {
    mean: z.slice(),
    predicted: z.slice(),
    delta: z.slice(),
    gain: z.slice(),
  };
  for (let t = 0; t < z.length; t++) {
    const missing = isMissing(`z[${t}]`, z.subarray(t, t + 1));
    // #region gate
    const delta = missing ? 0 : gateDelta(P, R[t]!);
    const K = gateGain(delta);
    if (!missing) mean = (1 - K) * mean + K * z[t]!;
    // #endregion
    [run.mean[t], run.predicted[t], run.delta[t], run.gain[t]] = [mean, P, delta, K];
    P = Math.exp(-delta) * P + q;
  }
  return run;
}

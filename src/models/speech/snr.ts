import { fail, finite } from "../../numerics/check.ts";

/** Σ x² over samples from … to − 1. */
export function energy(x: Float64Array, from = 0, to = x.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i]! * x[i]!;
  return sum;
}

/** Σ (x − y)² over samples from … to − 1. */
export function distance(x: Float64Array, y: Float64Array, from = 0, to = x.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (x[i]! - y[i]!) ** 2;
  return sum;
}

/** 10 log₁₀ of a ratio of powers; NaN where both are zero. */
export const decibel = (power: number, of: number): number => 10 * Math.log10(power / of);

/** Σ s² / Σ (y − s)² in dB over samples from … to − 1: ∞ where y is s, NaN where both are silent. */
export const snr = (s: Float64Array, y: Float64Array, from = 0, to = s.length): number =>
  decibel(energy(s, from, to), distance(s, y, from, to));

/**
 * s + n where n is `noise` scaled so that `snr(s, y)` is exactly `db`, with the variance of n. Silence gets no noise: there is
 * no SNR to give it. Throws unless the noise is as long as the speech.
 */
export function addNoise(
  s: Float64Array,
  noise: Float64Array,
  db: number,
): { y: Float64Array; R: number } {
  if (noise.length !== s.length) fail("noise", `of length ${s.length}`, `length ${noise.length}`);
  // #region addNoise
  const power = energy(s) / s.length;
  const R = power / 10 ** (finite("db", db) / 10); // 10 log₁₀(power / R) = db
  const scale = Math.sqrt((R * s.length) / (energy(noise) || 1));
  // #endregion
  return { y: s.map((x, i) => x + scale * noise[i]!), R };
}

/** Of the frames of a recording, this share is taken to be pauses. */
const PAUSES = 0.1;

/**
 * The variance of the noise in a recording, from its quietest frames: their mean power. Too low by some percent where the
 * noise is steady (the quietest of many are quiet by chance), too high where nobody ever pauses.
 */
export function quietVariance(y: Float64Array, frame: number): number {
  const frames = Math.max(1, Math.floor(y.length / frame));
  const power = Float64Array.from({ length: frames }, (_, j) => {
    const to = Math.min(y.length, (j + 1) * frame);
    return energy(y, j * frame, to) / (to - j * frame);
  }).toSorted();
  const quiet = power.subarray(0, Math.max(1, Math.round(frames * PAUSES)));
  return quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
}

import { count, fail } from "../../numerics/check.ts";
import { type ComplexVector, complexZeros } from "../../numerics/complex.ts";
import { realFft } from "../../numerics/fft.ts";
import { type Autoregression, levinson } from "./ar.ts";

/** Of its power (−90 dB) each frame is taken to hold this much white noise: none is perfectly predictable. */
const FLOOR = 1e-9;
/** The least share of a noisy spectrum that is left to the speech before anything is known of it. */
const LEAST = 0.05;

/** Buffers for frames of `size` samples under a Hann window, with room for the lags of a model. */
export interface Framing {
  readonly size: number;
  readonly window: Float64Array;
  /** As long as the transform: the least power of two that keeps `order` lags from wrapping. */
  readonly padded: Float64Array;
  readonly spectrum: ComplexVector;
}

/** Buffers for frames of `size` samples and models of at most `order` coefficients. */
export function framing(size: number, order: number): Framing {
  count("size", size, 2);
  const n = 2 ** Math.ceil(Math.log2(size + count("order", order)));
  const window = Float64Array.from(
    { length: size },
    (_, i) => Math.sin((Math.PI * (i + 0.5)) / size) ** 2,
  );
  let power = 0;
  for (const w of window) power += w * w;
  for (let i = 0; i < size; i++) window[i]! /= Math.sqrt(power);
  return { size, window, padded: new Float64Array(n), spectrum: complexZeros(n / 2 + 1) };
}

/**
 * Power of the frame of x that begins at `from` (zeros outside of x), from frequency 0 to half the sampling rate. White noise of
 * variance R has mean R at each frequency.
 */
export function framePower(x: Float64Array, from: number, f: Framing): Float64Array {
  const { size, window, padded } = f;
  padded.fill(0);
  const last = Math.min(size, x.length - from);
  for (let i = Math.max(0, -from); i < last; i++) padded[i] = x[from + i]! * window[i]!;
  return powerOf(f, new Float64Array(f.spectrum.re.length), 1);
}

/** scale / or · |transform of the buffer|² into `out`. */
function powerOf(f: Framing, out: Float64Array, scale: number): Float64Array {
  const { re, im } = realFft(f.padded, f.spectrum);
  for (let k = 0; k < out.length; k++) out[k] = scale * (re[k]! * re[k]! + im[k]! * im[k]!);
  return out;
}

/** The autocorrelation whose power spectrum is given, lags 0 … p. */
export function correlations(power: Float64Array, p: number, f: Framing): Float64Array {
  const { padded } = f;
  const n = padded.length;
  if (n < 2 * p) fail("order", `at most ${n / 2}`, p);
  padded[0] = power[0]!;
  for (let k = 1; k < power.length; k++) padded[k] = padded[n - k] = power[k]!;
  const r = realFft(padded, f.spectrum).re.slice(0, p + 1);
  for (let k = 0; k <= p; k++) r[k]! /= n;
  r[0]! *= 1 + FLOOR;
  return r;
}

/** The model of order p of a frame, from its power spectrum, which is taken for the speech's own. */
export const fitPower = (power: Float64Array, p: number, f: Framing): Autoregression =>
  levinson(correlations(power, p, f), p);

/** The model's own power spectrum q / |1 − Σ a_k e^{−iωk}|², as long as the frame's. */
export function modelPower({ a, q }: Autoregression, f: Framing): Float64Array {
  f.padded.fill(0);
  f.padded[0] = 1;
  for (let k = 0; k < a.length; k++) f.padded[k + 1] = -a[k]!;
  const phi = powerOf(f, new Float64Array(f.spectrum.re.length), 1);
  for (let k = 0; k < phi.length; k++) phi[k] = q === 0 ? 0 : q / phi[k]!;
  return phi;
}

/**
 * The model of order p of the speech in a frame with white noise of variance R: begun from the spectrum less R, then
 * `passes` rounds of expectation and maximisation. Each asks what power the speech had, given the model and the frame, and
 * fits the model to that: Lim & Oppenheim, IEEE Trans. ASSP 26 (1978), with the variance they leave out, so that no round
 * makes the frame less likely.
 */
export function fitNoisy(
  power: Float64Array,
  R: number,
  p: number,
  passes: number,
  f: Framing,
): Autoregression {
  // #region fit
  const begin = power.map((I) => Math.max(I - R, LEAST * I));
  let model = fitPower(begin, p, f);
  for (let pass = 0; pass < passes; pass++) {
    const phi = modelPower(model, f);
    for (let k = 0; k < phi.length; k++) {
      const W = phi[k]! > 0 ? phi[k]! / (phi[k]! + R) : 0; // Wiener's weight
      phi[k] = W * W * power[k]! + W * R; //                    E |S|² given the frame
    }
    model = fitPower(phi, p, f);
  }
  // #endregion
  return model;
}

/** −Σ ln Φ + I/Φ with Φ = model + R: what `fitNoisy` climbs (Whittle's likelihood of the frame). */
export function whittle(model: Autoregression, power: Float64Array, R: number, f: Framing): number {
  const phi = modelPower(model, f);
  let sum = 0;
  const last = power.length - 1;
  for (let k = 0; k <= last; k++) {
    const total = phi[k]! + R;
    sum -= (k === 0 || k === last ? 1 : 2) * (Math.log(total) + power[k]! / total);
  }
  return sum;
}

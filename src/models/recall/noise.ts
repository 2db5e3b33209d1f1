import { count, fail } from "../../numerics/check.ts";
import { generator } from "../../numerics/random.ts";

// #region noise
/**
 * Noise of variance 1 that swings no faster than about `period` steps: white noise of the seed through a sinc filter under a
 * Hann window. A period of 2 leaves it white.
 */
export function smoothNoise(seed: number, length: number, period: number): Float64Array {
  count("length", length);
  if (!(period >= 2)) fail("period", "at least 2", period);
  const half = Math.ceil(2 * period);
  const { normal } = generator(seed);
  const white = Float64Array.from({ length: length + 2 * half }, () => normal());
  const taps = lowPass(period, half);
  const out = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    let sum = 0;
    for (let k = 0; k <= 2 * half; k++) sum += taps[k]! * white[t + k]!;
    out[t] = sum;
  }
  return out;
}
// #endregion

function lowPass(period: number, half: number): Float64Array {
  const taps = Float64Array.from({ length: 2 * half + 1 }, (_, i) => {
    const k = i - half;
    const x = (2 * Math.PI * k) / period;
    const sinc = k === 0 ? 1 : Math.sin(x) / x;
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * k) / (half + 1)));
  });
  const size = Math.hypot(...taps);
  return taps.map((tap) => tap / size);
}

import { count, fail, finite } from "../../numerics/check.ts";
import { exp } from "../../numerics/portable.ts";
import { generator } from "../../numerics/random.ts";

/** A radio channel that fades, and how it is used. */
export interface Channel {
  /** Signal-to-noise ratio in dB; E|g|² = 1 and |x| = 1, so the noise has variance 10^(−snr/10). */
  readonly snr: number;
  /** What is left of the channel from one symbol to the next, 0 … 1. */
  readonly a: number;
  /** One symbol of so many, the first among them, is a pilot: known beforehand. */
  readonly every: number;
}

/** What was sent and received: complex numbers lie in pairs. */
export interface Link extends Channel {
  readonly L: number;
  /** Variance of the noise. */
  readonly r: number;
  /** 0 … 3, one a step; 2 stands for a negative real part, 1 for a negative imaginary one. */
  readonly symbols: Uint8Array;
  readonly pilot: Uint8Array;
  /** The channel, and what is received. */
  readonly g: Float64Array;
  readonly y: Float64Array;
}

/** Symbols of one transmission: as many as the trained receivers were trained on. */
export const LENGTH = 256;

/** The point of a symbol: QPSK, on the unit circle. */
export const pointOf = (s: number): readonly [re: number, im: number] => [
  s & 2 ? -Math.SQRT1_2 : Math.SQRT1_2,
  s & 1 ? -Math.SQRT1_2 : Math.SQRT1_2,
];

/** The symbol whose quadrant a point lies in. */
export const quadrantOf = (re: number, im: number): number => (re < 0 ? 2 : 0) + (im < 0 ? 1 : 0);

// #region link
/**
 * L symbols of QPSK over a Rayleigh channel, g ← a g + v and y = g x + n, with g, v and n circular complex Gaussians (the
 * Gauss–Markov model of fading). Throws on a setting that is none.
 */
export function link({ snr, a, every }: Channel, seed: number, L = LENGTH): Link {
  if (!(a > 0 && a < 1)) fail("a", "between 0 and 1", a);
  count("every", every);
  const { uniform, normal } = generator(seed);
  const r = exp((-finite("snr", snr) * Math.LN10) / 10);
  const [symbols, pilot] = [new Uint8Array(count("L", L)), new Uint8Array(L)];
  const [g, y] = [new Float64Array(2 * L), new Float64Array(2 * L)];
  const [fresh, noise] = [Math.sqrt((1 - a * a) / 2), Math.sqrt(r / 2)];
  for (let t = 0; t < L; t++) {
    symbols[t] = Math.floor(4 * uniform());
    pilot[t] = t % every === 0 ? 1 : 0;
    for (const k of [2 * t, 2 * t + 1])
      g[k] = t === 0 ? Math.SQRT1_2 * normal() : a * g[k - 2]! + fresh * normal();
    const [c, s] = pointOf(symbols[t]!);
    y[2 * t] = g[2 * t]! * c - g[2 * t + 1]! * s + noise * normal();
    y[2 * t + 1] = g[2 * t]! * s + g[2 * t + 1]! * c + noise * normal();
  }
  return { snr, a, every, L, r, symbols, pilot, g, y };
}
// #endregion

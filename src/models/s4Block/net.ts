import { count, fail } from "../../numerics/check.ts";
import { log } from "../../numerics/portable.ts";
import { generator } from "../../numerics/random.ts";
import type { S4DWeights } from "../mamba/weights.ts";

/**
 * Where the poles of every channel begin: S4D-Lin, −½ + iπn (Gu et al. 2022, arXiv 2206.11893, section 4.3); S4D-Real, −(n + 1),
 * which has no frequencies, but may learn some; "disc", poles of a random matrix, evenly in a disc of radius 1, the slowest at −½.
 */
export const beginnings = ["lin", "real", "disc"] as const;
export type Beginning = (typeof beginnings)[number];

/** Channels, and states of each: N/2 conjugate pairs. */
export interface Sizes {
  readonly H: number;
  readonly N: number;
}

/** Every number that is learned, as views of one array. */
export interface Weights extends Readonly<Record<Exclude<Part, keyof S4DWeights>, Float64Array>> {
  readonly flat: Float64Array;
  readonly s4d: Readonly<Record<keyof S4DWeights, Float64Array>>;
}

const parts = [
  "enter",
  "enterBias",
  "logDt",
  "logMinusRe",
  "im",
  "CRe",
  "CIm",
  "D",
  "mix",
  "mixBias",
  "leave",
  "leaveBias",
] as const;
type Part = (typeof parts)[number];

/** The layer in, H times S4D, the mixing with its gate (2H × H and 2H), the layer out. */
const lengths = ({ H, N }: Sizes): Readonly<Record<Part, number>> => ({
  enter: H,
  enterBias: H,
  logDt: H,
  logMinusRe: (H * N) / 2,
  im: (H * N) / 2,
  CRe: (H * N) / 2,
  CIm: (H * N) / 2,
  D: H,
  mix: 2 * H * H,
  mixBias: 2 * H,
  leave: H,
  leaveBias: 1,
});

/** An S4 block for bits, between a layer that leads in and one that leads out: all of its numbers. */
export interface Net {
  readonly sizes: Sizes;
  readonly weights: Weights;
}

/** How many numbers are learned: what the state space models have, what is mixed, and what leads in and out. Throws on sizes that are none. */
export function parameters(sizes: Sizes): {
  readonly poles: number;
  readonly delta: number;
  readonly read: number;
  readonly mix: number;
  readonly ends: number;
  readonly all: number;
} {
  count("H", sizes.H);
  if (count("N", sizes.N) % 2) fail("N", "even", sizes.N);
  const n = lengths(sizes);
  const poles = n.logMinusRe + n.im;
  const read = n.CRe + n.CIm + n.D;
  const mix = n.mix + n.mixBias;
  const ends = n.enter + n.enterBias + n.leave + n.leaveBias;
  return { poles, delta: n.logDt, read, mix, ends, all: poles + n.logDt + read + mix + ends };
}

/** Views of `flat`, in the order of their declaration. */
export function weightsOf(sizes: Sizes, flat: Float64Array): Weights {
  let at = 0;
  const n = lengths(sizes);
  const views = Object.fromEntries(
    parts.map((part) => [part, flat.subarray(at, (at += n[part]))]),
  ) as Record<Part, Float64Array>;
  const { logDt, logMinusRe, im, CRe, CIm, ...rest } = views;
  return { flat, s4d: { logDt, logMinusRe, im, CRe, CIm }, ...rest };
}

/** 1 for each number that S4 trains at a rate of its own, without decay: Δ and the poles (s4d.py of github.com/state-spaces/s4). */
export function slow(sizes: Sizes): Uint8Array {
  const flat = new Float64Array(parameters(sizes).all);
  const { logDt, logMinusRe, im } = weightsOf(sizes, flat).s4d;
  for (const part of [logDt, logMinusRe, im]) part.fill(1);
  return Uint8Array.from(flat);
}

/** Where the steps Δ begin, even in their logarithm: S4's own range of .001 to .1. */
export const paces = [0.001, 0.1] as const;

/**
 * An untrained block, the same in every engine: Δ even in its logarithm, D standard normal, linear layers uniform within 1/√in, as
 * s4d.py and PyTorch have them; real and imaginary part of C standard normal (those of s4d.py have half that variance).
 */
export function newNet(sizes: Sizes, beginning: Beginning, seed: number): Net {
  const w = weightsOf(sizes, new Float64Array(parameters(sizes).all));
  const { uniform, normal } = generator(seed);
  const { H } = sizes;
  const half = sizes.N / 2;
  const fill = (x: Float64Array, of: (i: number) => number) => {
    for (let i = 0; i < x.length; i++) x[i] = of(i);
  };
  const within = (fan: number) => (2 * uniform() - 1) / Math.sqrt(fan);
  const [low, high] = paces.map(log) as [number, number];
  fill(w.enter, () => within(1));
  fill(w.enterBias, () => within(1));
  fill(w.s4d.logDt, () => low + uniform() * (high - low));
  fill(w.s4d.CRe, normal);
  fill(w.s4d.CIm, normal);
  fill(w.D, normal);
  fill(w.mix, () => within(H));
  fill(w.mixBias, () => within(H));
  fill(w.leave, () => within(H));
  fill(w.leaveBias, () => within(H));
  fill(w.s4d.im, (i) => (beginning === "lin" ? Math.PI * (i % half) : 0));
  fill(w.s4d.logMinusRe, (i) => log(beginning === "real" ? 1 + (i % half) : 0.5));
  if (beginning === "disc") for (let h = 0; h < H; h++) throwPoles(w.s4d, h * half, half, uniform);
  return { sizes, weights: w };
}

/** Poles evenly in the upper half of a disc of radius 1, moved so that the slowest decays as e^{−t/2}. */
function throwPoles(
  { logMinusRe, im }: Weights["s4d"],
  at: number,
  half: number,
  uniform: () => number,
): void {
  const re = new Float64Array(half);
  for (let n = 0; n < half; n++) {
    let [x, y] = [1, 1];
    // thrown into a square until one is in the disc: nothing but + and ×
    while (x * x + y * y > 1) [x, y] = [2 * uniform() - 1, uniform()];
    re[n] = x;
    im[at + n] = y;
  }
  const shift = Math.max(...re) + 0.5;
  for (let n = 0; n < half; n++) logMinusRe[at + n] = log(shift - re[n]!);
}

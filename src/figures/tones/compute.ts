import { keepingBut } from "../../kit/keeping.ts";
import { filter, roundFilter } from "../../models/fir.ts";
import { kernelTransform } from "../../models/frequency.ts";
import { kernelOf, layer } from "../../models/s4Layer.ts";
import { type Complex, complexMultiply } from "../../numerics/complex.ts";
import { normals } from "../../numerics/random.ts";
import { L, type Setting } from "./params.ts";

/** States of the S4 whose kernel is shown. */
const STATES = 4;

/** One tone of a circle of n samples: turns in the circle, and the arrows of kernel, input and output. */
export interface Tone {
  readonly K: Complex;
  readonly u: Complex;
  readonly y: Complex;
  /** The tone in the input and what the kernel makes of it, sample by sample. */
  readonly heard: Float64Array;
  readonly made: Float64Array;
}

export interface Run {
  /** Samples of the circle: 2L with zeros behind, L without. */
  readonly n: number;
  readonly K: Float64Array;
  /** The input, with its zeros. */
  readonly u: Float64Array;
  /** 0 … n/2 turns; the others are the mirror images of these. */
  readonly tones: readonly Tone[];
  /** The tones 0 … j of the output, added up. */
  readonly sums: readonly Float64Array[];
  /** The convolution term by term: on a line, and round the circle. */
  readonly wanted: Float64Array;
  readonly round: Float64Array;
}

const kernels: Readonly<Record<Setting["kernel"], (v: Pick<Setting, "dt" | "seed">) => number[]>> =
  {
    s4: ({ dt, seed }) => [...kernelOf(layer("legs", STATES, seed), L, dt, "bilinear")],
    mean: () => [0.25, 0.25, 0.25, 0.25],
    delay: () => [0, 0, 0, 1],
  };

/** The share of an arrow that is seen at sample s of n, where it turns j times round. */
export const seenAt = ({ re, im }: Complex, j: number, s: number, n: number): number => {
  const angle = (2 * Math.PI * j * s) / n;
  return re * Math.cos(angle) - im * Math.sin(angle);
};

/** What an arrow counts for in the sum: a tone and its mirror image are one real tone. */
export const shareOf = (j: number, n: number): number => (j === 0 || 2 * j === n ? 1 : 2) / n;

// #region tones
/** Everything but the tone that is looked at. */
export const run = keepingBut<Setting, "j" | "show", Run>(["j", "show"], (v) => {
  const n = v.pad ? 2 * L : L;
  const K = new Float64Array(L);
  K.set(kernels[v.kernel](v as Setting));
  const u = new Float64Array(n);
  // the next seed: the same one drew C
  u.set(v.input === "noise" ? normals(v.seed + 1, L) : [...new Float64Array(L - 1), 1]);
  const omega = Float64Array.from({ length: n / 2 + 1 }, (_, j) => (2 * Math.PI * j) / n);
  const [H, U] = [kernelTransform(K, omega), kernelTransform(u, omega)];
  const tones = Array.from(omega, (_, j) => toneOf(j, n, pick(H, j), pick(U, j)));
  const sums: Float64Array[] = [];
  for (const { made } of tones) sums.push(made.map((y, s) => y + (sums.at(-1)?.[s] ?? 0)));
  return { n, K, u, tones, sums, wanted: filter(K, u), round: roundFilter(K, u) };
});

/** Each tone through the kernel: its arrow times that of the kernel. */
function toneOf(j: number, n: number, K: Complex, u: Complex): Tone {
  const y = complexMultiply(K, u);
  const wave = (arrow: Complex) =>
    Float64Array.from({ length: n }, (_, s) => shareOf(j, n) * seenAt(arrow, j, s, n));
  return { K, u, y, heard: wave(u), made: wave(y) };
}
// #endregion

const pick = ({ re, im }: { re: Float64Array; im: Float64Array }, j: number): Complex => ({
  re: re[j]!,
  im: im[j]!,
});

/** The tone that is looked at: chosen, or the one the playhead has come to. */
export const toneAt = ({ n }: Pick<Run, "n">, { show, j }: Setting, t: number) =>
  Math.min(n / 2, show === "one" ? j : Math.floor(t));

/** That tone's arrows in what is shown: a tone alone has length 1. */
export function shown(r: Run, v: Setting, t: number): Pick<Tone, "K" | "u" | "y"> {
  const tone = r.tones[toneAt(r, v, t)]!;
  return v.show === "one" ? { K: tone.K, u: { re: 1, im: 0 }, y: tone.K } : tone;
}

/** The kernel's lags as arrows head to tail, each turned back by ω a lag, all turned on by `turn`: their tips, from 0 on. */
export function tips(K: Float64Array, omega: number, turn = 0): Complex[] {
  let [re, im] = [0, 0];
  const after = Array.from(K, (k, lag) => {
    const angle = turn - omega * lag;
    return { re: (re += k * Math.cos(angle)), im: (im += k * Math.sin(angle)) };
  });
  return [{ re: 0, im: 0 }, ...after];
}

/** How far the kernel's arrows, or a tone of length 1, get from where they begin, at any tone. */
export const farOf = ({ K, tones, n }: Run): number =>
  Math.max(
    1,
    ...tones.flatMap((_, j) =>
      tips(K, (2 * Math.PI * j) / n).map(({ re, im }) => Math.hypot(re, im)),
    ),
  );

/** How far the tones added up are from the sum term by term, over the samples that count. */
export const gapOf = ({ sums, wanted }: Run) =>
  wanted.subarray(0, L).reduce((most, y, s) => Math.max(most, Math.abs(y - sums.at(-1)![s]!)), 0);

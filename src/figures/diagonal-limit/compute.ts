import { keeping } from "../../kit/keeping.ts";
import { measuredGap, otherGap } from "../../models/diagonalLimit.ts";
import { impulseResponse, type Layer, stepResponse } from "../../models/s4Layer.ts";
import { type Dplr, dplr } from "../../numerics/dplr.ts";
import { generator } from "../../numerics/random.ts";
import { FASTEST, type Setting, SLOWEST } from "./params.ts";

/** The sizes that the playhead goes through, each twice the one before. */
export const SIZES = [2, 4, 8, 16, 32, 64, 128, 256] as const;
/** The time over which answers are compared, and in how many points. */
export const SPAN = [0.05, 3] as const;
export const POINTS = 600;
export const STEP = SPAN[1] / POINTS;
const FREQUENCIES = 97;

export const omega = Float64Array.from(
  { length: FREQUENCIES },
  (_, i) => SLOWEST * (FASTEST / SLOWEST) ** (i / (FREQUENCIES - 1)),
);

/** S4D-LegS at one size: what its first number answers, how far from LegS, and how far it is at each frequency. */
export interface Size {
  readonly N: number;
  readonly impulse: Float64Array;
  readonly step: Float64Array;
  readonly impulseGap: number;
  readonly stepGap: number;
  readonly gaps: Float64Array;
}

/** What the pictures are made of is found size by size, when the playhead comes to it: the last ones take milliseconds. */
export interface Run extends Pick<Setting, "w" | "seed"> {
  /** How far S4D-LegS is from LegS at the frequency looked at, at all sizes. */
  readonly here: Float64Array;
}
export const run = ({ w, seed }: Setting): Run => ({
  w,
  seed,
  get here() {
    return Float64Array.from(SIZES, (_, k) => hereAt(k, { w }));
  },
});

/** What the first number of LegS answers at time t, whatever N: an average that fades. */
export const exact = {
  impulse: (t: number): number => Math.exp(-t),
  step: (t: number): number => -Math.expm1(-t),
};
/** The time of point i: an answer to a step is that after the point's own step. */
export const timeOf = (response: Setting["response"], i: number): number =>
  STEP * (response === "step" ? i + 1 : i);

const parts = SIZES.map((N) => keeping(() => dplr(N)));
const found = parts.map((of) => keeping(() => sizeOf(of())));
const shuffled = parts.map((of) =>
  keeping((seed: number) => otherGap(of(), signs(seed, of().N), omega)),
);

/** The size of that index. */
export const sizeAt = (k: number): Size => found[k]!();
/** What another column would leave there, frequency by frequency. */
export const otherAt = (k: number, { seed }: Pick<Run, "seed">): Float64Array => shuffled[k]!(seed);
/** The same at one of them. */
export const hereAt = (k: number, { w }: Pick<Run, "w">): number =>
  measuredGap(parts[k]!(), Float64Array.of(w))[0]!;

/** The size that the playhead has come to. */
export const indexAt = (t: number): number => Math.min(SIZES.length - 1, Math.floor(t));

function signs(seed: number, N: number): Float64Array {
  const { uniform } = generator(seed);
  return Float64Array.from({ length: N }, () => (uniform() < 0.5 ? -1 : 1));
}

/** S4D-LegS with half of B, read by its first number. */
function sizeOf(of: Dplr): Size {
  const { N, Lambda: A, B, V, weight } = of;
  const none = new Float64Array(B.length);
  const system = { A, B: { re: B.map((b) => b / 2), im: none }, weight };
  const C = { re: V.re.data.slice(0, B.length), im: V.im.data.slice(0, B.length) };
  const one: Layer = { init: "legs-diag", N, C: none, diagonal: { system, C } };
  const impulse = impulseResponse(one, POINTS, STEP);
  const step = stepResponse(one, POINTS, STEP);
  const gaps = measuredGap(of, omega);
  return {
    N,
    impulse,
    step,
    impulseGap: apart(impulse, "impulse"),
    stepGap: apart(step, "step"),
    gaps,
  };
}

function apart(answer: Float64Array, response: Setting["response"]): number {
  const from = Math.round(SPAN[0] / STEP);
  let sum = 0;
  for (let i = from; i < POINTS; i++)
    sum += (answer[i]! - exact[response](timeOf(response, i))) ** 2;
  return Math.sqrt(sum / (POINTS - from));
}

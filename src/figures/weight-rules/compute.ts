import { learnWeights, type Learnt } from "../../models/weightRules.ts";
import { zeros, type Matrix } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";

/** Pairs of a row and its answer. */
export const PAIRS = 24;
/** Variance of each weight before the first pair. */
export const P0 = 4;
/** The first of the two rows, in degrees from the first weight's axis. */
const FIRST = 20;

export const ways = ["kalman", "delta", "added"] as const;
export type Way = (typeof ways)[number];

export interface Run extends Learnt {
  /** The rows asked by, and the answers. */
  readonly C: Matrix;
  readonly y: Float64Array;
  /** The weights at pair 1, 1, 2, … L: those that are there before the first pair are its own. */
  readonly truth: Matrix;
  /** Distance of each way from the truth after 0 … L pairs. */
  readonly off: Readonly<Record<Way, Float64Array>>;
}

export function run(v: Setting): Run {
  const { uniform, normal } = generator(v.seed);
  const C = zeros(PAIRS, 2);
  const y = new Float64Array(PAIRS);
  const truth = zeros(PAIRS + 1, 2);
  truth.data.set([v.h1, v.h2]);
  for (let t = 0; t < PAIRS; t++) {
    const [turned, noise, ...step] = [uniform(), normal(), normal(), normal()];
    const degrees = v.ask === "turn" ? 180 * turned : FIRST + (t % 2) * v.angle;
    const angle = (degrees * Math.PI) / 180;
    C.data.set([Math.cos(angle), Math.sin(angle)], 2 * t);
    for (let i = 0; i < 2; i++)
      truth.data[2 * t + 2 + i] = truth.data[2 * t + i]! + (t > 0 ? Math.sqrt(v.Q) * step[i]! : 0);
    y[t] = along(C, t, pointOf(truth, t + 1)) + Math.sqrt(v.R) * noise;
  }
  const learnt = learnWeights({ C, y }, { beta: v.beta, R: v.R, Q: v.Q, P0 });
  const far = (way: Way) =>
    Float64Array.from({ length: PAIRS + 1 }, (_, k) => distance(learnt[way], truth, k));
  return {
    ...learnt,
    C,
    y,
    truth,
    off: { kalman: far("kalman"), delta: far("delta"), added: far("added") },
  };
}

export const pointOf = ({ data }: Matrix, k: number): readonly [number, number] => [
  data[2 * k]!,
  data[2 * k + 1]!,
];

/** C h at pair t, counted from 0. */
export const along = ({ data }: Matrix, t: number, [x, y]: readonly [number, number]): number =>
  data[2 * t]! * x + data[2 * t + 1]! * y;

/** How far an estimate is from giving the answer t. */
export const missOf = ({ C, y }: Run, t: number, h: readonly [number, number]): number =>
  y[t]! - along(C, t, h);

const distance = (a: Matrix, b: Matrix, k: number) =>
  Math.hypot(a.data[2 * k]! - b.data[2 * k]!, a.data[2 * k + 1]! - b.data[2 * k + 1]!);

/** The number of pairs that have been seen. */
export const seenAt = (t: number): number => Math.min(PAIRS, Math.floor(t));

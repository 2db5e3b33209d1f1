import { eigenvalues2x2 } from "../../numerics/eigen2x2.ts";
import { fromRows, type Matrix } from "../../numerics/matrix.ts";
import { simulate } from "../../models/ssm.ts";
import type { Rows } from "../../kit/params/matrix.ts";
import { samples } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly u: Float64Array;
  readonly h1: Float64Array;
  readonly h2: Float64Array;
  readonly y: Float64Array;
  /** Steps before a number is beyond Float64: all of them where nothing overflows. h and y end there. */
  readonly finite: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export const matrixOf = (m: Rows): Matrix => fromRows(m.map((row) => [...row]));

export const modelOf = ({ A, B, C, D }: Setting) => ({
  A: matrixOf(A),
  B: matrixOf(B),
  C: matrixOf(C),
  D: fromRows([[D]]),
});

/** Two states on an input: u, both states and y, one value a step, and the eigenvalues of A. */
export function run(v: Setting): Run {
  const u = samples(v.input, v.steps);
  const model = modelOf(v);
  const { states, outputs, finite } = simulate(model, { rows: u.length, cols: 1, data: u });
  const state = (i: number) =>
    Float64Array.from({ length: finite }, (_, t) => states.data[2 * t + i]!);
  const y = outputs.data.subarray(0, finite);
  return { u, h1: state(0), h2: state(1), y, finite, ...eigenvalues2x2(model.A) };
}

/** The eigenvalue that outlives the other: the one of larger magnitude. */
export function dominant({ re, im }: Pick<Run, "re" | "im">): { re: number; im: number } {
  const k = Math.hypot(re[1]!, im[1]!) > Math.hypot(re[0]!, im[0]!) ? 1 : 0;
  return { re: re[k]!, im: im[k]! };
}

/** The spectral radius: how much what lasts longest grows or shrinks in a step. */
export function radius(r: Pick<Run, "re" | "im">): number {
  const { re, im } = dominant(r);
  return Math.hypot(re, im);
}

/** Steps for one turn, 2π / arg λ: infinite where nothing turns, 2 where the sign flips at each step. */
export function period(r: Pick<Run, "re" | "im">): number {
  const { re, im } = dominant(r);
  const angle = Math.abs(Math.atan2(im, re));
  return angle === 0 ? Infinity : (2 * Math.PI) / angle;
}

/** On the unit circle as far as six digits of A can tell. */
export const onCircle = (size: number) => Math.abs(size - 1) < 1e-5;

/** Steps until half is forgotten, ln ½ / ln |λ|: infinite where nothing fades. */
export function halfLife(r: Pick<Run, "re" | "im">): number {
  const size = radius(r);
  return size >= 1 || onCircle(size) ? Infinity : size === 0 ? 0 : Math.LN2 / -Math.log(size);
}

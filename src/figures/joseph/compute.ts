import { filter, type KalmanModel, roundedCovariances, roundedRoots } from "../../models/kalman.ts";
import { fromRows, type Matrix, zeros } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

export const STEPS = 20;
/** Variance by which the speed is jostled in each step. */
export const DRIFT = 1e-3;
export const forms = ["short", "joseph", "root"] as const;
export type Form = (typeof forms)[number];

export interface Run extends Readonly<Record<Form, Float64Array>> {
  readonly model: KalmanModel;
  /** The smallest eigenvalue of P after each step, in double precision; of the forms above, as rounded. */
  readonly truth: Float64Array;
  /** P⁻, K and P of the first step, in double precision. */
  readonly first: { readonly P: Matrix; readonly gain: Matrix };
}

/** Place and speed; read is the place half a step later, a mixture of both. */
export function modelOf({ R, P0 }: Pick<Setting, "R" | "P0">): KalmanModel {
  return {
    A: fromRows([
      [1, 1],
      [0, 1],
    ]),
    C: fromRows([[1, 0.5]]),
    Q: fromRows([
      [DRIFT / 3, DRIFT / 2],
      [DRIFT / 2, DRIFT],
    ]),
    R: fromRows([[R]]),
    m0: new Float64Array(2),
    P0: fromRows([
      [P0, 0],
      [0, P0],
    ]),
  };
}

export function run(v: Setting): Run {
  const model = modelOf(v);
  const { filteredCov, gains } = filter(model, zeros(STEPS, 1));
  const rounded = (form: "short" | "joseph") =>
    Float64Array.from(roundedCovariances(model, { L: STEPS, bits: v.bits, form }), leastEigenvalue);
  return {
    model,
    truth: Float64Array.from(filteredCov, leastEigenvalue),
    first: { P: filteredCov[0]!, gain: gains[0]! },
    short: rounded("short"),
    joseph: rounded("joseph"),
    root: Float64Array.from(roundedRoots(model, { L: STEPS, bits: v.bits }), leastOfRoot),
  };
}

const largest = (a: number, b: number, d: number) => (a + d) / 2 + Math.hypot((a - d) / 2, b);

/** Of the symmetric part of a 2×2 matrix: determinant over the largest, which keeps its digits; 0 where nothing is left. */
export function leastEigenvalue({ data }: Matrix): number {
  const [a, b, c, d] = data as unknown as [number, number, number, number];
  const off = (b + c) / 2;
  const most = largest(a, off, d);
  return most === 0 ? 0 : (a * d - off * off) / most;
}

/** Of W Wᵀ, without ever multiplying it out: (det W)² over the largest. */
export function leastOfRoot({ data }: Matrix): number {
  const [a, b, c, d] = data as unknown as [number, number, number, number];
  const most = largest(a * a + b * b, a * c + b * d, c * c + d * d);
  return most === 0 ? 0 : (a * d - b * c) ** 2 / most;
}

/** Steps after which a form's smallest eigenvalue is not above 0. */
export const badOf = (r: Run, form: Form): number => r[form].filter((x) => !(x > 0)).length;
/** The largest relative error of a form. */
export const errorOf = (r: Run, form: Form): number =>
  r[form].reduce((most, x, t) => Math.max(most, Math.abs(x - r.truth[t]!) / r.truth[t]!), 0);

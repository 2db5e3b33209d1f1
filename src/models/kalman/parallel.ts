import { fail } from "../../numerics/check.ts";
import { add, multiply, subtract, symmetrise, transpose } from "../../numerics/linalg.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import { hillisSteele } from "../../numerics/scan.ts";
import type { Monoid } from "../../numerics/scanTrace.ts";
import { solve } from "../../numerics/solve.ts";
import { checkModel, checkObservations, isMissing, type KalmanModel, rowOf } from "./model.ts";
import { startFilter, update } from "./step.ts";

/**
 * What a stretch of time does to whatever state x comes before it: after its measurements the state is N(A x + b, C), and of x
 * itself they say a likelihood ∝ exp(ηᵀ x − ½ xᵀ J x). Columns are n×1. (Särkkä & García-Fernández 2021.)
 */
export interface FilterElement {
  readonly A: Matrix;
  readonly b: Matrix;
  readonly C: Matrix;
  readonly eta: Matrix;
  readonly J: Matrix;
}

/**
 * The element of each single step; that of the first begins at m0, P0 and has A = 0, since nothing comes before it. Rows of NaN
 * are missing. Throws as `filter` does; a diffuse start has no such elements.
 */
export function filterElements(model: KalmanModel, y: Matrix): FilterElement[] {
  const { n, p } = checkModel(model);
  checkObservations(y, p);
  if (model.diffuse)
    fail("model.diffuse", "left out: such a start has no element", "a diffuse start");
  const state = startFilter(model);
  update(state, model, rowOf(y, 0));
  const nothing = zeros(n, n);
  const first: FilterElement = {
    A: nothing,
    b: { rows: n, cols: 1, data: state.mean.slice() },
    C: { rows: n, cols: n, data: state.cov.slice() },
    eta: zeros(n, 1),
    J: nothing,
  };
  const later = Array.from({ length: y.rows - 1 }, (_, t) => {
    const z = { rows: p, cols: 1, data: rowOf(y, t + 1) };
    return isMissing(`y[${t + 1}]`, z.data) ? unseen(model) : element(model, z);
  });
  return [first, ...later];
}

/** A step without a measurement: it only predicts. */
const unseen = ({ A, Q }: KalmanModel): FilterElement => {
  const n = A.rows;
  return { A, b: zeros(n, 1), C: Q, eta: zeros(n, 1), J: zeros(n, n) };
};

function element({ A: F, C: H, Q, R }: KalmanModel, z: Matrix): FilterElement {
  // #region element
  const HQ = multiply(H, Q);
  const S = add(multiply(HQ, transpose(H)), R);
  const K = transpose(solve(S, HQ, "C Q Cᵀ + R"));
  const left = subtract(identity(F.rows), multiply(K, H));
  const HF = multiply(H, F);
  const A = multiply(left, F);
  const b = multiply(K, z);
  const C = symmetrise(multiply(left, Q));
  const eta = multiply(transpose(HF), solve(S, z));
  const J = symmetrise(multiply(transpose(HF), solve(S, HF)));
  // #endregion
  return { A, b, C, eta, J };
}

/** The stretch of two stretches, the earlier one first: associative, not commutative. */
export function joinElements(i: FilterElement, j: FilterElement): FilterElement {
  // #region join
  const one = identity(i.A.rows);
  // What both say of the state between them: A₂ (1 + C₁ J₂)⁻¹, and A₁ᵀ (1 + J₂ C₁)⁻¹.
  const between = transpose(
    solve(transpose(add(one, multiply(i.C, j.J))), transpose(j.A), "1 + C J"),
  );
  const back = transpose(solve(transpose(add(one, multiply(j.J, i.C))), i.A, "1 + J C"));
  const A = multiply(between, i.A);
  const b = add(multiply(between, add(i.b, multiply(i.C, j.eta))), j.b);
  const C = symmetrise(add(multiply(multiply(between, i.C), transpose(j.A)), j.C));
  const eta = add(multiply(back, subtract(j.eta, multiply(j.J, i.b))), i.eta);
  const J = symmetrise(add(multiply(multiply(back, j.J), i.A), i.J));
  // #endregion
  return { A, b, C, eta, J };
}

/** Joining, with what changes nothing: no time at all. */
export const stretches = (n: number): Monoid<FilterElement> => ({
  identity: {
    A: identity(n),
    b: zeros(n, 1),
    C: zeros(n, n),
    eta: zeros(n, 1),
    J: zeros(n, n),
  },
  combine: joinElements,
});

/** The filtered mean and covariance of every step, by ⌈log₂ L⌉ rounds of joins in place of L steps in a row. */
export function parallelFilter(model: KalmanModel, y: Matrix): { mean: Matrix; cov: Matrix[] } {
  const { values } = hillisSteele(filterElements(model, y), stretches(model.A.rows));
  const mean = zeros(y.rows, model.A.rows);
  values.forEach(({ b }, t) => rowOf(mean, t).set(b.data));
  return { mean, cov: values.map(({ C }) => C) };
}

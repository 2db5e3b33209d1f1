import { count } from "../../numerics/check.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { rounderTo } from "../../numerics/roundTo.ts";
import { semidefiniteRoot } from "../../numerics/semidefinite.ts";
import { checkModel, type KalmanModel } from "./model.ts";

/** The two ways to write the covariance after an update: equal on paper. */
export type UpdateForm = "short" | "joseph";

/**
 * The covariances after each of L updates, every single operation rounded to so many significant bits: by P ← (I − K C) P⁻, or by Joseph's
 * form P ← (I − K C) P⁻ (I − K C)ᵀ + K R Kᵀ. For one measurement a step. Nothing is made symmetric by hand.
 * Up to 25 bits that is exact; above, what is rounded is a double already, and a tie may now and then go the other way.
 */
export function roundedCovariances(
  model: KalmanModel,
  { L, bits, form }: { L: number; bits: number; form: UpdateForm },
): Matrix[] {
  const { n } = checkModel(model);
  count("L", L);
  const f = rounderTo(bits);
  const rounded = (m: Matrix): Matrix => ({ ...m, data: m.data.map(f) });
  const [A, C, Q] = [rounded(model.A), rounded(model.C), rounded(model.Q)];
  const R = f(model.R.data[0]!);
  let P = rounded(model.P0);
  return Array.from({ length: L }, (_, t) => {
    if (t > 0) P = plus(times(times(A, P, f), turned(A), f), Q, f);
    // #region short
    const PC = times(P, turned(C), f);
    const S = f(times(C, PC, f).data[0]! + R);
    const K = { ...PC, data: PC.data.map((x) => f(x / S)) };
    const left = less(times(K, C, f), f);
    let after = times(left, P, f); // (I − K C) P⁻
    // #endregion
    if (form === "joseph") {
      // #region joseph
      const noise = { ...K, data: K.data.map((k) => f(k * R)) };
      after = plus(times(after, turned(left), f), times(noise, turned(K), f), f);
      // #endregion
    }
    P = after;
    return { rows: n, cols: n, data: P.data.slice() };
  });
}

/**
 * The same by square roots, P = W Wᵀ: Potter's update of W by one measurement, and a prediction that turns (A W, Q^½) into a triangle by
 * rotations (Bierman 1977). Whatever is rounded, W Wᵀ has no negative eigenvalue. Returned are the W.
 */
export function roundedRoots(
  model: KalmanModel,
  { L, bits }: { L: number; bits: number },
): Matrix[] {
  const { n } = checkModel(model);
  count("L", L);
  const f = rounderTo(bits);
  const rounded = (m: Matrix): Matrix => ({ ...m, data: m.data.map(f) });
  const [A, C] = [rounded(model.A), rounded(model.C)];
  const noise = rounded(semidefiniteRoot("Q", model.Q));
  const R = f(model.R.data[0]!);
  let W = rounded(semidefiniteRoot("P0", model.P0));
  return Array.from({ length: L }, (_, t) => {
    if (t > 0) W = triangle(times(A, W, f), noise, f);
    // #region root
    const seen = times(turned(W), turned(C), f);
    const S = f(times(turned(seen), seen, f).data[0]! + R);
    const weight = f(1 / f(S + f(Math.sqrt(f(R * S)))));
    const PC = times(W, seen, f);
    const taken = times({ ...PC, data: PC.data.map((x) => f(x * weight)) }, turned(seen), f);
    W = { ...W, data: W.data.map((x, i) => f(x - taken.data[i]!)) };
    // #endregion
    return { rows: n, cols: n, data: W.data.slice() };
  });
}

/** A lower triangle T with T Tᵀ = M Mᵀ + N Nᵀ, by rotations of the columns of (M, N). */
function triangle(M: Matrix, N: Matrix, f: Round): Matrix {
  const n = M.rows;
  const columns = [M, N].flatMap((m) =>
    Array.from({ length: n }, (_, j) => Array.from({ length: n }, (__, i) => m.data[i * n + j]!)),
  );
  for (let row = 0; row < n; row++)
    for (let k = row + 1; k < columns.length; k++) {
      const [p, q] = [columns[row]!, columns[k]!];
      const r = f(Math.sqrt(f(f(p[row]! * p[row]!) + f(q[row]! * q[row]!))));
      if (r === 0) continue;
      const [c, s] = [f(p[row]! / r), f(q[row]! / r)];
      for (let i = row; i < n; i++) {
        const [x, y] = [p[i]!, q[i]!];
        p[i] = f(f(c * x) + f(s * y));
        q[i] = f(f(c * y) - f(s * x));
      }
    }
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) data[i * n + j] = columns[j]![i]!;
  return { rows: n, cols: n, data };
}

type Round = (x: number) => number;

function times(A: Matrix, B: Matrix, f: Round): Matrix {
  const data = new Float64Array(A.rows * B.cols);
  for (let i = 0; i < A.rows; i++)
    for (let j = 0; j < B.cols; j++) {
      let sum = 0;
      for (let k = 0; k < A.cols; k++)
        sum = f(sum + f(A.data[i * A.cols + k]! * B.data[k * B.cols + j]!));
      data[i * B.cols + j] = sum;
    }
  return { rows: A.rows, cols: B.cols, data };
}

const plus = (A: Matrix, B: Matrix, f: Round): Matrix => ({
  ...A,
  data: A.data.map((x, i) => f(x + B.data[i]!)),
});

/** I − M. */
const less = (M: Matrix, f: Round): Matrix => ({
  ...M,
  data: M.data.map((x, i) => f((i % (M.cols + 1) === 0 ? 1 : 0) - x)),
});

function turned(M: Matrix): Matrix {
  const data = new Float64Array(M.data.length);
  for (let i = 0; i < M.rows; i++)
    for (let j = 0; j < M.cols; j++) data[j * M.rows + i] = M.data[i * M.cols + j]!;
  return { rows: M.cols, cols: M.rows, data };
}

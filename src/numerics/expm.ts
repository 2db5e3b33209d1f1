import { allFinite } from "./allFinite.ts";
import { fail } from "./check.ts";
import { balance } from "./balance.ts";
import { product, scale } from "./linalg.ts";
import { checkSquare, type Matrix, zeros } from "./matrix.ts";
import { solve } from "./solve.ts";

/** The largest ‖A‖₁ for which the Padé approximant of each degree is exact to rounding (Higham 2005, table 2.3). */
const reach: readonly (readonly [degree: number, norm: number])[] = [
  [3, 1.495585217958292e-2],
  [5, 2.53939833006323e-1],
  [7, 9.504178996162932e-1],
  [9, 2.097847961257068],
  [13, 5.371920351148152],
];
const LARGE = reach[4]![1];

/**
 * eᴬ by scaling and squaring with Padé approximants (Higham, SIAM J. Matrix Anal. Appl. 26, 2005, algorithm 2.3), of the
 * balanced A where it is large; the diagonal of a triangular one is exact after each squaring (Al-Mohy & Higham 2009, code
 * fragment 2.1). Throws unless A is square and finite and eᴬ lies within the range of Float64.
 */
export function expm(A: Matrix): Matrix {
  const n = checkSquare("A", A);
  const norm = norm1(A);
  if (!(norm < Infinity)) fail("‖A‖₁", "within the range of Float64", norm);
  const E = norm > LARGE ? balancedExp(A, norm) : squared(A, norm);
  if (!allFinite(E.data))
    fail("A", "small enough for exp(A) to be within the range of Float64", `‖A‖₁ = ${norm}`);
  return { rows: n, cols: n, data: E.data };
}

/** D exp(D⁻¹ A D) D⁻¹, with as few squarings as the scale of the states allows: each doubles the error of the ones before. */
function balancedExp(A: Matrix, norm: number): Matrix {
  const n = A.rows;
  const { balanced, d } = balance(A);
  const least = norm1(balanced);
  if (!(least < norm / 2)) return squared(A, norm);
  const E = squared(balanced, least);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) if (i !== j) E.data[i * n + j]! *= d[i]! / d[j]!;
  return E;
}

function squared(A: Matrix, norm: number): Matrix {
  const n = A.rows;
  const degree = reach.find(([, most]) => norm <= most)?.[0] ?? 13;
  const triangular = isTriangular(A);
  // #region expm
  const squarings = degree < 13 ? 0 : Math.max(0, Math.ceil(Math.log2(norm / LARGE)));
  let E = pade(scale(A, 2 ** -squarings), degree); // exp(A / 2ˢ)
  let next = zeros(n, n);
  for (let i = 1; i <= squarings; i++) {
    product(E.data, E.data, next.data, n, n, n);
    [E, next] = [next, E];
    if (triangular) exactDiagonal(E, A, 2 ** (i - squarings));
  }
  // #endregion
  return E;
}

function isTriangular({ rows: n, data }: Matrix): boolean {
  let [upper, lower] = [true, true];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      if (data[i * n + j] !== 0) upper = false;
      if (data[j * n + i] !== 0) lower = false;
    }
  return upper || lower;
}

function exactDiagonal(E: Matrix, A: Matrix, share: number): void {
  for (let i = 0; i < A.data.length; i += A.rows + 1) E.data[i] = Math.exp(A.data[i]! * share);
}

/** The diagonal Padé approximant q(A)⁻¹ p(A) of eᴬ, p and q split into even and odd powers: p = V + U, q = V − U. */
function pade(A: Matrix, degree: number): Matrix {
  const n = A.rows;
  const size = n * n;
  const room = new Float64Array(8 * size);
  const take = (k: number) => room.subarray(k * size, (k + 1) * size);
  const [A2, A4, A6, A8] = [take(0), take(1), take(2), take(3)];
  const [odd, U, V, T] = [take(4), take(5), take(6), take(7)];
  const b = coefficients(degree);
  product(A.data, A.data, A2, n, n, n);
  if (degree > 3) product(A2, A2, A4, n, n, n);
  if (degree > 5) product(A2, A4, A6, n, n, n);
  if (degree === 9) product(A4, A4, A8, n, n, n);
  const even = [A2, A4, A6, A8];
  if (degree === 13) {
    // The powers from A⁸ on, as A⁶ times a second polynomial
    gather(T, n, 0, [b[9]!, b[11]!, b[13]!], even);
    product(A6, T, odd, n, n, n);
    T.fill(0);
    gather(T, n, 0, [b[8]!, b[10]!, b[12]!], even);
    product(A6, T, V, n, n, n);
    b.length = 8;
  }
  gather(odd, n, b[1]!, [b[3]!, b[5], b[7], b[9]], even);
  gather(V, n, b[0]!, [b[2]!, b[4], b[6], b[8]], even);
  product(A.data, odd, U, n, n, n);
  for (let i = 0; i < size; i++) {
    T[i] = V[i]! - U[i]!;
    V[i]! += U[i]!;
  }
  return solve({ rows: n, cols: n, data: T }, { rows: n, cols: n, data: V });
}

/** target += b₀ I + Σ weights[k] powers[k]; a weight that is not there is 0. */
function gather(
  target: Float64Array,
  n: number,
  b0: number,
  [a = 0, b = 0, c = 0, d = 0]: (number | undefined)[],
  [A2, A4, A6, A8]: Float64Array[],
): void {
  for (let i = 0; i < n; i++) target[i * n + i]! += b0;
  for (let i = 0; i < target.length; i++)
    target[i]! += a * A2![i]! + b * A4![i]! + (c * A6![i]! + d * A8![i]!);
}

/** b_k = (2m − k)! m! / ((2m)! k! (m − k)!), up to a common factor: 1 at k = 0. */
function coefficients(m: number): number[] {
  const b = [1];
  for (let k = 1; k <= m; k++) b.push((b[k - 1]! * (m - k + 1)) / ((2 * m - k + 1) * k));
  return b;
}

/** ‖A‖₁, the largest column sum of magnitudes. */
function norm1({ rows, cols, data }: Matrix): number {
  let norm = 0;
  for (let j = 0; j < cols; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += Math.abs(data[i * cols + j]!);
    norm = Math.max(norm, sum);
  }
  return norm;
}

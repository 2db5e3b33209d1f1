import { vector } from "./check.ts";
import { checkComplex, type ComplexVector } from "./complex.ts";
import { hessenbergQr } from "./hessenbergQr.ts";
import { eigenvalues2x2 } from "./eigen2x2.ts";
import { binaryScale } from "./linalg.ts";
import { checkSquare, identity, type Matrix } from "./matrix.ts";
import { checkSymmetric } from "./solve.ts";

/**
 * The eigenvalues of a square matrix, by falling real part, then falling |imaginary part|, so that a conjugate pair
 * stands together, the upper half first. Closed form up to 2×2, Jacobi for symmetric ones, Hessenberg form and QR
 * for the rest.
 */
export function eigenvalues(A: Matrix): ComplexVector {
  const n = checkSquare("A", A);
  if (n <= 2) return eigenvalues2x2(A);
  if (symmetric(A)) return { re: eigenSymmetric(A).values.toReversed(), im: new Float64Array(n) };
  const size = binaryScale(A); // so that no square overflows
  const { re, im } = hessenbergQr(
    A.data.map((x) => x / size),
    n,
  );
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((i, j) => re[j]! - re[i]! || Math.abs(im[j]!) - Math.abs(im[i]!) || im[j]! - im[i]!);
  const found = {
    re: Float64Array.from(order, (i) => size * re[i]!),
    im: Float64Array.from(order, (i) => size * im[i]!),
  };
  checkComplex("the eigenvalues", found);
  return found;
}

/**
 * The eigenvalues of a symmetric matrix, rising, and its orthonormal eigenvectors as columns, A V = V diag(values),
 * by cyclic Jacobi rotations (Golub & Van Loan, section 8.5): small eigenvalues keep their relative accuracy better
 * than by QR. Throws unless A is symmetric to 1e-9 of its largest entry.
 */
export function eigenSymmetric(A: Matrix): { values: Float64Array; vectors: Matrix } {
  checkSymmetric("A", A);
  const n = A.rows;
  const size = binaryScale(A); // so that no square overflows
  const S = A.data.map((x) => x / size);
  const V = identity(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) S[i * n + j] = S[j * n + i] = (S[i * n + j]! + S[j * n + i]!) / 2;
  // Quadratic convergence: six to ten sweeps are usual, so the bound is never met.
  for (let sweep = 0; sweep < 60 && !diagonal(S, n); sweep++)
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(S, V.data, n, p, q);
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((i, j) => S[i * n + i]! - S[j * n + j]!);
  return {
    values: vector(
      "the eigenvalues",
      Float64Array.from(order, (i) => size * S[i * n + i]!),
    ),
    vectors: {
      rows: n,
      cols: n,
      data: V.data.map((_, at) => V.data[at - (at % n) + order[at % n]!]!),
    },
  };
}

function symmetric({ rows: n, data }: Matrix): boolean {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) if (data[i * n + j] !== data[j * n + i]) return false;
  return true;
}

/** Whether every entry off the diagonal is lost beside the two diagonal entries it joins. */
function diagonal(S: Float64Array, n: number): boolean {
  for (let p = 0; p < n - 1; p++)
    for (let q = p + 1; q < n; q++) if (S[p * n + q] !== 0) return false;
  return true;
}

/** One Jacobi rotation in the plane (p, q) that zeroes S_pq, gathered in V. */
function rotate(S: Float64Array, V: Float64Array, n: number, p: number, q: number): void {
  const off = S[p * n + q]!;
  if (off === 0) return;
  const a = S[p * n + p]!;
  const b = S[q * n + q]!;
  if (
    Math.abs(off) <= (Number.EPSILON / 8) * Math.sqrt(Math.abs(a) * Math.abs(b)) ||
    (a + off / 4 === a && b + off / 4 === b)
  ) {
    S[p * n + q] = S[q * n + p] = 0;
    return;
  }
  const tau = (b - a) / (2 * off);
  const t = Math.sign(tau || 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    turn(V, k * n + p, k * n + q, c, s);
    if (k === p || k === q) continue;
    turn(S, k * n + p, k * n + q, c, s);
    S[p * n + k] = S[k * n + p]!;
    S[q * n + k] = S[k * n + q]!;
  }
  S[p * n + p] = a - t * off;
  S[q * n + q] = b + t * off;
  S[p * n + q] = S[q * n + p] = 0;
}

function turn(data: Float64Array, p: number, q: number, c: number, s: number): void {
  const x = data[p]!;
  const y = data[q]!;
  data[p] = c * x - s * y;
  data[q] = s * x + c * y;
}

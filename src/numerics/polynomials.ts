import { count, vector } from "./check.ts";
import { zeros, type Matrix } from "./matrix.ts";

/**
 * The bases in which HiPPO remembers, each evaluated at the points of one array. Every function returns a
 * points × N matrix, row i the N basis functions at point i, so that `matvec(basis, coefficients)` is the curve.
 */

// #region legendre
/** √(2n+1) P_n(2x − 1): Legendre polynomials orthonormal on [0, 1]. Exact in any x, growing fast outside. */
export function legendreBasis(N: number, x: Float64Array): Matrix {
  return recurrence(N, x, (row, x) => {
    const y = 2 * x - 1;
    let before = 0;
    let p = 1;
    for (let n = 0; n < N; n++) {
      row[n] = Math.sqrt(2 * n + 1) * p;
      [before, p] = [p, ((2 * n + 1) * y * p - n * before) / (n + 1)]; // Bonnet's recurrence
    }
  });
}
// #endregion

/** L_n(s) e^{−s/2}: Laguerre functions, orthonormal on [0, ∞). */
export function laguerreBasis(N: number, s: Float64Array): Matrix {
  return recurrence(N, s, (row, s) => {
    let before = 0;
    let p = Math.exp(-s / 2);
    for (let n = 0; n < N; n++) {
      row[n] = p;
      [before, p] = [p, ((2 * n + 1 - s) * p - n * before) / (n + 1)];
    }
  });
}

/** 1, 0, √2 cos 2πs, √2 sin 2πs, √2 cos 4πs …: orthonormal on [0, 1] but for index 1, the empty sine of frequency 0. */
export function fourierBasis(N: number, s: Float64Array): Matrix {
  return recurrence(N, s, (row, s) => {
    row[0] = 1;
    for (let n = 2; n < N; n++) {
      const angle = 2 * Math.PI * (n >> 1) * s;
      row[n] = Math.SQRT2 * (n % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    }
  });
}

/**
 * The integrals of the Legendre basis from 0 to x, in closed form: ∫₀ˣ √(2n+1) P_n(2ξ − 1) dξ =
 * (P_{n+1}(y) − P_{n−1}(y)) / (2√(2n+1)) with y = 2x − 1, and x itself for n = 0.
 */
export function legendreIntegrals(N: number, x: Float64Array): Matrix {
  return recurrence(N, x, (row, x) => {
    const y = 2 * x - 1;
    let before = 1;
    let p = y;
    row[0] = x;
    for (let n = 1; n < N; n++) {
      const next = ((2 * n + 1) * y * p - n * before) / (n + 1);
      row[n] = (next - before) / (2 * Math.sqrt(2 * n + 1));
      [before, p] = [p, next];
    }
  });
}

function recurrence(
  N: number,
  points: Float64Array,
  fill: (row: Float64Array, x: number) => void,
): Matrix {
  count("N", N);
  const M = zeros(count("the number of points", vector("points", points).length), N);
  for (let i = 0; i < M.rows; i++) fill(M.data.subarray(i * N, (i + 1) * N), points[i]!);
  return M;
}

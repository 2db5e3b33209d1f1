import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { add, multiply, normFro, scale, transpose } from "../../src/numerics/linalg.ts";
import { identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { type Generator, generator } from "../../src/numerics/random.ts";
import { draw, type KalmanModel } from "../../src/models/kalman.ts";

type Rows = number[][];

/** golden/kalman.json. */
export interface KalmanFile {
  cases: {
    A: Rows;
    C: Rows;
    Q: Rows;
    R: Rows;
    m0: number[];
    P0: Rows;
    y: (number | null)[][];
    predicted_mean: Rows;
    predicted_cov: Rows[];
    filtered_mean: Rows;
    filtered_cov: Rows[];
    smoothed_mean: Rows;
    smoothed_cov: Rows[];
    loglike: number;
  }[];
  steady_state: { A: Rows; C: Rows; Q: Rows; R: Rows; predicted_cov: Rows }[];
}

/** golden/nile.json. */
export interface NileFile {
  y: number[];
  sigma2_irregular: number;
  sigma2_level: number;
  loglike: number;
  smoothed: number[];
}

/** A file of tests/golden. */
export function readGolden<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../golden/${file}`, import.meta.url), "utf8")) as T;
}

/** Matrices of nested rows with null for NaN, as the golden files have them. */
export function matrixOf(rows: (number | null)[][]): Matrix {
  const data = Float64Array.from(rows.flat(), (x) => x ?? NaN);
  return { rows: rows.length, cols: rows[0]!.length, data };
}

/** A matrix of standard normal entries. */
export function randomMatrix(rows: number, cols: number, random: Generator): Matrix {
  const M = zeros(rows, cols);
  for (let i = 0; i < M.data.length; i++) M.data[i] = random.normal();
  return M;
}

/** A covariance W Wᵀ of the given rank. */
export function randomCovariance(n: number, rank: number, random: Generator): Matrix {
  const W = randomMatrix(n, rank, random);
  return multiply(W, transpose(W));
}

/** A stable model (‖A‖ ≤ 0.98) of random parts; Q of any rank from 1 to n, R positive definite. */
export function randomModel(n: number, p: number, rank: number, seed: number): KalmanModel {
  const random = generator(seed);
  const A = randomMatrix(n, n, random);
  return {
    A: scale(A, 0.98 / normFro(A)),
    C: randomMatrix(p, n, random),
    Q: randomCovariance(n, rank, random),
    R: add(randomCovariance(p, p, random), scale(identity(p), 0.05)),
    m0: Float64Array.from({ length: n }, () => random.normal()),
    P0: add(randomCovariance(n, n, random), scale(identity(n), 0.1)),
  };
}

/** Models of up to 5 states and 3 measurements, with the seed they came from. */
export const models = fc
  .record({
    n: fc.integer({ min: 1, max: 5 }),
    p: fc.integer({ min: 1, max: 3 }),
    rank: fc.integer({ min: 1, max: 5 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ n, p, rank, seed }) => ({ seed, model: randomModel(n, p, Math.min(n, rank), seed) }));

/** y with about one row in five missing. */
export function withGaps(y: Matrix, seed: number): Matrix {
  const random = generator(seed);
  const data = y.data.slice();
  for (let t = 0; t < y.rows; t++)
    if (random.uniform() < 0.2) data.fill(NaN, t * y.cols, (t + 1) * y.cols);
  return { ...y, data };
}

/** The smallest eigenvalue of M is at least −tolerance, judged by a Cholesky factorisation. */
export function isSemidefinite(M: Matrix, tolerance: number): boolean {
  const n = M.rows;
  const U = M.data.slice();
  for (let i = 0; i < n; i++) U[i * (n + 1)]! += tolerance;
  for (let k = 0; k < n; k++) {
    if (!(U[k * (n + 1)]! > 0)) return false;
    for (let i = k + 1; i < n; i++)
      for (let j = k + 1; j <= i; j++)
        U[i * n + j]! -= (U[i * n + k]! * U[j * n + k]!) / U[k * (n + 1)]!;
  }
  return true;
}

/** Row t of a matrix. */
export function rowOf(m: Matrix, t: number): Float64Array {
  return m.data.subarray(t * m.cols, (t + 1) * m.cols);
}

/** A series drawn from a model, some rows missing. */
export function seriesOf({ model, seed }: { model: KalmanModel; seed: number }, L: number): Matrix {
  return withGaps(draw(model, L, generator(seed)).observations, seed);
}

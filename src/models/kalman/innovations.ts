import { count, fail } from "../../numerics/check.ts";
import { chiSquaredQuantile, chiSquaredTail, probability } from "../../numerics/distributions.ts";
import { checkMatrix, type Matrix, zeros } from "../../numerics/matrix.ts";
import type { FilterResult } from "./filter.ts";
import { factor, forward } from "./kernels.ts";
import { rowOf } from "./model.ts";

/** A filter's result as far as its innovations go. */
export type Innovations = Pick<FilterResult, "innovations" | "innovationCov" | "diffuseSteps">;

/**
 * The innovations made white and of unit variance, U⁻¹ y with U Uᵀ = S, L×p: standard normal and independent if the
 * model is right. NaN in exactly the rows that are missing or diffuse. (Durbin & Koopman 2012, §2.12.)
 */
export function standardise(result: Innovations): Matrix {
  const { rows, cols: p } = result.innovations;
  const white = zeros(rows, p);
  const U = new Float64Array(p * p);
  for (let t = 0; t < rows; t++) {
    const row = rowOf(white, t);
    row.set(rowOf(result.innovations, t));
    if (t < result.diffuseSteps) row.fill(NaN);
    if (Number.isNaN(row[0])) continue;
    factor(`innovationCov[${t}]`, U, result.innovationCov[t]!.data, p);
    forward(U, row, p);
  }
  return white;
}

/** NIS: yᵀ S⁻¹ y of each step, χ² with p degrees of freedom if the model is right; NaN where missing or diffuse. */
export function nis(result: Innovations): Float64Array {
  const white = standardise(result);
  return Float64Array.from({ length: white.rows }, (_, t) => squared(rowOf(white, t)));
}

/**
 * NEES: eᵀ P⁻¹ e with e = truth − mean, of each step, χ² with n degrees of freedom if the model is right. `truth` and
 * `mean` are L×n, `cov` L of n×n. Throws unless every covariance is positive definite.
 */
export function nees(truth: Matrix, mean: Matrix, cov: readonly Matrix[]): Float64Array {
  const n = checkMatrix("truth", truth).cols;
  checkMatrix("mean", mean, truth.rows, n);
  if (cov.length !== truth.rows) fail("cov", `${truth.rows} matrices`, `${cov.length}`);
  const U = new Float64Array(n * n);
  return Float64Array.from({ length: truth.rows }, (_, t) => {
    const error = rowOf(truth, t).map((x, i) => x - rowOf(mean, t)[i]!);
    factor(`cov[${t}]`, U, checkMatrix(`cov[${t}]`, cov[t]!, n, n).data, n);
    forward(U, error, n);
    return squared(error);
  });
}

/**
 * Where the mean of `runs` independent χ² values with `dof` degrees of freedom falls with probability `coverage`: the
 * band for a mean NIS (dof = p) or NEES (dof = n). (Bar-Shalom, Li & Kirubarajan 2001, §5.4.)
 */
export function chiSquaredBand(
  dof: number,
  runs = 1,
  coverage = 0.95,
): { lower: number; upper: number } {
  const total = count("dof", dof) * count("runs", runs);
  const tail = (1 - probability("coverage", coverage)) / 2;
  return {
    lower: chiSquaredQuantile(tail, total) / runs,
    upper: chiSquaredQuantile(1 - tail, total) / runs,
  };
}

/** The autocorrelations of x at lags 1 … `lags`; NaN entries are left out. Throws if x is constant or too short. */
export function autocorrelation(x: Float64Array, lags: number): Float64Array {
  let [seen, all, total] = [0, 0, 0];
  for (const value of x)
    if (!Number.isNaN(value)) {
      seen++;
      all += value;
    }
  if (seen <= count("lags", lags))
    fail("x", `more than ${lags} values that are not NaN`, `${seen}`);
  const mean = all / seen;
  for (const value of x) if (!Number.isNaN(value)) total += (value - mean) ** 2;
  if (!(total > 0 && total < Infinity)) fail("x", "finite and not constant", `variance ${total}`);
  return Float64Array.from({ length: lags }, (_, i) => {
    let sum = 0;
    for (let t = i + 1; t < x.length; t++) {
      const product = (x[t]! - mean) * (x[t - i - 1]! - mean);
      if (!Number.isNaN(product)) sum += product;
    }
    return sum / total;
  });
}

/**
 * Ljung and Box's test (1978) that x is white up to a lag: n (n + 2) Σ ρ_k² / (n − k) is χ² with lags − fitted degrees of
 * freedom. A small p-value says the innovations still hold something to predict. Throws unless fitted < lags.
 */
export function ljungBox(
  x: Float64Array,
  lags: number,
  fitted = 0,
): { statistic: number; dof: number; pValue: number } {
  const dof = count("lags − fitted", count("lags", lags) - count("fitted", fitted, 0));
  const n = x.filter((value) => !Number.isNaN(value)).length;
  const statistic = autocorrelation(x, lags).reduce(
    (sum, rho, i) => sum + (n * (n + 2) * rho * rho) / (n - i - 1),
    0,
  );
  return { statistic, dof, pValue: chiSquaredTail(statistic, dof) };
}

function squared(x: Float64Array): number {
  return x.reduce((sum, value) => sum + value * value, 0);
}

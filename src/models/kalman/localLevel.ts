import { fail, finite } from "../../numerics/check.ts";
import { minimiseScalar } from "../../numerics/minimise.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { column } from "./model.ts";
import { smooth } from "./smoother.ts";
import { localLevel } from "./structural.ts";

/** A local level model of maximum likelihood. */
export interface LocalLevelFit {
  /** Variance of the measurement noise. */
  irregular: number;
  /** Variance of the level's steps. */
  level: number;
  /** At that optimum, with the diffuse step counted as −½ ln 2π. */
  logLikelihood: number;
  /** The smoothed level, of the length of y. */
  smoothed: Float64Array;
}

/**
 * The local level model under which y is most likely, with exact diffuse start; NaN = missing. One variance is solved for
 * (the concentrated likelihood, Durbin & Koopman 2012, §2.10.2), the ratio of the two is searched over all of [0, ∞], so an
 * optimum on the boundary is found as 0. Throws with fewer than 3 values or when they are all equal.
 */
export function fitLocalLevel(y: Float64Array): LocalLevelFit {
  const series = column(y);
  const seen = y.filter((x) => !Number.isNaN(x));
  if (seen.length < 3) fail("y", "at least 3 values that are there", `${seen.length}`);
  if (seen.every((x) => x === seen[0])) fail("y", "a series that varies", "a constant one");
  const cost = (u: number) => -profile(y, ratio(u)).logLikelihood;
  const grid = Array.from({ length: 121 }, (_, i) => -30 + i / 2);
  const costs = grid.map(cost);
  const best = costs.indexOf(Math.min(...costs));
  const inner = minimiseScalar(cost, grid[Math.max(0, best - 1)]!, grid[Math.min(120, best + 1)]!);
  const fits = [ratio(inner.x), 0, 1].map((share) => profile(y, share));
  const { irregular, level, logLikelihood } = fits.reduce((a, b) =>
    b.logLikelihood >= a.logLikelihood - 1e-9 * Math.abs(a.logLikelihood) ? b : a,
  );
  const { mean } = smooth(localLevel({ irregular, level }), series);
  return { irregular, level, logLikelihood, smoothed: mean.data };
}

/**
 * The log-likelihood of y for every pair of variances, `irregularGrid` down the rows, `levelGrid` across the columns; NaN in y
 * = missing. Throws on a negative variance, on 0 in both grids, or when y is wholly missing.
 */
export function likelihoodSurface(
  y: Float64Array,
  irregularGrid: Float64Array,
  levelGrid: Float64Array,
): Matrix {
  column(y);
  if (y.every((x) => Number.isNaN(x))) fail("y", "a series not wholly missing", "NaN only");
  checkGrid("irregularGrid", irregularGrid);
  checkGrid("levelGrid", levelGrid);
  if (irregularGrid.includes(0) && levelGrid.includes(0))
    fail("irregularGrid", "above 0 where levelGrid holds 0", 0);
  const surface = zeros(irregularGrid.length, levelGrid.length);
  irregularGrid.forEach((irregular, i) =>
    levelGrid.forEach((level, j) => {
      const { n, logF, squares } = recursion(y, irregular, level);
      surface.data[i * levelGrid.length + j] = finite(
        `the log-likelihood at (${irregular}, ${level})`,
        -0.5 * (n * Math.log(2 * Math.PI) + logF + squares),
      );
    }),
  );
  return surface;
}

/** u ↦ level / (level + irregular) on (0, 1), with ln(level / irregular) = u. */
function ratio(u: number): number {
  return 1 / (1 + Math.exp(-u));
}

/** The likelihood where level has the given share of the sum of variances and that sum is the best possible. */
function profile(y: Float64Array, share: number): Omit<LocalLevelFit, "smoothed"> {
  const { n, logF, squares } = recursion(y, 1 - share, share);
  const sum = squares / (n - 1);
  const logLikelihood = -0.5 * (n * Math.log(2 * Math.PI) + logF + (n - 1) * Math.log(sum) + n - 1);
  return { irregular: (1 - share) * sum, level: share * sum, logLikelihood };
}

/**
 * The filter of one number, without its matrices: how many values there are, Σ ln F and Σ v²/F over all but the first, which
 * only settles the diffuse start. The logarithm is taken of a product of F's, once it nears the end of its range.
 */
function recursion(y: Float64Array, irregular: number, level: number) {
  let first = 0;
  while (Number.isNaN(y[first])) first++;
  let [a, P, n, logF, product, squares] = [y[first]!, irregular, 1, 0, 1, 0];
  // #region recursion
  for (let t = first + 1; t < y.length; t++) {
    P += level;
    const z = y[t]!;
    if (z !== z) continue;
    const F = P + irregular;
    const v = z - a;
    const K = P / F;
    a += K * v;
    P = K * irregular;
    squares += (v * v) / F;
    product *= F;
    n++;
    if (product > 1e100 || product < 1e-100) {
      logF += Math.log(product);
      product = 1;
    }
  }
  // #endregion
  return { n, logF: logF + Math.log(product), squares };
}

function checkGrid(name: string, grid: Float64Array): void {
  if (!(grid instanceof Float64Array) || grid.length === 0)
    fail(name, "a Float64Array that is not empty", grid);
  grid.forEach((x, i) => {
    if (!(finite(`${name}[${i}]`, x) >= 0)) fail(`${name}[${i}]`, "a variance of at least 0", x);
  });
}

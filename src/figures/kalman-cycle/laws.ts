import { choleskySolve, cholesky } from "../../numerics/solve.ts";
import { zeros } from "../../numerics/matrix.ts";
import { chiSquaredBand } from "../../models/kalman.ts";
import { uncertain, type Run } from "./compute.ts";
import { RUNS } from "./manyRuns.ts";
import type { Setting } from "./params.ts";

const close = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);
const steps = (r: Run) => Array.from(r.y.keys()).filter((t) => uncertain(r, t));

/** ln of a normal density. */
const logDensity = (x: number, mean: number, variance: number) =>
  -0.5 * ((x - mean) ** 2 / variance + Math.log(2 * Math.PI * variance));

/** Prior times likelihood is posterior times one constant, the density of the measurement: at any three states. */
export const updateIsProduct = (r: Run): boolean =>
  steps(r).every((t) => {
    const [m, P] = [r.hprior[t]!, r.Pprior[t]!];
    if (!(P > 0 && r.R > 0)) return true;
    const evidence = logDensity(r.y[t]!, m, r.S[t]!);
    return [-1, 0, 2].every((z) => {
      const h = r.hhat[t]! + z * Math.sqrt(r.P[t]!);
      const product = logDensity(h, m, P) + logDensity(r.y[t]!, h, r.R);
      const parts = logDensity(h, r.hhat[t]!, r.P[t]!) + evidence;
      const size = Math.max(Math.abs(product), (h - m) ** 2 / P, (h - r.y[t]!) ** 2 / r.R);
      return Math.abs(product - parts) <= 1e-7 * Math.max(1, size);
    });
  });

export const updateNarrows = (r: Run): boolean =>
  steps(r).every((t) => r.P[t]! <= Math.min(r.Pprior[t]!, r.R) * (1 + 1e-9));

export const gainIsShare = (r: Run): boolean =>
  r.gain.every((K) => K >= 0 && K <= 1) &&
  steps(r).every((t) => close(r.gain[t]! * r.S[t]!, r.Pprior[t]!, r.S[t]!));

/** P⁻ never moves away from where it comes to rest. */
export const settles = (r: Run): boolean =>
  Number.isNaN(r.steadyP) ||
  r.Pprior.every((p, t) => {
    const before = t === 0 ? Infinity : Math.abs(r.Pprior[t - 1]! - r.steadyP);
    return Math.abs(p - r.steadyP) <= before * (1 + 1e-9) + 1e-12 * (1 + r.steadyP);
  });

/** The last estimate is E[h | y] of all measurements taken at once: Σ_hy Σ_yy⁻¹ y. */
export function equalsBatch(r: Run, { a, P0 }: Setting): boolean {
  const L = r.y.length;
  if (steps(r).length < L || r.R === 0) return true;
  const V = new Float64Array(L);
  for (let t = 0, v = P0; t < L; t++, v = a * a * v + r.Q) V[t] = v;
  const cov = zeros(L, L);
  for (let i = 0; i < L; i++)
    for (let j = 0; j < L; j++)
      cov.data[i * L + j] = a ** Math.abs(i - j) * V[Math.min(i, j)]! + (i === j ? r.R : 0);
  const weights = choleskySolve(cholesky(cov), { rows: L, cols: 1, data: r.y.slice() }).data;
  let estimate = 0;
  let size = 1;
  weights.forEach((w, t) => {
    const term = a ** (L - 1 - t) * V[t]! * w;
    estimate += term;
    size = Math.max(size, Math.abs(term), Math.abs(r.y[t]!));
  });
  return Math.abs(estimate - r.hhat[L - 1]!) <= 1e-6 * size;
}

/** With the true Q and R the hundred runs pass a test that a right filter fails once in ten million. */
export function rightPasses(r: Run, { kQ, kR }: Setting): boolean {
  const counted = steps(r).length * RUNS;
  if (kQ !== 1 || kR !== 1 || counted === 0) return true;
  const { lower, upper } = chiSquaredBand(1, counted, 1 - 1e-7);
  return r.many.nis >= lower && r.many.nis <= upper;
}

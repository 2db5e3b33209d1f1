import { rankCorrection } from "../../numerics/hippo.ts";
import { add, matvec, multiply, normInf, scale, transpose } from "../../numerics/linalg.ts";
import { identity } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";

/** A + Aᵀ = −(δI + 2PPᵀ): δ = 1 and PPᵀ = BBᵀ/2 for LegS, δ = 0 for the others, P of two columns for LegT. */
export function sumIsLoss({ measure, A, sum }: Run): boolean {
  const P = rankCorrection(measure, A.rows);
  const loss = scale(multiply(P, transpose(P)), 2);
  const whole = measure === "legs" ? add(identity(A.rows), loss) : loss;
  return normInf(add(sum, whole)) <= 1e-11 * Math.max(1, normInf(sum));
}

/** Left to itself no state gains energy: xᵀ(A + Aᵀ)x ≤ 0 for every x, here for a sheaf of them. */
export function neverGains({ A, sum }: Run): boolean {
  const N = A.rows;
  return Array.from({ length: 8 }, (_, seed) =>
    Float64Array.from({ length: N }, (__, n) => Math.cos(1 + 2.3 * n * (seed + 1) + seed)),
  ).every((x) => matvec(sum, x).reduce((total, y, n) => total + y * x[n]!, 0) <= 1e-9 * N * N);
}

/** LegS and LagT: number n never listens to a later one. LegT: the window has an end, and every number must know all. */
export function triangular({ measure, A }: Run): boolean {
  const N = A.rows;
  if (measure === "legt") return A.data.every((x) => x !== 0);
  return measure === "fout" || A.data.every((x, i) => i % N <= Math.floor(i / N) || x === 0);
}

/** None to the right of the imaginary axis, and together they are the trace. */
export function stable({ A, lambda: { re } }: Run): boolean {
  let trace = 0;
  for (let n = 0; n < A.rows; n++) trace += A.data[n * (A.rows + 1)]!;
  const total = re.reduce((sum, x) => sum + x, 0);
  const size = normInf(A);
  return re.every((x) => x <= 1e-9 * size) && Math.abs(total - trace) <= 1e-9 * size * A.rows;
}

import { legsDiagonalKernel } from "../../models/s4d.ts";
import { legsKernel, s4 } from "../../models/s4.ts";
import { discretize } from "../../numerics/discretize.ts";
import { legs, rankCorrection } from "../../numerics/hippo.ts";
import { add, multiply, normInf, scale, subtract, transpose } from "../../numerics/linalg.ts";
import { conditions, LAGS, rms, rowOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** A⁽ᴺ⁾ commutes with its transpose. */
export function isNormal({ normal: M }: Run): boolean {
  const [a, b] = [multiply(M, transpose(M)), multiply(transpose(M), M)];
  return normInf(subtract(a, b)) <= 1e-12 * normInf(a);
}

/** The two parts are A(κ), the second of rank one: every 2×2 minor is zero. */
export function rankOne({ A, normal, low, N, B }: Run): boolean {
  if (normInf(subtract(add(normal, low), A)) > 1e-12 * normInf(A)) return false;
  const at = (n: number, k: number) => low.data[n * N + k]!;
  const most = normInf(low) ** 2;
  return B.every((_, n) =>
    B.every(
      (__, k) => Math.abs(at(0, 0) * at(n, k) - at(0, k) * at(n, 0)) <= 1e-10 * Math.max(1, most),
    ),
  );
}

/** A⁽ᴺ⁾ − P Pᵀ is LegS. */
export function isLegs({ normal, N }: Run): boolean {
  const P = rankCorrection("legs", N);
  const A = legs(N).A;
  return normInf(subtract(subtract(normal, multiply(P, transpose(P))), A)) <= 1e-12 * normInf(A);
}

/** The seed's A + B K: with K = −½Bᵀ, fed back κ times. */
export function isFeedback({ A, normal, B, N }: Run, { kappa }: Setting): boolean {
  const column = { rows: N, cols: 1, data: B };
  const back = scale(multiply(column, scale(transpose(column), -0.5)), kappa);
  return normInf(subtract(add(normal, back), A)) <= 1e-12 * normInf(A);
}

export const isUnitary = ({ eigen, N }: Run): boolean => !eigen || eigen.unitary <= 1e-13 * N;

const close = (a: Float64Array, b: Float64Array) =>
  rms(a, b) <= 1e-9 * Math.max(1e-9, rms(b, new Float64Array(b.length)));

/** The Cauchy sums give the kernel of the dense matrix. */
export const cauchyIsDense = ({ K, N }: Run, { dt, seed }: Setting): boolean =>
  close(legsKernel(rowOf(N, seed), LAGS, dt), K[2]);

/** At κ = 0 the dense kernel is that of the diagonal: both made discrete by the bilinear rule. */
export function zeroIsDiagonal({ K, N }: Run, { dt, seed }: Setting): boolean {
  const C = s4(rowOf(N, seed)).C;
  return close(legsDiagonalKernel(N, C, LAGS, dt, "bilinear"), K[0]);
}

/** One number more never makes the eigenvectors of LegS better. */
export const everWorse = ({ N }: Run): boolean =>
  N < 2 || conditions[N - 1]! >= conditions[N - 2]! * (1 - 1e-12);

/** The eigenvalues sum to the trace, and none lies to the right of −½. */
export function sumToTrace({ eigen, N }: Run, { kappa }: Setting): boolean {
  if (!eigen) return true;
  const { re, im } = eigen.exact;
  const sum = (v: Float64Array) => v.reduce((a, b) => a + b, 0);
  const trace = -(N + kappa * N * N) / 2;
  const small = 1e-10 * N * N;
  return (
    Math.abs(sum(re) - trace) <= small && Math.abs(sum(im)) <= small && re.every((x) => x < -0.49)
  );
}

/** A bilinear step of A(κ) never grows, since A(κ) + A(κ)ᵀ = −I − κBBᵀ. */
export function neverGrows({ A, N }: Run, { dt }: Setting): boolean {
  const { A: bar } = discretize(A, { rows: N, cols: 1, data: new Float64Array(N) }, dt, "bilinear");
  return Array.from({ length: 4 }, (_, seed) => rowOf(N, seed + 1)).every((x) => {
    const y = multiply(bar, { rows: N, cols: 1, data: x }).data;
    const energy = (v: Float64Array) => v.reduce((sum, a) => sum + a * a, 0);
    return energy(y) <= energy(x) * (1 + 1e-9);
  });
}

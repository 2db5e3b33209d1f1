import { functionsAt, speed, weighing } from "../../models/measures.ts";
import { legt, lmu } from "../../numerics/hippo.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const size = ({ A }: Run) => A.data.reduce((m, x) => Math.max(m, Math.abs(x)), 1);

/** Integration and closed form give the same A and B. */
export const closedForm = (r: Run): boolean =>
  r.A.data.every((x, i) => Math.abs(x - r.closed.A.data[i]!) <= 1e-12 * size(r)) &&
  r.B.every((x, n) => Math.abs(x - r.closed.B[n]!) <= 1e-12 * size(r));

export const byParts = (r: Run): boolean => {
  const { N } = r.p;
  return r.A.data.every(
    (x, i) =>
      Math.abs(x + r.B[Math.floor(i / N)]! * r.now[i % N]! + r.G.data[i]!) <= 1e-12 * N * size(r),
  );
};

/** (v k_n)′ = Σ ∫(v k_n)′g_k · k_k, at any age. */
export const mixture = (r: Run): boolean => {
  const { p } = r;
  const h = 1e-4;
  const drifting = (s: number) => weighing(p, s).map((k) => k * speed(p, s));
  return [0.11, 0.42, 0.83].every((s) => {
    const [low, high, k] = [drifting(s - h), drifting(s + h), weighing(p, s)];
    return low.every((x, n) => {
      const mixed = k.reduce((sum, kk, j) => sum + r.drift.data[n * p.N + j]! * kk, 0);
      return Math.abs((high[n]! - x) / (2 * h) - mixed) <= 1e-4 * p.N * size(r);
    });
  });
};

/** LMU = T LegT T⁻¹ with T = diag((−1)ⁿ√(2n+1)), B = T B: what the numbers say of the past is the same. */
export function similar(_: Run, { N }: Setting): boolean {
  const [a, b] = [legt(N), lmu(N)];
  const T = (n: number) => (n % 2 ? -1 : 1) * Math.sqrt(2 * n + 1);
  return (
    b.A.data.every((x, i) => {
      const [n, k] = [Math.floor(i / N), i % N];
      return Math.abs(x - (T(n) * a.A.data[i]!) / T(k)) <= 1e-12 * N * N;
    }) && b.B.every((x, n) => Math.abs(x - T(n) * a.B[n]!) <= 1e-12 * N * N)
  );
}

/** With values now all 1 or √(2n+1), B is what comes in: k_n(0), twice where both ends are read. */
export const comesIn = ({ p, B }: Run): boolean => {
  const [now, end] = [weighing(p, 0), functionsAt(p, 1).g];
  return B.every(
    (x, n) => Math.abs(x - now[n]! - (p.reread === 2 ? end[n]! : 0)) <= 1e-12 * (1 + Math.abs(x)),
  );
};

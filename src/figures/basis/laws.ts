import { normFro } from "../../numerics/linalg.ts";
import type { Run } from "./compute.ts";

/** What rounding may do to step k of a model in another basis: T⁻¹ … T makes it as much as cond² larger. */
function slack({ old, condition }: Run, k: number): number {
  const { A, B, C } = old.model;
  const grown = Math.max(1, normFro(A)) ** k * (1 + normFro(B)) * (1 + normFro(C));
  return 1e-14 * (k + 1) * condition ** 2 * grown;
}

export const sameKernel = (r: Run): boolean =>
  r.old.K.every((x, k) => !r.now || Math.abs(x - r.now.K[k]!) <= slack(r, k));

/** T z against h, at every lag. */
export const samePoint = (r: Run): boolean => {
  const { now, old, T } = r;
  const [a, b, c, d] = T.data as unknown as [number, number, number, number];
  return old.first.every((x, k) => {
    if (!now) return true;
    const [z, w] = [now.first[k]!, now.second[k]!];
    const away = Math.hypot(a * z + b * w - x, c * z + d * w - old.second[k]!);
    return away <= slack(r, k);
  });
};

/** Trace and determinant, and with them both eigenvalues. */
export function sameEigenvalues({ old, now, condition }: Run): boolean {
  if (!now) return true;
  const [a, b, c, d] = old.model.A.data as unknown as [number, number, number, number];
  const [p, q, r, s] = now.model.A.data as unknown as [number, number, number, number];
  const most = 1e-13 * condition ** 2 * (1 + normFro(old.model.A)) ** 2;
  return Math.abs(a + d - p - s) <= most && Math.abs(a * d - b * c - (p * s - q * r)) <= most;
}

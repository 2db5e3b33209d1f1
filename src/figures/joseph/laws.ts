import { multiply, transpose } from "../../numerics/linalg.ts";
import { roundedRoots } from "../../models/kalman.ts";
import { leastEigenvalue, modelOf, type Run, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Whatever is rounded, the square of a real number is not negative. */
export const rootsStay = ({ root }: Run): boolean => root.every((x) => x >= 0);

/** With all 53 bits the three forms are one; what they lose is in proportion to P₀. */
export const doubleAgrees = (r: Run, { bits, P0 }: Setting): boolean =>
  bits < 53 ||
  ([r.short, r.joseph, r.root] as const).every((form) =>
    form.every((x, t) => Math.abs(x - r.truth[t]!) <= 2 ** -46 * P0 + 1e-6 * r.truth[t]!),
  );

/** In truth no measurement and no step takes the smallest eigenvalue to 0 or above R/|C|². */
export const truthIsBounded = ({ truth }: Run, { R }: Setting): boolean =>
  truth.every((x) => x > 0 && x <= (R / 1.25) * (1 + 1e-6));

/** The numbers drawn for the roots are those of W Wᵀ multiplied out in full. */
export function rootIsProduct(r: Run, v: Setting): boolean {
  const roots = roundedRoots(modelOf(v), { L: STEPS, bits: v.bits });
  return roots.every((W, t) => {
    const P = multiply(W, transpose(W));
    const size = Math.max(...P.data.map(Math.abs));
    return Math.abs(leastEigenvalue(P) - r.root[t]!) <= 1e-13 * size;
  });
}

import { multiply } from "../../numerics/linalg.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { bound, partsAt, peak, radians, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The simulated state against λ₁ᵗ p₁ + λ₂ᵗ p₂. */
export function sumOfParts(r: Run, v: Setting): boolean {
  const scale = 1 + Math.hypot(...r.parts[0]) + Math.hypot(...r.parts[1]);
  return r.x.every((x, t) => {
    const { state } = partsAt(r, v, t);
    return Math.hypot(x - state[0], r.y[t]! - state[1]) <= 1e-11 * scale;
  });
}

/** A v = λ v for both directions. */
export function onlyStretched({ A }: Run, v: Setting): boolean {
  const a = radians(v);
  const slack = 1e-12 * (1 + Math.max(...A.data.map(Math.abs)));
  return [
    [v.first, 1, 0],
    [v.second, Math.cos(a), Math.sin(a)],
  ].every(([lambda, x, y]) => {
    const moved = multiply(A, fromRows([[x!], [y!]])).data;
    return Math.hypot(moved[0]! - lambda! * x!, moved[1]! - lambda! * y!) <= slack;
  });
}

export const straightNeverGrows = (r: Run, { angle }: Setting): boolean =>
  angle < 90 || peak(r) <= 1 + 1e-12;

export const withinBound = (r: Run, v: Setting): boolean =>
  Math.max(...r.most) <= bound(v) * (1 + 1e-9) && peak(r) <= Math.max(...r.most) * (1 + 1e-9);

import { ruleNames } from "../../numerics/discretize.ts";
import { gap, radius, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const largest = (...all: Float64Array[]) => {
  let most = 1;
  for (const v of all)
    for (const x of v) if (Number.isFinite(x)) most = Math.max(most, Math.abs(x));
  return most;
};

/** On an input that really is a staircase, zero-order hold is no approximation. */
export const exactOnStairs = ({ steps, exactAt }: Run, { truth }: Setting): boolean =>
  truth === "smooth" || gap(steps.zoh.h, exactAt) <= 1e-9 * largest(exactAt);

/** Re λ ≤ 0 stays |Ā| ≤ 1, whatever Δ. */
export const staysStable = ({ steps }: Run): boolean =>
  (["zoh", "bilinear", "backward"] as const).every((r) => radius(steps[r]) <= 1 + 1e-12);

/** Euler is stable where λΔ lies within 1 of −1. */
export const eulerDisc = ({ steps }: Run, { a, w, dt }: Setting): boolean => {
  const reach = Math.hypot(1 + a * dt, w * dt);
  return Math.abs(reach - 1) < 1e-9 || radius(steps.euler) > 1 === reach > 1;
};

/** Ā − λ B̄ = 1: at rest under a steady input every rule stands where the differential equation does. */
export const sameRest = ({ steps }: Run, { a, w }: Setting): boolean =>
  ruleNames.every((rule) => {
    const { A, B } = steps[rule];
    const re = A[0] - (a * B[0] - w * B[1]);
    const im = A[1] - (a * B[1] + w * B[0]);
    const size = 1 + Math.hypot(...A) + Math.hypot(a, w) * Math.hypot(...B);
    return Math.hypot(re - 1, im) <= 1e-9 * size;
  });

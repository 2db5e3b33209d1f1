import { held, memory, type Run } from "./compute.ts";
import { remember } from "../../models/hippo.ts";
import type { Setting } from "./params.ts";

/** Long enough to tell, short enough to check at every move of a slider. */
const SHORT = 24;
const short = (r: Run) => r.u.subarray(0, SHORT);
const size = (u: Float64Array) => u.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const close = (a: Float64Array, b: Float64Array, tolerance: number) =>
  a.every((x, i) => Math.abs(x - b[i]!) <= tolerance);

/** Scaled LegS with a held input: the numbers at the end of each step do not know how long a step was. */
export function timeless(r: Run, { N }: Setting): boolean {
  const u = short(r);
  const of = (m: number) => memory(u, m, "legs", { N, rule: "exact" });
  return close(of(r.played), of(r.normal), 1e-9 * size(u));
}

/** The bilinear rule errs at the start, by an amount that halves as the samples double. */
export function halves(r: Run, { N }: Setting): boolean {
  const u = short(r);
  const end = (m: number, rule: Setting["rule"]) => {
    const { data } = remember(held(u, m), N, { rule });
    return data.subarray(data.length - N);
  };
  const error = (m: number) => {
    const right = end(m, "exact");
    return Math.hypot(...end(m, "bilinear").map((x, n) => x - right[n]!));
  };
  return error(2 * r.normal) <= 0.75 * error(r.normal) + 1e-12 * size(u);
}

/** LegT minds the speed for one reason only: its window does not stretch. Stretched along, it holds the same numbers. */
export function windowStretched(r: Run, { N, theta }: Setting): boolean {
  const u = short(r);
  const of = (m: number) => memory(u, m, "legt", { N, rule: "exact", dt: 1 / (theta * m) });
  return close(of(r.played), of(r.normal), 1e-8 * size(u));
}

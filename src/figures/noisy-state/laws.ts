import { C, MOST_PATHS, restingVariance, run, within, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const close = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);
const size = (...all: Float64Array[]) =>
  all.reduce((most, v) => v.reduce((m, x) => Math.max(m, Math.abs(x)), most), 0);

/** What noise left in h is the sum of all shocks so far, each weighed by a to the power of its age. */
export function remembersShocks(r: Run, v: Setting): boolean {
  const [h, still] = [r.paths[0]!.h, run({ ...v, Q: 0, jolt: 0 }).mean];
  const last = h.length - 1;
  let [sum, weight, scale] = [0, 1, size(h)];
  for (let t = last; t >= 0; t--, weight *= v.a) {
    sum += weight * r.v[t]!;
    scale = Math.max(scale, Math.abs(weight * r.v[t]!));
  }
  return close(h[last]! - still[last]!, sum, scale);
}

/** y differs from C h by the noise of that very step: nothing of it is left at the next. */
export const forgetsSlips = ({ paths: [first], n }: Run): boolean =>
  first!.y.every((y, t) => close(y, C * first!.h[t]! + n[t]!, size(first!.h, n)));

/** Whatever R is, the state takes the same way. */
export function untouchedByR(r: Run, v: Setting): boolean {
  const quiet = run({ ...v, R: 0, slip: 0 });
  return r.paths.every(({ h }, k) => h.every((x, t) => x === quiet.paths[k]!.h[t]));
}

/** P by the recursion is Q (1 + a² + a⁴ + …), and with |a| < 1 never more than Q / (1 − a²). */
export function spreadIsSum(r: Run, v: Setting): boolean {
  const bound = restingVariance(v);
  let [sum, weight] = [0, v.Q];
  return r.P.every((p) => {
    sum += weight;
    weight *= v.a * v.a;
    return close(p, sum, sum) && p <= bound * (1 + 1e-9);
  });
}

/** 95 % are expected; fewer than 45 of 60 would be one chance in a hundred million. */
export const bandHolds = (r: Run): boolean =>
  within(r, MOST_PATHS, r.P.length - 1) >= 0.75 * MOST_PATHS;

import { filter, inParallel, inSeries } from "../../models/fir.ts";
import { walk } from "../../models/s4Layer.ts";
import { inForce, type Run } from "./compute.ts";
import { fixedKernel } from "./costs.ts";
import type { Setting } from "./params.ts";
import { S4, S4_DT } from "./second.ts";

const top = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const total = (v: Float64Array) => v.reduce((sum, x) => sum + x, 0);
const near = (a: Float64Array, b: Float64Array, scale: number) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) <= 1e-12 * scale);
/** What the weights can add up to at most: rounding is measured against it. */
const most = (...kernels: Float64Array[]) =>
  kernels.reduce((size, W) => size * (1 + W.reduce((sum, w) => sum + Math.abs(w), 0)), 1);

const merge = (a: Float64Array, b: Float64Array, { way }: Setting) =>
  way === "series" ? inSeries(a, b) : inParallel(a, b);

/** As many taps as it says; the last is the product of the last two, or what there is at its lag. */
export const sameLength = ({ W1, W2, merged }: Run, { way }: Setting): boolean => {
  const last = merged.length - 1;
  if (way === "series")
    return last === W1.length + W2.length - 2 && merged[last] === W1.at(-1)! * W2.at(-1)!;
  return (
    last === Math.max(W1.length, W2.length) - 1 &&
    merged[last] === (W1[last] ?? 0) + (W2[last] ?? 0)
  );
};

/** The sums of the weights multiply in series and add in parallel. */
export const sums = ({ W1, W2, merged }: Run, { way }: Setting): boolean => {
  const [a, b] = [total(W1), total(W2)];
  return Math.abs(total(merged) - (way === "series" ? a * b : a + b)) <= 1e-12 * most(W1, W2);
};

export const eitherOrder = ({ W1, W2, merged }: Run, v: Setting): boolean =>
  near(merge(W2, W1, v), merged, most(W1, W2));

/** With the first filter once more as a third. */
export const anyBrackets = ({ W1, W2, merged }: Run, v: Setting): boolean =>
  near(merge(merged, W1, v), merge(W1, merge(W2, W1, v), v), most(W1, W2, W1));

/** Nothing in between and a Δ that stands still; or a ReLU that finds nothing negative. */
export const sameOutputs = (r: Run, v: Setting): boolean => {
  if (!fixedKernel(v)) return true;
  const untouched =
    v.way === "parallel" ||
    v.between === "none" ||
    (v.between === "relu" && r.raw.every((x) => x >= 0));
  return !untouched || near(r.one, r.y, most(r.W1, r.W2) * Math.max(1, top(r.u)));
};

/** Each output is the input weighed by the kernel that its step uses, merged or not. */
export const weighed = (r: Run, v: Setting): boolean => {
  const scale = most(r.W1, r.W2) * Math.max(1, top(r.u));
  const every = Math.ceil(r.u.length / 16);
  return r.y.every((y, t) => {
    if (t % every > 0) return true;
    const sum = inForce(r, v, t).reduce((s, w, i) => s + w * r.u[t - i]!, 0);
    return Math.abs(sum - y) <= 1e-11 * scale;
  });
};

/** What the nearest kernel leaves has nothing to do with the input at any of its lags: so none is nearer. */
export const noneNearer = ({ u, y, best }: Run): boolean => {
  const left = filter(best, u).map((x, t) => y[t]! - x);
  const scale = Math.hypot(...u) * Math.hypot(...y);
  return best.every((_, i) => {
    const sum = left.reduce((s, x, t) => s + x * (u[t - i] ?? 0), 0);
    return Math.abs(sum) <= 1e-5 * scale;
  });
};

/** S4 as a recurrence and as this kernel. */
export const asRecurrence = (r: Run, v: Setting): boolean => {
  if (v.second !== "s4") return true;
  const read = v.way === "series" ? r.x : r.u;
  const { y } = walk(S4, read, S4_DT, "bilinear");
  return y.every((now, t) => Math.abs(now - r.z[t]!) <= 1e-10 * Math.max(1, top(read)));
};

import { walk } from "../../models/s4Layer.ts";
import { fromContinuous, largestGap, run, size, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** What rounding may do: Σ|K|·max|u| bounds every output and every sum on the way to it. */
const scale = ({ K, u }: Run) => {
  let sum = 0;
  for (const k of K) sum += Math.abs(k);
  return Math.max(1e-12, sum * size(u));
};
const again = (r: Run, u: Float64Array, v: Setting) =>
  walk(r.layer, u, v.varying ? r.dts : v.dt, v.rule).y;

/** With one Δ for all steps; with a Δ that varies there is no kernel, and nothing is claimed. */
export const sameOutputs = (r: Run, v: Setting): boolean =>
  v.varying || largestGap(r) <= 1e-9 * scale(r);

export const exactUnderHold = (r: Run, v: Setting): boolean =>
  v.rule !== "zoh" || v.varying || fromContinuous(r) <= 1e-9 * scale(r);

/** Another input from the middle on leaves the first half of the output as it was. Holds with a varying Δ too. */
export function causal(r: Run, v: Setting): boolean {
  const half = r.u.length >> 1;
  const y = again(
    r,
    r.u.map((x, t) => (t < half ? x : 1 - x)),
    v,
  );
  return y.every((x, t) => t >= half || x === r.recurrent[t]);
}

/** At given step sizes the output of 2u + w is twice that of u and that of w. */
export function linear(r: Run, v: Setting): boolean {
  const w = r.u.map((_, t) => Math.cos(0.7 * t));
  const [sum, second] = [
    again(
      r,
      r.u.map((x, t) => 2 * x + w[t]!),
      v,
    ),
    again(r, w, v),
  ];
  const most = 1e-9 * (2 * size(r.recurrent) + size(second) + scale(r));
  return sum.every((x, t) => Math.abs(x - 2 * r.recurrent[t]! - second[t]!) <= most);
}

/** The input one step later gives the output one step later, where all steps are alike. */
export function timeless(r: Run, v: Setting): boolean {
  if (v.varying) return true;
  const later = r.u.map((_, t) => (t === 0 ? 0 : r.u[t - 1]!));
  const { recurrent } = run({ ...v, input: { kind: "own", data: later, scale: 1 } });
  return recurrent.every(
    (x, t) => Math.abs(x - (t === 0 ? 0 : r.recurrent[t - 1]!)) <= 1e-9 * scale(r),
  );
}

import type { Discrete } from "../../numerics/discretize.ts";
import { softplus } from "../../models/s6Gate.ts";
import type { System } from "./families.ts";
import type { Rule, Setting } from "./params.ts";
import { stepOf } from "./steps.ts";

/** Δ_t = softplus(w u_t + b): the input sets the pace. */
export const paces = (u: Float64Array, { gw, gb }: Pick<Setting, "gw" | "gb">): Float64Array =>
  u.map((x) => softplus(gw * x + gb));

/** The step of each moment; equal paces have one step. Undefined where one of them has none. */
export function stepsOf(s: System, dts: Float64Array, rule: Rule): readonly Discrete[] | undefined {
  const known = new Map<number, Discrete | undefined>();
  const all = Array.from(dts, (dt) => {
    if (!known.has(dt)) known.set(dt, stepOf(s, dt, rule));
    return known.get(dt);
  });
  return all.every((step) => step !== undefined) ? all : undefined;
}

// #region selective
/**
 * h_{t+1} = Ā_t h_t + B̄_t u_t with a step of its own at each moment, and y_t = C h_t + D u_t; `finite` as in `simulate`. What is
 * at t n of `jolts` is added to h_{t+1}.
 */
export function walk(
  { C, D }: Pick<System, "C" | "D">,
  steps: readonly Discrete[],
  u: Float64Array,
  immediate: boolean,
  jolts?: Float64Array,
) {
  const n = C.cols;
  const L = u.length;
  const h = new Float64Array((L + 1) * n);
  const y = new Float64Array(L);
  let finite = L;
  for (let t = 0; t < L; t++) {
    const { A, B } = steps[t]!;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      sum = B.data[i]! * u[t]!;
      for (let j = 0; j < n; j++) sum += A.data[i * n + j]! * h[t * n + j]!;
      h[(t + 1) * n + i] = sum + (jolts?.[t * n + i] ?? 0);
    }
    const from = (t + (immediate ? 1 : 0)) * n;
    sum = D.data[0]! * u[t]!;
    for (let i = 0; i < n; i++) sum += C.data[i]! * h[from + i]!;
    y[t] = sum;
    if (Number.isFinite(sum) && h.subarray(from, from + n).every(Number.isFinite)) continue;
    finite = t;
    break;
  }
  const from = immediate ? n : 0;
  const states = h.slice(from, from + L * n);
  states.fill(0, finite * n);
  y.fill(0, finite);
  return { states, y, finite };
}
// #endregion

/** What y_t still hears of the input i steps before it, i = 0 … t: C Ā_t ⋯ Ā_{t−i+1} B̄_{t−i}. */
export function heard(
  { C, D }: Pick<System, "C" | "D">,
  steps: readonly Discrete[],
  t: number,
  immediate: boolean,
): Float64Array {
  const n = C.cols;
  const out = new Float64Array(t + 1);
  let row = Float64Array.from(C.data);
  for (let s = immediate ? t : t - 1; s >= 0; s--) {
    const { A, B } = steps[s]!;
    out[t - s] = row.reduce((sum, c, i) => sum + c * B.data[i]!, 0);
    row = Float64Array.from({ length: n }, (_, j) =>
      row.reduce((sum, c, i) => sum + c * A.data[i * n + j]!, 0),
    );
  }
  out[0]! += D.data[0]!;
  return out;
}

import { simulate } from "../../models/ssm.ts";
import { LAGS, MOST_N, modelOf, modeOf, TAKEN, weigh, type Run } from "./compute.ts";
import { dot, length } from "./fit.ts";
import type { Setting } from "./params.ts";

const close = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);
const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
/** Σ |cᵢ bᵢ|: the size of what adds up, and cancels, in the kernel. */
const weight = ({ C }: Run) => C.reduce((sum, c) => sum + Math.abs(c) * TAKEN, 0);

/** An input of 1, seen through the recurrence itself, is the sum of N exponentials. */
export function kernelIsSum(r: Run): boolean {
  const push = new Float64Array(LAGS);
  push[0] = 1;
  const input = { rows: LAGS, cols: 1, data: push };
  const { outputs } = simulate(modelOf(r), input, { readout: "immediate" });
  return outputs.data.every((y, k) => close(y, r.K[k]!, weight(r)));
}

export const outputIsWeighed = (r: Run): boolean =>
  r.y.every((y, t) => close(y, weigh(r.K, r.u, t), weight(r) * size(r.u) * LAGS));

export const bounded = (r: Run): boolean =>
  r.K.every((x, k) => Math.abs(x) <= weight(r) * (r.lambda[0]! ** k * (1 + 1e-9) + 1e-12));

export const neverWorse = ({ missed }: Run): boolean =>
  !missed || missed.every((x, i) => i === 0 || x <= missed[i - 1]! + 1e-9);

/** What is missed is orthogonal to every mode in use: nothing more can be read from them. */
export function nothingLeft(r: Run, { N }: Setting): boolean {
  const { goal } = r;
  if (!goal) return true;
  const left = goal.map((x, k) => x - r.K[k]!);
  const scale = Math.max(length(goal), weight(r));
  return Array.from(r.lambda.subarray(0, Math.min(N, MOST_N)), (x) => modeOf(x)).every((mode) =>
    close(dot(mode, left) / (scale * length(mode)), 0, 1),
  );
}

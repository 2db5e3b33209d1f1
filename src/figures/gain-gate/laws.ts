import { kalmanStep, startFilter } from "../../models/kalman.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { START, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const close = (a: number, b: number, scale = 1) => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);

export const gateIsGain = ({ gate, R }: Run): boolean =>
  gate.gain.every((K, t) => {
    const P = gate.predicted[t]!;
    return close(K, P / (P + R[t]!)) && close(K, 1 - Math.exp(-gate.delta[t]!));
  });

/** The general filter, with a model whose R changes from step to step, gives the same means and variances. */
export function gateIsFilter({ gate, y, R }: Run, { Q }: Setting): boolean {
  const one = fromRows([[1]]);
  const model = {
    A: one,
    C: one,
    Q: fromRows([[Q]]),
    m0: Float64Array.of(START.m0),
    P0: fromRows([[START.P0]]),
  };
  const belief = startFilter({ ...model, R: one });
  return y.every((value, t) => {
    kalmanStep(belief, { ...model, R: fromRows([[R[t]!]]) }, Float64Array.of(value));
    const kept = Math.exp(-gate.delta[t]!) * gate.predicted[t]!;
    return (
      close(belief.mean[0]!, gate.mean[t]!, Math.abs(value)) && close(belief.cov[0]!, kept, kept)
    );
  });
}

/** (1 − K) ĥ + K y with 0 ≤ K ≤ 1 never leaves the two. */
export const staysBetween = ({ gate, y }: Run): boolean =>
  gate.mean.every((m, t) => {
    const before = t === 0 ? START.m0 : gate.mean[t - 1]!;
    const slack = 1e-9 * (1 + Math.abs(y[t]!));
    return m >= Math.min(before, y[t]!) - slack && m <= Math.max(before, y[t]!) + slack;
  });

/** With a fixed gain the whole past is weighed by K (1 − K)ᵏ, whatever came in: a convolution. */
export function fixedIsConvolution({ fixedGain: K, fixedMean, y }: Run): boolean {
  const last = y.length - 1;
  let [sum, weight, size] = [0, K, 1];
  for (let t = last; t >= 0; t--, weight *= 1 - K) {
    sum += weight * y[t]!;
    size = Math.max(size, Math.abs(weight * y[t]!));
  }
  return close(sum, fixedMean[last]!, size);
}

/** The less a measurement is trusted, the smaller Δ: at the same P, more R never opens the gate. */
export const lessTrustLessGate = ({ gate, R }: Run, v: Setting): boolean =>
  gate.delta.every((delta, t) => {
    const open = Math.log1p(gate.predicted[t]! / v.R);
    return R[t]! >= v.R ? delta <= open + 1e-12 : delta >= open - 1e-12;
  });

import { kernelOf, stepResponse, walk } from "../../models/s4Layer.ts";
import { size, sums, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const total = (v: Float64Array) => v.reduce((sum, x) => sum + Math.abs(x), 0);
const scale = (v: Float64Array) => Math.max(1e-12, total(v));
const near = (a: Float64Array, b: Float64Array, off: number) =>
  a.every((x, i) => Math.abs(x - b[i]!) <= off);

/** C Ā^l B̄ through the recurrence: an input of 1, and then nothing. */
export function answersImpulse({ layer, K }: Run, v: Setting): boolean {
  const L = Math.min(K.length, 256);
  const push = new Float64Array(L);
  push[0] = 1;
  const { y } = walk(layer, push, v.dt, v.rule);
  return near(y, K.subarray(0, L), 1e-9 * scale(K));
}

/** Longer lags do not change shorter ones: the L-th roots of unity of the Cauchy sums cancel exactly. */
export function anyLength({ layer, K }: Run, v: Setting): boolean {
  const shorter = kernelOf(layer, Math.max(1, (K.length * 2) / 3) | 0, v.dt, v.rule);
  return near(shorter, K, 1e-9 * scale(K));
}

/** Under a hold the running sum of K is the continuous system's answer to a step, here found with steps three times as long. */
export function sumsToStep({ layer, K }: Run, v: Setting): boolean {
  if (v.rule !== "zoh") return true;
  const sum = sums(K);
  const S = stepResponse(layer, Math.max(1, Math.floor(K.length / 3)), 3 * v.dt);
  return K.length < 3 || S.every((s, i) => Math.abs(s - sum[3 * i + 2]!) <= 1e-9 * scale(K));
}

/** With zeros after the end, three transforms give the sum term by term. */
export function sameAsSum({ fft }: Run): boolean {
  if (!fft || fft.n < 2 * fft.L) return true;
  const most = 1e-10 * Math.max(1e-12, total(fft.K) * size(fft.u));
  return near(fft.y, Float64Array.of(...fft.wanted, ...new Float64Array(fft.n - 2 * fft.L)), most);
}

/** What a transform of length n cannot place comes back at the beginning: y_t + y_{t+n} + … */
export function wrapsAround({ fft }: Run): boolean {
  if (!fft) return true;
  const folded = new Float64Array(fft.n);
  fft.wanted.forEach((y, t) => (folded[t % fft.n]! += y));
  return near(fft.y, folded, 1e-10 * Math.max(1e-12, total(fft.K) * size(fft.u)));
}

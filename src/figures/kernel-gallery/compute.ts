import {
  impulseResponse,
  inits,
  kernelOf,
  layer,
  stepResponse,
  type Init,
  type Layer,
} from "../../models/s4Layer.ts";
import { samples } from "../../kit/signal.ts";
import { convolveInSteps, type Steps } from "./fft.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly layer: Layer;
  /** C Ā^l B̄ over the lags shown, or over the input's length where the convolution is shown. */
  readonly K: Float64Array;
  /** What is drawn, K or its running sum: of the one chosen and of all six. */
  readonly shown: Float64Array;
  readonly all?: Readonly<Record<Init, Float64Array>>;
  /** S4D-LegS against LegS: rms of the difference over SPAN of impulse and step response, in the unit of time of A. */
  readonly apart?: { readonly impulse: number; readonly step: number };
  readonly fft?: Steps;
}

/** The time over which two responses are compared, and in how many points. */
export const SPAN = [0.05, 3] as const;
const POINTS = 600;

/** Steps of the input where it has no length of its own. */
export const STEPS = 64;

export function run(v: Setting): Run {
  const one = layer(v.init, v.N, v.seed, v.read);
  if (v.show === "fft") {
    const u = samples(v.input, STEPS);
    const K = kernelOf(one, u.length, v.dt, v.rule);
    return { layer: one, K, shown: K, fft: convolveInSteps(u, K, v.pad) };
  }
  const drawn = (K: Float64Array) => (v.response === "step" ? sums(K) : K);
  const kernels = Object.fromEntries(
    inits.map((init) => [
      init,
      kernelOf(init === v.init ? one : layer(init, v.N, v.seed, v.read), v.lags, v.dt, v.rule),
    ]),
  ) as Record<Init, Float64Array>;
  const all = Object.fromEntries(inits.map((i) => [i, drawn(kernels[i])])) as typeof kernels;
  const run = { layer: one, K: kernels[v.init], shown: all[v.init], all };
  return v.init === "legs-diag" ? { ...run, apart: apart(one, v) } : run;
}

export function sums(K: Float64Array): Float64Array {
  let sum = 0;
  return K.map((k) => (sum += k));
}

function apart(one: Layer, { N, seed, read }: Setting) {
  const legs = layer("legs", N, seed, read);
  const dt = SPAN[1] / POINTS;
  const from = Math.round(SPAN[0] / dt);
  const gap = (response: typeof stepResponse) => {
    const [a, b] = [response(legs, POINTS, dt), response(one, POINTS, dt)];
    let sum = 0;
    for (let i = from; i < POINTS; i++) sum += (a[i]! - b[i]!) ** 2;
    return Math.sqrt(sum / (POINTS - from));
  };
  return { impulse: gap(impulseResponse), step: gap(stepResponse) };
}

/** The lag that is looked at, within the kernel. */
export const lagOf = (r: Run, t: number) => Math.min(Math.floor(t), r.K.length - 1);

/** Steps within which nine tenths of |K| lie; ∞ where the kernel has not faded at its end. */
export function horizon({ K }: Run): number {
  const whole = K.reduce((sum, k) => sum + Math.abs(k), 0);
  let sum = 0;
  return K.findIndex((k) => (sum += Math.abs(k)) >= 0.9 * whole);
}

/** How much a step of the fastest pole turns, in half turns: beyond 1 it is seen as a slower one. */
export function fastest({ layer: { diagonal } }: Run, { dt }: Setting): number {
  if (!diagonal) return NaN;
  return (diagonal.system.A.im.reduce((most, w) => Math.max(most, Math.abs(w)), 0) * dt) / Math.PI;
}

export const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

import { count, fail, finite, positive } from "../../numerics/check.ts";
import type { Real } from "../../numerics/dense.ts";

/** AdamW (Loshchilov & Hutter 2019, arXiv 1711.05101), as torch.optim.AdamW computes it. */
export interface AdamWOptions {
  readonly lr: number;
  readonly betas: readonly [number, number];
  readonly eps: number;
  /** Decoupled decay, of the `decayed` tensors alone. */
  readonly weightDecay: number;
}

/** The moments of every number, and the powers of β that say how young they are. */
export interface AdamWState {
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** β₁^t and β₂^t, multiplied up: Math.pow may differ between engines. */
  readonly powers: Float64Array;
}

/** Moments at rest. */
export function adamWState(size: number): AdamWState {
  return {
    first: new Float64Array(count("size", size)),
    second: new Float64Array(size),
    powers: Float64Array.of(1, 1),
  };
}

/**
 * One step: `x` and `state` are changed in place; `decayed` has a 1 for each number that decays, `rates` the share of `lr` at which
 * each learns (all at 1 where not given). No checks.
 */
export function adamWStep(
  x: Real,
  g: Float64Array,
  state: AdamWState,
  decayed: Uint8Array,
  { lr, betas, eps, weightDecay }: AdamWOptions,
  rates?: Float64Array,
): void {
  const { first, second, powers } = state;
  const [beta1, beta2] = betas;
  const [before1, before2] = [powers[0]! * beta1, powers[1]! * beta2];
  powers[0] = before1;
  powers[1] = before2;
  const size = lr / (1 - before1);
  const root = Math.sqrt(1 - before2);
  const keep = 1 - lr * weightDecay;
  for (let i = 0; i < x.length; i++) {
    const slope = g[i]!;
    const m = beta1 * first[i]! + (1 - beta1) * slope;
    const v = beta2 * second[i]! + (1 - beta2) * slope * slope;
    first[i] = m;
    second[i] = v;
    const value = decayed[i] ? x[i]! * keep : x[i]!;
    const move = (size * m) / (Math.sqrt(v) / root + eps);
    x[i] = value - (rates ? rates[i]! * move : move);
  }
}

/** Scales `g` to a norm of at most `most` (torch.nn.utils.clip_grad_norm_, with its 1e-6) and returns the norm it had. */
export function clipNorm(g: Float64Array, most: number): number {
  let sum = 0;
  for (let i = 0; i < g.length; i++) sum += g[i]! * g[i]!;
  const norm = Math.sqrt(sum);
  const scale = most / (norm + 1e-6);
  if (scale < 1) for (let i = 0; i < g.length; i++) g[i]! *= scale;
  return norm;
}

/** Throws unless the options are what AdamW can do with. */
export function checkAdamW({ lr, betas, eps, weightDecay }: AdamWOptions): void {
  if (finite("lr", lr) < 0) fail("lr", "at least 0", lr);
  for (const beta of betas)
    if (!(beta >= 0 && beta < 1)) fail("betas", "two numbers from 0 to below 1", beta);
  positive("eps", eps);
  if (finite("weightDecay", weightDecay) < 0) fail("weightDecay", "at least 0", weightDecay);
}

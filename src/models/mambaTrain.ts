import { count, fail, positive } from "../numerics/check.ts";
import type { Input } from "./mamba/forward.ts";
import type { Shape } from "./mamba/shape.ts";
import type { Stack } from "./mamba/stack.ts";
import { tensorSpecs } from "./mamba/weights.ts";
import { adamWState, type AdamWOptions, adamWStep, checkAdamW, clipNorm } from "./train/adamw.ts";
import { checkBatch, learn, learner, type Learner } from "./train/learner.ts";

/** The mean cross-entropy of a batch and its gradients, under the names of the checkpoint, flat and row-major. */
export interface LossAndGradients {
  readonly loss: number;
  readonly gradients: Record<string, Float64Array>;
}

/**
 * The loss of predicting targets from inputs, each row from the state of rest, and its gradient by every tensor. A target
 * below 0 is not scored. Throws on a batch that does not fit.
 */
export function lossAndGradients(
  model: Stack,
  inputs: readonly Input[],
  targets: readonly Int32Array[],
): LossAndGradients {
  const work = roomFor(model, inputs, targets);
  learn(work, inputs, targets);
  const gradients = work.gradient.tensors as Record<string, Float64Array>;
  return { loss: work.score.loss, gradients };
}

/** How `trainSteps` goes about it; `decayed` names the tensors that decay. */
export interface TrainOptions extends AdamWOptions {
  readonly decayed: readonly string[];
  /** The gradient is scaled to at most this norm over all tensors. */
  readonly clipNorm: number;
}

/**
 * Steps of AdamW on one batch; the model is changed in place. `losses` has the loss before every step and after the last,
 * `norms` the gradient's norm before clipping. Throws on options that are none and on a batch that does not fit.
 */
export function trainSteps(
  model: Stack,
  inputs: readonly Input[],
  targets: readonly Int32Array[],
  steps: number,
  options: TrainOptions,
): { losses: Float64Array; norms: Float64Array } {
  checkAdamW(options);
  positive("clipNorm", options.clipNorm);
  const work = roomFor(model, inputs, targets);
  const decayed = decayMask(model.shape, options.decayed);
  const state = adamWState(model.store.flat.length);
  const losses = new Float64Array(count("steps", steps, 0) + 1);
  const norms = new Float64Array(steps);
  for (let k = 0; k < steps; k++) {
    learn(work, inputs, targets);
    losses[k] = work.score.loss;
    norms[k] = clipNorm(work.gradient.flat, options.clipNorm);
    adamWStep(model.store.flat, work.gradient.flat, state, decayed, options);
  }
  learn(work, inputs, targets);
  losses[steps] = work.score.loss;
  return { losses, norms };
}

function roomFor(
  { shape, weights }: Stack,
  inputs: readonly Input[],
  targets: readonly Int32Array[],
): Learner {
  checkBatch(shape, inputs, targets);
  return learner(shape, weights, Math.max(...targets.map(({ length }) => length)));
}

/** A 1 for each number of the tensors named. */
export function decayMask(shape: Shape, names: readonly string[]): Uint8Array {
  const specs = tensorSpecs(shape);
  for (const name of names)
    if (!specs.some((spec) => spec.name === name)) fail("decayed", "names of tensors", name);
  const mask = new Uint8Array(specs.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const { name, size } of specs) mask.fill(Number(names.includes(name)), at, (at += size));
  return mask;
}

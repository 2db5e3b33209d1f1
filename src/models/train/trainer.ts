import { count, fail, positive } from "../../numerics/check.ts";
import { generator } from "../../numerics/random.ts";
import { newStack } from "../mamba/initial.ts";
import type { Stack } from "../mamba/stack.ts";
import { adamWState, type AdamWState, adamWStep, clipNorm } from "./adamw.ts";
import { fillBatch, newBatch } from "./copying.ts";
import { learn, learner } from "./learner.ts";
import { paces, type TrainerOptions } from "./options.ts";

/** What a step found, on rows that were never seen before. */
export interface Report {
  /** Steps done. */
  step: number;
  /** Mean cross-entropy at the answers, in nats; NaN where the training blew up. */
  loss: number;
  /** Share of the answers that were right, before the step. */
  accuracy: number;
  /** Norm of the gradient before clipping. */
  norm: number;
}

/** All that a training is, as plain arrays: can be sent, kept and gone on from. */
export interface Checkpoint {
  readonly step: number;
  readonly diverged: boolean;
  readonly weights: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly powers: Float64Array;
}

/** A training that its owner drives step by step, and may leave alone at any time. */
export interface Trainer {
  readonly options: TrainerOptions;
  /** Its weights are those of the moment. */
  readonly model: Stack;
  readonly parameters: number;
  /** True once a loss or a gradient was not finite: then the weights are the last good ones, and no step changes them any more. */
  readonly diverged: boolean;
  /** One step; the report is written again by the next. */
  step(): Report;
  checkpoint(): Checkpoint;
}

const adamW = { betas: [0.9, 0.98], eps: 1e-8, weightDecay: 0 } as const;

/** What share of the learning rate a step takes: up over `warmUp` steps, down in a line over `steps`. */
function share({ warmUp, steps }: TrainerOptions, step: number): number {
  return Math.min(1, (step + 1) / warmUp) * Math.max(0.1, 1 - (0.9 * step) / steps);
}

function restore(from: Checkpoint, weights: Float64Array, moments: AdamWState): void {
  if (from.weights.length !== weights.length)
    fail("checkpoint", `one of ${weights.length} weights`, from.weights.length);
  weights.set(from.weights);
  moments.first.set(from.first);
  moments.second.set(from.second);
  moments.powers.set(from.powers);
}

/**
 * A training from its beginning, or on from a checkpoint of the same options: the same options give the same numbers to the last
 * bit, in every engine and however often it was stopped. Throws on options that are none.
 */
export function newTrainer(options: TrainerOptions, from?: Checkpoint): Trainer {
  const { core, seed, layers, d, N, V, L, K } = options;
  positive("lr", options.lr);
  count("warmUp", options.warmUp, 0);
  count("steps", options.steps);
  const rows = newBatch(options, options.batch);
  const model = newStack({ d, N, layers, core, input: { vocab: V + 2 }, output: V }, seed, paces);
  const flat = model.store.flat as Float64Array;
  const work = learner(model.shape, model.weights, L + K);
  const moments = adamWState(flat.length);
  const none = new Uint8Array(flat.length);
  const good = flat.slice();
  const chance = generator(seed + 1);
  const report: Report = { step: 0, loss: NaN, accuracy: NaN, norm: NaN };
  const pace = { ...adamW, lr: 0 };
  let diverged = false;
  if (from) {
    restore(from, flat, moments);
    good.set(flat);
    ({ diverged } = from);
    for (; report.step < from.step; report.step++) fillBatch(rows, options, chance);
  }

  // #region step
  function step(): Report {
    if (diverged) return report;
    fillBatch(rows, options, chance);
    const scored = learn(work, rows.inputs, rows.targets);
    report.loss = work.score.loss;
    report.accuracy = work.score.right / scored;
    report.norm = clipNorm(work.gradient.flat, 1);
    if (!Number.isFinite(report.loss + report.norm)) {
      flat.set(good);
      diverged = true;
      return report;
    }
    good.set(flat);
    pace.lr = options.lr * share(options, report.step);
    adamWStep(flat, work.gradient.flat, moments, none, pace);
    report.step++;
    return report;
  }
  // #endregion

  return {
    options,
    model,
    parameters: flat.length,
    get diverged() {
      return diverged;
    },
    step,
    checkpoint: () => ({
      step: report.step,
      diverged,
      weights: flat.slice(),
      first: moments.first.slice(),
      second: moments.second.slice(),
      powers: moments.powers.slice(),
    }),
  };
}

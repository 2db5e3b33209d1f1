import { generator } from "../../numerics/random.ts";
import { newStack } from "../mamba/initial.ts";
import type { Stack } from "../mamba/stack.ts";
import { fillBatch, newBatch } from "./copying.ts";
import { learn, learner } from "./learner.ts";
import { type Checkpoint, type Loop, newLoop, type Report } from "./loop.ts";
import { paces, type TrainerOptions } from "./options.ts";

/** A training of one side of the pair. */
export interface Trainer extends Loop {
  readonly options: TrainerOptions;
  /** Its weights are those of the moment. */
  readonly model: Stack;
  readonly parameters: number;
}

/**
 * A training from its beginning, or on from a checkpoint of the same options: the same options give the same numbers to the last
 * bit, in every engine and however often it was stopped. Throws on options that are none.
 */
export function newTrainer(options: TrainerOptions, from?: Checkpoint): Trainer {
  const { core, seed, layers, d, N, V, L, K } = options;
  const rows = newBatch(options, options.batch);
  const model = newStack({ d, N, layers, core, input: { vocab: V + 2 }, output: V }, seed, paces);
  const weights = model.store.flat as Float64Array;
  const work = learner(model.shape, model.weights, L + K);
  const chance = generator(seed + 1);
  const problem = {
    weights,
    gradient: work.gradient.flat,
    draw: () => fillBatch(rows, options, chance),
    learn(report: Report) {
      const scored = learn(work, rows.inputs, rows.targets);
      report.loss = work.score.loss;
      report.accuracy = work.score.right / scored;
    },
  };
  // not spread: `diverged` is to be asked again each time
  return Object.assign(newLoop(problem, options, from), {
    options,
    model,
    parameters: weights.length,
  });
}

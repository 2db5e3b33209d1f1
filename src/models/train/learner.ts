import { fail } from "../../numerics/check.ts";
import {
  backCores,
  backEnter,
  type BackRun,
  backRun,
  backStack,
  clear,
} from "../mamba/backward.ts";
import { enter, type Input, newRun, prepare, type Run, runStack } from "../mamba/forward.ts";
import { crossEntropy, type Score } from "../mamba/loss.ts";
import { outputs, type Shape } from "../mamba/shape.ts";
import { checkInput } from "../mamba/stack.ts";
import { type Store, store, type Weights, weightsFrom } from "../mamba/weights.ts";

/** A stack with room to learn on sequences of at most `capacity` steps: nothing is allocated from batch to batch. */
export interface Learner {
  readonly shape: Shape;
  readonly weights: Weights;
  readonly gradient: Store & { readonly flat: Float64Array };
  readonly slopes: Weights;
  readonly run: Run;
  readonly back: BackRun;
  readonly score: Score;
}

/** Room for the gradients of `weights`. */
export function learner(shape: Shape, weights: Weights, capacity: number): Learner {
  const run = newRun(shape, capacity, true);
  const { flat, tensors } = store(shape, "f64");
  return {
    shape,
    weights,
    run,
    gradient: { flat: flat as Float64Array, tensors },
    slopes: weightsFrom(shape, tensors),
    back: backRun(run),
    score: { loss: 0, right: 0 },
  };
}

/**
 * The mean cross-entropy of a batch, each row from rest, and its gradient by every weight, in `gradient`. A target
 * below 0 is not scored. Returns the number of scored steps; the loss (a mean) and how many were right stand in `score`.
 */
export function learn(
  { weights, gradient, slopes, run, back, score }: Learner,
  inputs: readonly Input[],
  targets: readonly Int32Array[],
): number {
  let scored = 0;
  for (const row of targets) for (let t = 0; t < row.length; t++) if (row[t]! >= 0) scored++;
  score.loss = 0;
  score.right = 0;
  gradient.flat.fill(0);
  clear(back);
  prepare(run, weights);
  for (let r = 0; r < inputs.length; r++) {
    const [ids, target] = [inputs[r]!, targets[r]!];
    const L = target.length;
    const from = firstScored(target);
    if (from === L) continue;
    enter(run, weights, ids, 0, L);
    runStack(run, weights, L, from);
    crossEntropy(score, back.logits, run.logits, target, 1 / scored, from, L);
    backStack(run, back, weights, slopes, L, from);
    backEnter(run, back, slopes, ids, L);
  }
  backCores(run, back, weights, slopes);
  score.loss /= scored;
  return scored;
}

function firstScored(target: Int32Array): number {
  let t = 0;
  while (t < target.length && target[t]! < 0) t++;
  return t;
}

/** Throws unless a batch fits the shape: rows in pairs of equal lengths, inputs as it reads them, at least one scored step. */
export function checkBatch(
  shape: Shape,
  inputs: readonly Input[],
  targets: readonly Int32Array[],
): void {
  const classes = outputs(shape);
  if (inputs.length === 0 || inputs.length !== targets.length)
    fail(
      "targets",
      `one row for each of ${inputs.length || "at least one"} of inputs`,
      targets.length,
    );
  inputs.forEach((input, r) => {
    const [L, target] = [checkInput(shape, input, `inputs[${r}]`), targets[r]!];
    if (!(target instanceof Int32Array)) fail(`targets[${r}]`, "an Int32Array", target);
    if (L !== target.length) fail(`targets[${r}]`, `as long as its inputs (${L})`, target.length);
    const odd = target.findIndex((id) => id >= classes);
    if (odd >= 0) fail(`targets[${r}][${odd}]`, `below ${classes}`, target[odd]);
  });
  if (targets.every((row) => row.every((id) => id < 0)))
    fail("targets", "of at least one step that is scored", "none");
}

import { count, fail } from "../../numerics/check.ts";
import type { Weight } from "../../numerics/dense8.ts";
import { carry, enter, type Input, newRun, prepare, type Run, runStack } from "./forward.ts";
import { outputs, type Shape } from "./shape.ts";
import type { Store, Weights } from "./weights.ts";

/** What can be run: its sizes, and its weights in any precision. */
export interface Runnable {
  readonly shape: Shape;
  readonly weights: Weights<Weight>;
}

/** A stack of blocks with its weights: a language model, a classifier or a tagger. */
export interface Stack extends Runnable {
  /** The tensors under the names of the checkpoint, views of one array. */
  readonly store: Store;
  readonly weights: Weights;
}

const CHUNK = 64; // steps taken at a time, so that memory does not grow with the sequence

/** A run at rest, ready for the weights as they are now. */
export function begin({ shape, weights }: Runnable, capacity: number, kept: boolean): Run {
  const run = newRun(shape, capacity, kept);
  prepare(run, weights);
  return run;
}

/**
 * The logits at every step of a sequence, L × outputs, from rest: a tagger's answer; its last row is a classifier's. Throws on
 * an empty input, an unknown token, numbers that are no whole rows or not finite.
 */
export function tag(stack: Runnable, input: Input): Float64Array {
  const L = checkInput(stack.shape, input);
  // S4D has its kernel for the whole sequence and takes it at once.
  const capacity = stack.shape.core === "s6" ? Math.min(CHUNK, L) : L;
  return advance(stack, begin(stack, capacity, false), input, L);
}

/** `tag`, and what went on inside: a run whose every intermediate can be looked at (`intermediate`). Memory L·E·N a block. */
export function traceStack(stack: Runnable, input: Input): { logits: Float64Array; run: Run } {
  const L = checkInput(stack.shape, input);
  const run = begin(stack, L, true);
  return { logits: advance(stack, run, input, L), run };
}

/** One step of a run with room for one, which moves on: the logits, in an array that the next step writes again. */
export function stepStack({ weights, shape }: Runnable, run: Run, input: Input): Float64Array {
  const L = checkInput(shape, input);
  if (L !== 1) fail("input", "one step", `${L} steps`);
  if (shape.core !== "s6") fail("the model", "an S6: S4D reads whole sequences here", shape.core);
  enter(run, weights, input, 0, 1);
  runStack(run, weights, 1, 0);
  carry(run, 1);
  return run.logits.data;
}

function advance({ weights, shape }: Runnable, run: Run, input: Input, L: number): Float64Array {
  const width = outputs(shape);
  const logits = new Float64Array(L * width);
  for (let at = 0; at < L; at += run.capacity) {
    const steps = Math.min(run.capacity, L - at);
    enter(run, weights, input, at, steps);
    runStack(run, weights, steps, 0);
    logits.set(run.logits.data.subarray(0, steps * width), at * width);
    if (at + steps < L) carry(run, steps);
  }
  return logits;
}

/** Throws unless the input fits the shape; returns its number of steps. `name` stands in the message. */
export function checkInput({ input: kind }: Shape, input: Input, name = "the input"): number {
  if ("vocab" in kind) {
    if (!(input instanceof Int32Array)) fail(name, "an Int32Array", input);
    if (input.length === 0) fail(name, "at least one token", "none");
    for (let t = 0; t < input.length; t++)
      if (!(input[t]! >= 0 && input[t]! < kind.vocab))
        fail(`${name}[${t}]`, `a token from 0 to ${kind.vocab - 1}`, input[t]);
    return input.length;
  }
  if (!(input instanceof Float64Array)) fail(name, "a Float64Array", input);
  const odd = input.findIndex((x) => !Number.isFinite(x));
  if (odd >= 0) fail(`${name}[${odd}]`, "a finite number", input[odd]);
  return count(`the length of ${name} by ${kind.reals}`, input.length / kind.reals);
}

import { backCores, backEnter, backStack, clear } from "../mamba/backward.ts";
import { enter, prepare, runStack } from "../mamba/forward.ts";
import { newStack } from "../mamba/initial.ts";
import { type Shape, smallShape } from "../mamba/shape.ts";
import { type Stack, tag } from "../mamba/stack.ts";
import { store, weightsFrom } from "../mamba/weights.ts";
import { naiveFans } from "../backtest/naive.ts";
import type { Fans } from "../backtest/fans.ts";
import { learner } from "../train/learner.ts";
import { type Checkpoint, type Loop, newLoop } from "../train/loop.ts";
import { paces } from "../train/options.ts";
import { type Aims, aimsOf, gaussLoss, spreadOf } from "./gauss.ts";
import { inputsOf, missesOf, realsOf, type Told } from "./told.ts";

/** A training of a small S6 that forecasts one series. */
export interface ForecasterOptions extends Told {
  /** Steps that are forecast at once, from every step. */
  readonly ahead: number;
  readonly seed: number;
  readonly lr: number;
  readonly steps: number;
}

/** Width of the stream, states of a channel; share of what is learnt from that is held back; steps over which the rate rises. */
export const forecasterDefaults = { d: 8, N: 8, held: 0.2, warmUp: 20 } as const;

/** A forecaster at rest: what it reads, what it aims at, and in which units. */
export interface Forecaster {
  readonly stack: Stack;
  readonly inputs: Float64Array;
  /** steps × ahead: what it adds to. */
  readonly naive: Float64Array;
  readonly units: Float64Array;
  readonly aims: Aims;
  /** Values up to step `cut` teach; those after it, up to `last`, are held back. */
  readonly cut: number;
  readonly last: number;
}

/** The sizes of the model. */
export const forecasterShape = ({
  cycle,
  ahead,
}: Pick<ForecasterOptions, "cycle" | "ahead">): Shape => {
  const { d, N } = forecasterDefaults;
  return smallShape({ d, N, layers: 1, input: { reals: realsOf({ cycle }) }, output: 2 * ahead });
};

/**
 * One Mamba block between two linear layers, from a seed or with these weights. The last layer begins at zero, so that the
 * untrained forecaster is the naive forecast with the spread that its misses had.
 */
export function newForecaster(
  o: Omit<ForecasterOptions, "lr" | "steps">,
  weights?: ArrayLike<number>,
): Forecaster {
  const naive = naiveFans(o.z, o.cycle, o.ahead);
  const units = missesOf(o, naive, o.ahead);
  return {
    stack: weights ? stackOf(forecasterShape(o), weights) : begun(o),
    inputs: inputsOf(o),
    naive,
    units,
    aims: aimsOf(o.z, naive, units),
    cut: Math.round((o.last + 1) * (1 - forecasterDefaults.held)) - 1,
    last: o.last,
  };
}

function begun(o: Pick<ForecasterOptions, "cycle" | "ahead" | "seed">): Stack {
  const { d, N } = forecasterDefaults;
  const input = { reals: realsOf(o) };
  const stack = newStack({ d, N, layers: 1, input, output: 2 * o.ahead }, o.seed, paces);
  for (const name of ["lm_head.weight", "lm_head.bias"]) stack.store.tensors[name]!.fill(0);
  return stack;
}

function stackOf(shape: Shape, weights: ArrayLike<number>): Stack {
  const home = store(shape);
  home.flat.set(weights);
  return { shape, store: home, weights: weightsFrom(shape, home.tensors) };
}

/** The forecasts from every step: naive + unit · μ, and unit · e^ρ about it. Those from step t depend on nothing after t and `last`. */
export function fansOf({ stack, inputs, naive, units }: Forecaster): Fans {
  const ahead = units.length;
  const said = tag(stack, inputs);
  const at = (i: number) => Math.floor(i / ahead) * ahead + i; // of μ
  return {
    mean: naive.map((guess, i) => guess + units[i % ahead]! * said[at(i)]!),
    sd: naive.map((guess, i) =>
      Number.isNaN(guess) ? NaN : units[i % ahead]! * spreadOf(said[at(i) + ahead]!),
    ),
  };
}

/** The loss of what teaches, and of what was held back. */
export function lossesOf({ stack, inputs, aims, cut, last }: Forecaster): {
  taught: number;
  held: number;
} {
  const { reals } = stack.shape.input as { reals: number };
  const said = tag(stack, inputs.subarray(0, (last + 1) * reals));
  return {
    taught: gaussLoss(aims, said, last + 1, [-1, cut]),
    held: gaussLoss(aims, said, last + 1, [cut, last]),
  };
}

/**
 * A training from its beginning, or on from a checkpoint: AdamW on the whole of what teaches as one sequence; a step never reads
 * or scores anything after `cut`. The same options give the same numbers to the last bit, in every engine.
 */
export function newForecasterTrainer(
  options: ForecasterOptions,
  from?: Checkpoint,
): Loop & { readonly forecaster: Forecaster } {
  const forecaster = newForecaster(options);
  const { stack, inputs, aims, cut } = forecaster;
  const rows = cut + 1;
  const work = learner(stack.shape, stack.weights, rows);
  const { run, back, weights, slopes, gradient } = work;
  const problem = {
    weights: stack.store.flat as Float64Array,
    gradient: gradient.flat,
    draw: () => undefined,
    learn(report: { loss: number }) {
      gradient.flat.fill(0);
      clear(back);
      prepare(run, weights);
      enter(run, weights, inputs, 0, rows);
      runStack(run, weights, rows, 0);
      report.loss = gaussLoss(aims, run.logits.data, rows, [-1, cut], back.logits.data);
      backStack(run, back, weights, slopes, rows, 0);
      backEnter(run, back, slopes, inputs, rows);
      backCores(run, back, weights, slopes);
    },
  };
  const { warmUp } = forecasterDefaults;
  return Object.assign(newLoop(problem, { lr: options.lr, steps: options.steps, warmUp }, from), {
    forecaster,
  });
}

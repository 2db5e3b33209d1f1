import { newStack } from "../../models/mamba/initial.ts";
import { type Core, smallShape } from "../../models/mamba/shape.ts";
import { type Stack, tag } from "../../models/mamba/stack.ts";
import { store, tensorSpecs, weightsFrom } from "../../models/mamba/weights.ts";
import { fillBatch, newBatch } from "../../models/train/copying.ts";
import { paces, trainerDefaults } from "../../models/train/options.ts";
import type { Checkpoint } from "../../models/train/loop.ts";
import { generator } from "../../numerics/random.ts";
import { keeping, keepingBut } from "../../kit/keeping.ts";
import { pairOf, type Spacing, spacings, type Trained, V } from "./pair.ts";
import type { Setting } from "./params.ts";
import { recordedFor, type Recording, type Weights } from "./recorded.ts";

/** A curve of learning: right answers of every ten steps, and their mean loss in nats. */
export interface Curve {
  readonly right: readonly number[];
  readonly loss: readonly number[];
  /** Steps that were done when a number was no longer finite; not there as long as all are. */
  readonly broke?: number;
}

/** A training as far as it has come, with all that it takes to go on. */
export interface Course extends Curve {
  readonly checkpoint: Checkpoint;
}

export type Courses = Readonly<Partial<Record<Spacing, Course>>>;

export interface Run {
  readonly parameters: Readonly<Record<Core, number>>;
  readonly recorded: Readonly<Partial<Record<Spacing, Recording>>>;
  /** Loss of the untrained sides at the first sequence that they see, in nats. */
  readonly first: Readonly<Record<Core, number>>;
  /** What has been trained here. */
  readonly s4d?: Courses;
  readonly s6?: Courses;
  /** The weights of the recorded pairs, once they have been fetched. */
  readonly weights?: Weights;
}

function each<T>(of: (core: Core) => T): Readonly<Record<Core, T>> {
  return { s4d: of("s4d"), s6: of("s6") };
}

const { d, N } = trainerDefaults;
const sizesOf = (core: Core, layers: number) => ({
  d,
  N,
  layers,
  core,
  input: { vocab: V + 2 },
  output: V,
});

/** The untrained model of a side, as its training begins. */
const untrained = (core: Core, layers: number, seed: number): Stack =>
  newStack(sizesOf(core, layers), seed, paces);

/** A model with the weights of a checkpoint. */
export function stackOf(core: Core, layers: number, weights: ArrayLike<number>): Stack {
  const shape = smallShape(sizesOf(core, layers));
  const home = store(shape);
  home.flat.set(weights);
  return { shape, store: home, weights: weightsFrom(shape, home.tensors) };
}

const loaded = each((core) => keeping(stackOf.bind(null, core)));
/** The models as their trainings begin. */
export const begun = each((core) => keeping(untrained.bind(null, core)));

const parametersOf = (core: Core, layers: number) =>
  tensorSpecs(smallShape(sizesOf(core, layers))).reduce((sum, { size }) => sum + size, 0);

/** −log of the probability of class `target` in row t of the logits. */
export function surprise(logits: Float64Array, t: number, target: number): number {
  const row = logits.subarray(t * V, (t + 1) * V);
  const most = row.reduce((a, b) => Math.max(a, b));
  const sum = row.reduce((total, x) => total + Math.exp(x - most), 0);
  return Math.log(sum) + most - row[target]!;
}

function firstLoss(core: Core, v: Pick<Trained, "layers" | "L" | "K" | "seed">): number {
  const task = { spacing: "random", L: v.L, K: v.K, V } as const;
  const { inputs, targets } = newBatch(task, 1);
  fillBatch({ inputs, targets }, task, generator(v.seed + 1));
  const logits = tag(untrained(core, v.layers, v.seed), inputs[0]!);
  let sum = 0;
  for (let t = v.L; t < v.L + v.K; t++) sum += surprise(logits, t, targets[0]![t]!);
  return sum / v.K;
}

/** What hangs on the models' sizes and their seed alone. */
const untried = keepingBut(
  ["show", "spacing", "pair", "own", "layer", "channel", "lr", "steps"],
  (
    v: Omit<Setting, "show" | "spacing" | "pair" | "own" | "layer" | "channel" | "lr" | "steps">,
  ) => ({
    parameters: each((core) => parametersOf(core, v.layers)),
    first: each((core) => firstLoss(core, v)),
  }),
);

/** Sizes, what was recorded, and what the untrained sides lose; all else is the training's. */
export const run = (v: Setting): Run => ({
  ...untried(v),
  recorded: Object.fromEntries(
    spacings.flatMap((spacing) => {
      const found = recordedFor(v, spacing);
      return found ? [[spacing, found]] : [];
    }),
  ),
});

/** What stands for a side on a task: what was trained here, else what was recorded. */
export const curveOf = (r: Run, core: Core, spacing: Spacing): Curve | undefined =>
  r[core]?.[spacing] ?? r.recorded[spacing]?.[core];

/** Where the weights that read come from. */
export type Source = "trained" | "recorded" | "untrained";

/** The model of a side that reads: as it stands after the training here, as recorded, or as it begins. */
export function modelOf(
  r: Run,
  v: Setting,
  core: Core,
): { readonly source: Source; readonly stack: Stack } {
  const spacing = pairOf(v);
  const own = r[core]?.[spacing]?.checkpoint.weights;
  if (own) return { source: "trained", stack: loaded[core](v.layers, own) };
  const kept = r.recorded[spacing]?.kept && r.weights?.[spacing]?.[core];
  if (kept) return { source: "recorded", stack: loaded[core](v.layers, kept) };
  return { source: "untrained", stack: begun[core](v.layers, v.seed) };
}

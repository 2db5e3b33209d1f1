import type { Core } from "../../models/mamba/shape.ts";
import type { CopyingTask } from "../../models/train/copying.ts";
import { type TrainerOptions, trainerDefaults } from "../../models/train/options.ts";
import type { Course } from "./compute.ts";
import type { Setting } from "./params.ts";

export type Spacing = CopyingTask["spacing"];

/** The two sides, and the two tasks. */
export const cores = ["s4d", "s6"] as const satisfies readonly Core[];
export const spacings = ["fixed", "random"] as const satisfies readonly Spacing[];

/** Steps that make one point of a curve, and answers that it counts. */
export const POINT = 10;
export const answersOf = ({ K }: Pick<Setting, "K">): number => POINT * trainerDefaults.batch * K;

/** Different letters, and the token behind them that asks for one. */
export const { V } = trainerDefaults;

/** What a training depends on, beside its side and its spacing. */
export const trained = ["layers", "lr", "steps", "L", "K", "seed"] as const;
export type Trained = Pick<Setting, (typeof trained)[number]>;

/** The options of one of the trainings. */
export function optionsOf(v: Trained, core: Core, spacing: Spacing): TrainerOptions {
  const { layers, lr, steps, L, K, seed } = v;
  return { ...trainerDefaults, core, spacing, layers, lr, steps, L, K, seed };
}

/** The tasks that are trained at this setting. */
export const spacingsOf = ({ spacing }: Pick<Setting, "spacing">): readonly Spacing[] =>
  spacing === "both" ? spacings : [spacing];

/** The task on which the pair was trained that reads the reader's sequence. */
export const pairOf = ({ spacing, pair }: Pick<Setting, "spacing" | "pair">): Spacing =>
  spacing === "both" ? pair : spacing;

/** Steps that a training has done, and whether that is all: it broke, or has come to its end. */
export const stepsOf = ({ right, broke }: Pick<Course, "right" | "broke">): number =>
  broke ?? POINT * right.length;
export const isThrough = (course: Course, { steps }: Pick<Trained, "steps">): boolean =>
  course.broke !== undefined || course.right.length * POINT >= steps;

/** The task whose training is written out in NumPy: the one that the sequence's reader learned, or the random one of both. */
export const shownSpacing = (v: Pick<Setting, "show" | "spacing" | "pair">): Spacing =>
  v.show === "own" ? pairOf(v) : spacingsOf(v).at(-1)!;

/** Steps that the NumPy text does. */
export const tracedSteps = ({ steps }: Pick<Setting, "steps">): number => Math.min(100, steps);

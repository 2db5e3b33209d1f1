import type { Core } from "../mamba/shape.ts";
import type { CopyingTask } from "./copying.ts";

/** One side of the pair: the same Mamba block around S6 or around a complex S4D, on one of the copying tasks. */
export interface TrainerOptions extends CopyingTask {
  readonly core: Core;
  readonly seed: number;
  readonly lr: number;
  readonly layers: number;
  /** Width of the stream, and states of a channel. */
  readonly d: number;
  readonly N: number;
  readonly batch: number;
  /** Steps over which the learning rate rises to `lr`, and the one from which it stays at a tenth of it. */
  readonly warmUp: number;
  readonly steps: number;
}

/** The sizes at which one layer of S6 learns selective copying in 500 steps and one layer of S4D does not. */
export const trainerDefaults = {
  L: 16,
  K: 3,
  V: 8,
  seed: 1,
  lr: 2e-2,
  layers: 1,
  d: 16,
  N: 8,
  batch: 32,
  warmUp: 50,
  steps: 500,
} as const;

/** Mamba's own range of Δ, .001 to .1, is made for thousands of steps; these are twenty. */
export const paces = [0.003, 0.3] as const;

import type { Checkpoint } from "../../models/train/loop.ts";

/** Training steps from one point of a curve to the next. */
export const POINT = 20;

/**
 * A training by twenties of steps: the loss in nats and the share of right answers on rows that were not yet learned from. The first
 * point is the untrained block on its first rows, each other one the mean over its twenty steps.
 */
export interface Curve {
  readonly loss: readonly number[];
  readonly right: readonly number[];
  /** Steps that were done when a number was no longer finite; not there as long as all are. */
  readonly broke?: number;
}

/** A training as far as it has come, with its weights at every point, and all that it takes to go on. */
export interface Course extends Curve {
  readonly checkpoint: Checkpoint;
  readonly weights: readonly Float32Array[];
}

/** How far a training is; a broken one is through. */
export const farOf = (points: number, broke: number | undefined, steps: number): number =>
  broke !== undefined ? 1 : Math.max(0, Math.min(1, ((points - 1) * POINT) / steps));

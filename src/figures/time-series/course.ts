import type { Checkpoint } from "../../models/train/loop.ts";

/** Training steps from one point of a curve to the next. */
export const POINT = 10;

/** A training by tens of steps, from the untrained on: the mean loss of what teaches, and of what is held back. */
export interface Curve {
  readonly taught: readonly number[];
  readonly held: readonly number[];
  /** Steps done when a number was no longer finite. */
  readonly broke?: number;
}

/** A training as far as it has come, with its weights where the held-back was forecast best. */
export interface Course extends Curve {
  readonly checkpoint: Checkpoint;
  readonly bestWeights: Float64Array;
}

/** The recorded weights of a series: where the held-back was forecast best, and after all steps. */
export interface Kept {
  readonly held: Float32Array;
  readonly end: Float32Array;
}

/** The point at which the held-back was forecast best; of equals the first. */
export const bestOf = ({ held }: Curve): number =>
  held.reduce((best, x, k) => (x < held[best]! ? k : best), 0);

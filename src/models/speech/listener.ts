import type { Stack } from "../mamba/stack.ts";
import { begin } from "../mamba/stack.ts";
import { intermediate } from "../mamba/intermediates.ts";
import { enter, runStack, carry } from "../mamba/forward.ts";
import { BANDS, openEar } from "./bands.ts";

/** The ten digits, and one class for all else: silence, noise, other words. */
export const CLASSES = 11;
export const NONE = 10;

/** What was heard in some frames: a row each. */
export interface Heard {
  readonly frames: number;
  /** frames × BANDS, −1 … 1. */
  readonly bands: Float64Array;
  /** frames × CLASSES. */
  readonly logits: Float64Array;
  /** For each layer frames × channels: Δ. */
  readonly delta: readonly Float64Array[];
}

/** Frames taken at a time. */
const CHUNK = 32;

/**
 * Reads a sound as it comes: what `hear` returns are the frames that the new samples complete. The state of the model is all that
 * is kept of what came before, besides less than a frame of samples.
 */
export function openListener(model: Stack): { hear(samples: Float64Array): Heard } {
  const run = begin(model, CHUNK, false);
  const ear = openEar();
  const { E, layers } = model.shape;
  return {
    // #region listen
    hear(samples) {
      const bands = ear.hear(samples);
      const frames = bands.length / BANDS;
      const logits = new Float64Array(frames * CLASSES);
      const delta = Array.from({ length: layers }, () => new Float64Array(frames * E));
      for (let at = 0; at < frames; at += CHUNK) {
        const steps = Math.min(CHUNK, frames - at);
        enter(run, model.weights, bands, at, steps);
        runStack(run, model.weights, steps, 0);
        logits.set(run.logits.data.subarray(0, steps * CLASSES), at * CLASSES);
        delta.forEach((all, l) => all.set(intermediate(run, l, "delta", steps).data, at * E));
        carry(run, steps);
      }
      return { frames, bands, logits, delta };
    },
    // #endregion
  };
}

/** A whole sound. */
export const listen = (model: Stack, samples: Float64Array): Heard =>
  openListener(model).hear(samples);

/** Softmax of each row. */
export function sharesOf(logits: Float64Array, classes = CLASSES): Float64Array {
  const shares = new Float64Array(logits.length);
  for (let at = 0; at < logits.length; at += classes) {
    const row = logits.subarray(at, at + classes);
    const most = Math.max(...row);
    const parts = row.map((x) => Math.exp(x - most));
    const sum = parts.reduce((a, b) => a + b, 0);
    parts.forEach((x, k) => (shares[at + k] = x / sum));
  }
  return shares;
}

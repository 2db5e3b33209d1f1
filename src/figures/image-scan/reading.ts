import { enter, runStack } from "../../models/mamba/forward.ts";
import { intermediate, type Intermediate } from "../../models/mamba/intermediates.ts";
import { begin, type Stack } from "../../models/mamba/stack.ts";
import { influence } from "../../models/selectiveState.ts";
import { PIXELS, valueOf, type Levels } from "./sheet.ts";

export const CLASSES = 10;
export const LAYERS = 8;
export const CHANNELS = 32;
export const STATES = 16;

/** What one layer did at every step: steps × channels, or steps × states. */
export interface LayerRun {
  readonly u: Float64Array;
  readonly delta: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  /** C h + D u. */
  readonly y: Float64Array;
  /** channels × states, and channels. */
  readonly A: Float64Array;
  readonly D: Float64Array;
}

/** What came out of reading a sheet: the scores of the ten classes after each pixel, and every layer's run. */
export interface Reading {
  readonly logits: Float64Array;
  readonly layers: readonly LayerRun[];
}

// #region read
/** The sheet's pixels in an order, one a step, through the whole model. */
export function read(model: Stack, levels: Levels, order: Uint8Array): Reading {
  const run = begin(model, PIXELS, false);
  enter(
    run,
    model.weights,
    Float64Array.from(order, (pixel) => valueOf(levels[pixel]!)),
    0,
    PIXELS,
  );
  runStack(run, model.weights, PIXELS, 0);
  const layers = run.blocks.map((_, l): LayerRun => {
    const of = (name: Intermediate) => intermediate(run, l, name).data;
    const A = run.cores[l]!.map((x) => -x);
    const D = Float64Array.from(model.weights.blocks[l]!.D);
    return { u: of("u"), delta: of("delta"), B: of("B"), C: of("C"), y: of("y"), A, D };
  });
  return { logits: run.logits.data.slice(), layers };
}
// #endregion

// #region heard
/** What the state of a channel still holds at step t of each input up to it: C_t e^{A(Δ_{s+1} + … + Δ_t)} B̄_s, without the way past the state. */
export function heard(layer: LayerRun, channel: number, t: number): Float64Array {
  return influence(
    { ...layer, L: PIXELS, channels: CHANNELS, states: STATES, D: new Float64Array(CHANNELS) },
    channel,
    t,
  );
}
// #endregion

/** One column of steps × channels. */
export const columnOf = (rows: Float64Array, channel: number, width = CHANNELS): Float64Array =>
  Float64Array.from({ length: rows.length / width }, (_, t) => rows[t * width + channel]!);

/** The probabilities of the classes after each pixel: softmax, row by row. */
export function probabilities(logits: Float64Array): Float64Array {
  const shares = new Float64Array(logits.length);
  for (let at = 0; at < logits.length; at += CLASSES) {
    const row = logits.subarray(at, at + CLASSES);
    const most = Math.max(...row);
    const parts = row.map((x) => Math.exp(x - most));
    const sum = parts.reduce((a, b) => a + b, 0);
    parts.forEach((x, k) => (shares[at + k] = x / sum));
  }
  return shares;
}

import { smallShape } from "../mamba/shape.ts";
import { tag, type Stack } from "../mamba/stack.ts";
import type { Card } from "../shipped/card.ts";
import { stackOf } from "../shipped/open.ts";
import { readWeights } from "../shipped/weights.ts";
import { AREA, FRAMES, PLACES, SIDE, SLOTS, STEPS } from "./film.ts";
import { GLYPH, glyphNames } from "./glyphs.ts";

/** Answers: the glyphs, and that no further one has flashed. */
export const NONE = glyphNames.length;
export const ANSWERS = NONE + 1;

/** A model that watches films: filters of 6 × 6 with their biases, and the tagger that reads each filter's best. */
export interface Watcher {
  readonly filters: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly stack: Stack;
}

const CELLS = GLYPH * GLYPH;

/** The watcher of a card, S6 or S4D. Throws a RangeError in words on weights that do not fit. */
export function openWatcher(card: Card, bytes: Uint8Array): Watcher {
  const tensors = readWeights(card, bytes);
  const take = (name: string) => {
    const tensor = tensors.get(name);
    if (!tensor) throw new RangeError(`the weights of ${card.id} lack ${name}`);
    tensors.delete(name);
    return tensor.data;
  };
  const [weights, bias] = [take("detector.weight"), take("detector.bias")];
  if (bias.length % 4 !== 0)
    throw new RangeError(`${card.id} has ${bias.length} filters, no fours`);
  const { hidden_size: d, state_size: N, num_hidden_layers: layers, inputs, classes } = card.shape;
  const core = card.kind === "s4d tagger" ? "s4d" : "s6";
  const shape = smallShape({
    d: d!,
    N: N!,
    layers: layers!,
    input: { reals: inputs! },
    output: classes!,
    core,
  });
  return { filters: bias.length, weights, bias, stack: stackOf(shape, tensors) };
}

// #region best
/** What each filter makes of each frame at the place where it makes most of it: frames × filters. */
export function bestOf({ filters, weights, bias }: Watcher, frames: Float64Array): Float64Array {
  const count = frames.length / AREA;
  const best = new Float64Array(count * filters);
  const cells = new Float64Array(PLACES * PLACES * CELLS);
  for (let t = 0; t < count; t++) {
    for (let i = 0; i < cells.length; i++) cells[i] = frames[t * AREA + cellAt[i]!]!;
    for (let f = 0; f < filters; f += 4) fourOf(best, t * filters + f, cells, weights, f * CELLS);
    for (let f = 0; f < filters; f++) best[t * filters + f]! += bias[f]!;
  }
  return best;
}
// #endregion

/** For each place of a glyph its 36 pixels in the frame. */
const cellAt = Uint8Array.from({ length: PLACES * PLACES * CELLS }, (_, i) => {
  const [place, k] = [Math.floor(i / CELLS), i % CELLS];
  const row = Math.floor(place / PLACES) + Math.floor(k / GLYPH);
  return row * SIDE + (place % PLACES) + (k % GLYPH);
});

/** Four filters at a time: a pixel is fetched once for all. */
function fourOf(
  best: Float64Array,
  at: number,
  cells: Float64Array,
  weights: Float32Array,
  first: number,
): void {
  let [a, b, c, d] = [-Infinity, -Infinity, -Infinity, -Infinity];
  for (let i = 0; i < cells.length;) {
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let k = first; k < first + CELLS; k++, i++) {
      const x = cells[i]!;
      p += weights[k]! * x;
      q += weights[k + CELLS]! * x;
      r += weights[k + 2 * CELLS]! * x;
      s += weights[k + 3 * CELLS]! * x;
    }
    if (p > a) a = p;
    if (q > b) b = q;
    if (r > c) c = r;
    if (s > d) d = s;
  }
  best[at] = a;
  best[at + 1] = b;
  best[at + 2] = c;
  best[at + 3] = d;
}

/** What the tagger reads: the best of the film's frames, then those of the white frames that ask. */
export function readingOf(watcher: Watcher, best: Float64Array): Float64Array {
  const { filters } = watcher;
  const reading = new Float64Array(STEPS * filters);
  reading.set(best);
  const white = bestOf(watcher, new Float64Array(AREA).fill(1));
  for (let slot = 0; slot < SLOTS; slot++) reading.set(white, (FRAMES + slot) * filters);
  return reading;
}

/** The most probable answer at each of the six white frames, from logits of the whole film. */
export function saidIn(logits: Float64Array): number[] {
  return Array.from({ length: SLOTS }, (_, slot) => {
    const row = logits.subarray((FRAMES + slot) * ANSWERS, (FRAMES + slot + 1) * ANSWERS);
    return row.indexOf(Math.max(...row));
  });
}

/** What a watcher answers to a film's frames. */
export const watch = (watcher: Watcher, frames: Float64Array): number[] =>
  saidIn(tag(watcher.stack, readingOf(watcher, bestOf(watcher, frames))));

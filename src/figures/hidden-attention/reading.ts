import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { type Channel, hearing } from "../../models/mamba/channel.ts";
import { intermediate } from "../../models/mamba/intermediates.ts";
import { mambaShape } from "../../models/mamba/shape.ts";
import { type Stack, traceStack } from "../../models/mamba/stack.ts";
import { stackOf } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import {
  readToken,
  startTransformer,
  type Transformer,
  transformerFrom,
} from "../../models/transformer.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { CHARACTERS, MAMBA, TRANSFORMER } from "./model.ts";

export interface Models {
  readonly mamba: Shipped;
  readonly transformer: Shipped;
}

/** One layer of the Mamba on a text of T characters: of each channel input, Δ and output (T × channels), of all B and C (T × N). */
export interface Layer {
  readonly u: Float64Array;
  readonly delta: Float64Array;
  readonly y: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  /** channels × N, and one for each channel. */
  readonly A: Float64Array;
  readonly D: Float64Array;
  /** The size of the hidden weights, the mean over the channels, T × T. */
  readonly mean: Matrix;
}

/** Both models on one text. */
export interface Reading {
  readonly T: number;
  readonly layers: readonly Layer[];
  /** The Transformer's attention, layer by layer and in each head by head, T × T. */
  readonly attention: readonly (readonly Matrix[])[];
}

const openMamba = keeping(({ card, bytes }: Shipped): Stack =>
  stackOf(mambaShape(card.shape), readWeights(card, bytes)),
);

const openTransformer = keeping(({ card, bytes }: Shipped): Transformer => {
  const { vocab_size: vocab, hidden_size: d, context } = card.shape;
  const { layers, heads } = TRANSFORMER;
  return transformerFrom(
    { vocab: vocab!, d: d!, layers, heads, context: context! },
    readWeights(card, bytes),
  );
});

/** Reads characters from rest by both models; tells how far it is. */
export function* read(
  models: Models,
  characters: readonly string[],
): Generator<number, Reading, undefined> {
  const ids = Int32Array.from(characters, (c) => CHARACTERS.indexOf(c));
  const attention = attentionOf(openTransformer(models.transformer), ids);
  yield 0.2;
  const stack = openMamba(models.mamba);
  const { run } = traceStack(stack, ids);
  yield 0.4;
  const layers: Layer[] = [];
  for (let l = 0; l < MAMBA.layers; l++) {
    const seen = (name: "u" | "delta" | "y" | "B" | "C") => intermediate(run, l, name).data;
    const { D, s6 } = stack.weights.blocks[l]!;
    const layer = {
      u: seen("u"),
      delta: seen("delta"),
      y: seen("y"),
      B: seen("B"),
      C: seen("C"),
      A: Float64Array.from(s6!.ALog, (x) => -Math.exp(x)),
      D: Float64Array.from(D),
    };
    layers.push({ ...layer, mean: meanOf(layer, ids.length) });
    yield 0.4 + (0.6 * (l + 1)) / MAMBA.layers;
  }
  return { T: ids.length, layers, attention };
}

/** One channel of a layer, cut out. */
export function channelOf(
  { u, delta, B, C, A, D }: Omit<Layer, "mean">,
  channel: number,
  T: number,
): Channel {
  const { channels: E, states: N } = MAMBA;
  const column = (x: Float64Array) =>
    Float64Array.from({ length: T }, (_, t) => x[t * E + channel]!);
  return {
    u: column(u),
    delta: column(delta),
    B,
    C,
    A: A.slice(channel * N, (channel + 1) * N),
    D: D[channel]!,
    start: new Float64Array(N),
  };
}

/** The hidden attention matrix of a channel: row t is what its output at t hears, T × T. */
export function hiddenMatrix(channel: Channel): Matrix {
  const T = channel.u.length;
  const M = zeros(T, T);
  for (let t = 0; t < T; t++) M.data.set(hearing(channel, t).row, t * T);
  return M;
}

function meanOf(layer: Omit<Layer, "mean">, T: number): Matrix {
  const mean = zeros(T, T);
  for (let e = 0; e < MAMBA.channels; e++)
    hiddenMatrix(channelOf(layer, e, T)).data.forEach(
      (w, k) => (mean.data[k]! += Math.abs(w) / MAMBA.channels),
    );
  return mean;
}

function attentionOf(model: Transformer, ids: Int32Array): Matrix[][] {
  const T = ids.length;
  const { heads, context } = model.shape;
  const maps = model.blocks.map(() => Array.from({ length: heads }, () => zeros(T, T)));
  const state = startTransformer(model);
  ids.forEach((id, t) => {
    readToken(model, state, id);
    maps.forEach((layer, l) =>
      layer.forEach((map, head) =>
        map.data.set(state.attention[l]!.subarray(head * context, head * context + t + 1), t * T),
      ),
    );
  });
  return maps;
}

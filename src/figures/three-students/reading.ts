import { type Lstm, lstmFrom, readToken as readByLstm, startLstm } from "../../models/lstm.ts";
import { enter, runStack } from "../../models/mamba/forward.ts";
import { intermediate, type Intermediate } from "../../models/mamba/intermediates.ts";
import { mambaShape } from "../../models/mamba/shape.ts";
import { begin, type Stack } from "../../models/mamba/stack.ts";
import { NUMBER, NUMBERS, VOCAB } from "../../models/notes/lecture.ts";
import { chances } from "../../models/sampling.ts";
import type { Card } from "../../models/shipped/card.ts";
import { stackOf } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import {
  readToken as readByTransformer,
  startTransformer,
  type Transformer,
  transformerFrom,
} from "../../models/transformer.ts";

/** A model as it came. */
export interface Came {
  readonly card: Card;
  readonly bytes: Uint8Array;
}

/** What one layer of the Mamba did at every token: L × channels, or L × states. */
export interface MambaLayer {
  readonly u: Float64Array;
  readonly delta: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  /** SiLU(z), by which what it says is multiplied. */
  readonly gate: Float64Array;
  /** Channels × states, below 0. */
  readonly A: Float64Array;
}

/** How the three read a stream; `said`: L × NUMBERS, the probability of each number after each token. */
export interface Reading {
  readonly mamba: { readonly said: Float64Array; readonly layers: readonly MambaLayer[] };
  readonly transformer: {
    readonly said: Float64Array;
    /** Per layer: L × L, how much each token looks at each up to it; mean over the heads. */
    readonly looks: readonly Float32Array[];
    /** How many tokens it keeps at most. */
    readonly context: number;
  };
  readonly lstm: {
    readonly said: Float64Array;
    /** L × cells: what stands in them after each token. */
    readonly cells: Float64Array;
  };
}

/** The probabilities of the numbers, of all that might come next. */
const numbersOf = (logits: Float64Array): Float64Array =>
  chances(logits, 1).subarray(NUMBER, NUMBER + NUMBERS);

// #region read
/** Mamba: all tokens at once; of its states nothing is kept here but what they are made of. */
export function readMamba(stack: Stack, ids: Int32Array): Reading["mamba"] {
  const L = ids.length;
  const run = begin(stack, L, false);
  enter(run, stack.weights, ids, 0, L);
  runStack(run, stack.weights, L, 0);
  const said = new Float64Array(L * NUMBERS);
  for (let t = 0; t < L; t++)
    said.set(numbersOf(run.logits.data.slice(t * VOCAB, (t + 1) * VOCAB)), t * NUMBERS);
  const layers = run.blocks.map((block, l): MambaLayer => {
    const of = (name: Intermediate) => intermediate(run, l, name).data;
    const gate = block.gate.slice(0, L * stack.shape.E);
    return {
      u: of("u"),
      delta: of("delta"),
      B: of("B"),
      C: of("C"),
      gate,
      A: run.cores[l]!.map((x) => -x),
    };
  });
  return { said, layers };
}

/** The Transformer: token by token; its cache gets one entry more each time. */
export function readTransformer(model: Transformer, ids: Int32Array): Reading["transformer"] {
  const { heads, context, layers } = model.shape;
  const L = ids.length;
  const state = startTransformer(model);
  const said = new Float64Array(L * NUMBERS);
  const looks = Array.from({ length: layers }, () => new Float32Array(L * L));
  ids.forEach((id, t) => {
    readByTransformer(model, state, id);
    said.set(numbersOf(state.logits.data), t * NUMBERS);
    for (let s = Math.max(0, t - context + 1); s <= t; s++)
      looks.forEach((rows, l) => {
        for (let head = 0; head < heads; head++)
          rows[t * L + s]! += state.attention[l]![head * context + (s % context)]! / heads;
      });
  });
  return { said, looks, context };
}

/** The LSTM: token by token; its cells are written over each time. */
export function readLstm(model: Lstm, ids: Int32Array): Reading["lstm"] {
  const { cells: H } = model.shape;
  const state = startLstm(model);
  const said = new Float64Array(ids.length * NUMBERS);
  const cells = new Float64Array(ids.length * H);
  ids.forEach((id, t) => {
    readByLstm(model, state, id);
    said.set(numbersOf(state.logits.data), t * NUMBERS);
    cells.set(state.c, t * H);
  });
  return { said, cells };
}
// #endregion

export const openMamba = ({ card, bytes }: Came): Stack =>
  stackOf(mambaShape(card.shape), readWeights(card, bytes));

export function openTransformer({ card, bytes }: Came): Transformer {
  const s = card.shape;
  const shape = {
    vocab: s["vocab_size"]!,
    d: s["hidden_size"]!,
    layers: s["num_hidden_layers"]!,
    heads: s["num_heads"]!,
    context: s["context"]!,
  };
  return transformerFrom(shape, readWeights(card, bytes));
}

export function openLstm({ card, bytes }: Came): Lstm {
  const s = card.shape;
  const shape = { vocab: s["vocab_size"]!, d: s["embedding_size"]!, cells: s["hidden_size"]! };
  return lstmFrom(shape, readWeights(card, bytes));
}

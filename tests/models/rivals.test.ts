import { expect, test } from "vitest";
import { lstmFrom, readToken as readByLstm, startLstm } from "../../src/models/lstm.ts";
import { smallShape } from "../../src/models/mamba/shape.ts";
import { tag } from "../../src/models/mamba/stack.ts";
import { stackOf } from "../../src/models/shipped/open.ts";
import {
  readToken as readByTransformer,
  startTransformer,
  transformerFrom,
} from "../../src/models/transformer.ts";
import golden from "../golden/rivals.json" with { type: "json" };
import { expectClose } from "../near.ts";

type Stored = Record<string, { readonly shape: number[]; readonly data: number[] }>;
const tensorsOf = (stored: Stored) =>
  new Map(
    Object.entries(stored).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data) },
    ]),
  );

test("the Transformer is PyTorch's, token by token", () => {
  const { transformer, ids } = golden;
  const {
    vocab_size: vocab,
    hidden_size: d,
    num_hidden_layers: layers,
    num_heads: heads,
    context,
  } = transformer.shape;
  const model = transformerFrom(
    { vocab, d, layers, heads, context },
    tensorsOf(transformer.tensors),
  );
  const state = startTransformer(model);
  ids.forEach((id, t) => {
    readByTransformer(model, state, id);
    expectClose(state.logits.data, transformer.logits[t]!, 1e-7); // the trainer turns by angles in single precision
  });
});

test("what lies further back than its context is not seen", () => {
  const { transformer, ids } = golden;
  const { vocab_size: vocab, hidden_size: d, num_heads: heads } = transformer.shape;
  const tensors = tensorsOf(transformer.tensors);
  const model = transformerFrom({ vocab, d, layers: 1, heads, context: 6 }, tensors);
  const last = (read: readonly number[]) => {
    const state = startTransformer(model);
    for (const id of read) readByTransformer(model, state, id);
    return Float64Array.from(state.logits.data);
  };
  // one layer: the last six tokens are all there is, wherever they stand
  expectClose(last(ids), last(ids.slice(-6)), 1e-12);
  expect(last(ids)).not.toEqual(last(ids.slice(-5)));
});

test("the LSTM is PyTorch's, token by token", () => {
  const { lstm, ids } = golden;
  const { vocab_size: vocab, embedding_size: d, hidden_size: cells } = lstm.shape;
  const model = lstmFrom({ vocab, d, cells }, tensorsOf(lstm.tensors));
  const state = startLstm(model);
  ids.forEach((id, t) => {
    readByLstm(model, state, id);
    expectClose(state.logits.data, lstm.logits[t]!, 1e-11);
  });
});

test("the tagger is the trainer's, with real inputs", () => {
  const { shape, tensors, x, logits } = golden.tagger;
  const { inputs, classes, hidden_size: d, num_hidden_layers: layers, state_size: N } = shape;
  const sizes = smallShape({ d, N, layers, input: { reals: inputs }, output: classes });
  const single = new Map(
    [...tensorsOf(tensors)].map(([name, t]) => [name, { ...t, data: Float32Array.from(t.data) }]),
  );
  // its weights are held in single precision
  expectClose(tag(stackOf(sizes, single), Float64Array.from(x)), logits, 2e-5);
});

test("a missing tensor and an unknown token are named", () => {
  const tensors = tensorsOf(golden.lstm.tensors);
  tensors.delete("projection.weight");
  const { vocab_size: vocab, embedding_size: d, hidden_size: cells } = golden.lstm.shape;
  expect(() => lstmFrom({ vocab, d, cells }, tensors)).toThrow(
    "projection.weight must be 60 numbers",
  );
  const model = lstmFrom({ vocab, d, cells }, tensorsOf(golden.lstm.tensors));
  expect(() => readByLstm(model, startLstm(model), 11)).toThrow(
    "id must be a token from 0 to 10, got 11",
  );
});

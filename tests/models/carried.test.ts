import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lstmCarries, mambaCarries, transformerCarries } from "../../src/models/carried.ts";
import { lstmFrom, readToken as readByLstm, startLstm } from "../../src/models/lstm.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { begin, stepStack } from "../../src/models/mamba/stack.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { stackOf } from "../../src/models/shipped/open.ts";
import { readWeights } from "../../src/models/shipped/weights.ts";
import {
  readToken as readByTransformer,
  startTransformer,
  transformerFrom,
} from "../../src/models/transformer.ts";

/**
 * What is carried is counted on the models' own buffers: as many numbers, moved into a model that has read nothing, make it go on
 * exactly as the one that read; with one of them left out it does not.
 */
const load = (id: string) => {
  const file = (name: string) =>
    readFileSync(new URL(`../../public/models/${id}/${name}`, import.meta.url));
  const card = JSON.parse(file("card.json").toString()) as Card;
  return { card, tensors: readWeights(card, new Uint8Array(file("weights.bin"))) };
};

type Part = Float64Array;
const size = (parts: readonly Part[]) => parts.reduce((sum, x) => sum + x.length, 0);
const copied = (from: readonly Part[], to: readonly Part[]) =>
  from.forEach((x, k) => to[k]!.set(x));

test("Mamba carries layers · E · (N + taps − 1) numbers, at every position as many", () => {
  const { card, tensors } = load("english");
  const shape = mambaShape(card.shape);
  const stack = stackOf(shape, tensors);
  const { E, taps } = shape;
  const at = (position: number) => {
    const run = begin(stack, 1, false);
    for (let k = 0; k < position; k++) stepStack(stack, run, Int32Array.of(k % 65));
    return run;
  };
  // After a step the window begins one row later; only its half for x is read.
  const parts = (run: ReturnType<typeof at>): Part[] =>
    run.blocks.flatMap(({ h, xPast: { data, stride } }) => [
      h,
      ...Array.from({ length: taps - 1 }, (_, r) => data.subarray(r * stride, r * stride + E)),
    ]);
  const run = at(40);
  expect(size(parts(run))).toBe(mambaCarries(shape));
  expect(mambaCarries(shape)).toBe(7 * 256 * 19);
  const other = at(0);
  copied(parts(run), parts(other));
  const want = Float64Array.from(stepStack(stack, run, Int32Array.of(7)));
  expect(stepStack(stack, other, Int32Array.of(7))).toEqual(want);
  const less = at(0);
  copied(parts(at(40)).slice(0, -1), parts(less));
  expect(stepStack(stack, less, Int32Array.of(7))).not.toEqual(want);
});

test("an LSTM carries 2 · cells numbers", () => {
  const { card, tensors } = load("lstm");
  const { vocab_size: vocab, embedding_size: d, hidden_size: cells } = card.shape;
  const model = lstmFrom({ vocab: vocab!, d: d!, cells: cells! }, tensors);
  const state = startLstm(model);
  for (let k = 0; k < 40; k++) readByLstm(model, state, k % 65);
  expect(state.h.data.length + state.c.length).toBe(lstmCarries(model.shape));
  const other = startLstm(model);
  copied([state.h.data, state.c], [other.h.data, other.c]);
  readByLstm(model, state, 7);
  readByLstm(model, other, 7);
  expect(other.logits.data).toEqual(state.logits.data);
});

test("a Transformer carries 2 · layers · d numbers for each position, until its context is full", () => {
  const { card, tensors } = load("transformer");
  const {
    vocab_size: vocab,
    hidden_size: d,
    num_hidden_layers: layers,
    num_heads: heads,
  } = card.shape;
  const shape = { vocab: vocab!, d: d!, layers: layers!, heads: heads!, context: 48 };
  const model = transformerFrom(shape, tensors);
  for (const position of [1, 40, 48, 60]) {
    const state = startTransformer(model);
    for (let k = 0; k < position; k++) readByTransformer(model, state, k % 65);
    const kept = Math.min(position, shape.context);
    const parts = ({ keys, values }: typeof state, rows: number): Part[] =>
      [...keys, ...values].map((x) => x.subarray(0, rows * shape.d));
    expect(size(parts(state, kept))).toBe(transformerCarries(shape, position));
    const other = { ...startTransformer(model), position };
    copied(parts(state, kept), parts(other, kept));
    const less = { ...startTransformer(model), position };
    copied(parts(state, kept - 1), parts(less, kept - 1));
    for (const s of [state, other, less]) readByTransformer(model, s, 7);
    expect(other.logits.data).toEqual(state.logits.data);
    expect(less.logits.data).not.toEqual(state.logits.data);
  }
});

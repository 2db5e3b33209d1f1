import { fail } from "../../numerics/check.ts";
import { lstmFrom, readToken as readByLstm, startLstm } from "../lstm.ts";
import { mambaShape, type Shape, smallShape } from "../mamba/shape.ts";
import { begin, type Stack, stepStack } from "../mamba/stack.ts";
import { store, tensorSpecs, weightsFrom } from "../mamba/weights.ts";
import {
  readToken as readByTransformer,
  startTransformer,
  transformerFrom,
} from "../transformer.ts";
import type { Card } from "./card.ts";
import { readWeights, type Tensor } from "./weights.ts";

/** A character model at some place of a text, whatever is inside. */
export interface Reader {
  readonly vocab: number;
  /** Reads one character; returns the logits of the next, valid until the next call. */
  read(id: number): Float64Array;
  /** Forgets all that was read. */
  reset(): void;
}

/** The character model of a card. Throws a RangeError in words on weights that do not fit. */
export function openReader(card: Card, bytes: Uint8Array): Reader {
  const tensors = readWeights(card, bytes);
  const {
    vocab_size: vocab = 0,
    hidden_size: size = 0,
    num_hidden_layers: layers = 0,
  } = card.shape;
  if (card.kind === "mamba") return stackReader(stackOf(mambaShape(card.shape), tensors));
  if (card.kind === "lstm") {
    const model = lstmFrom({ vocab, d: card.shape["embedding_size"]!, cells: size }, tensors);
    return reader(
      vocab,
      () => startLstm(model),
      (state, id) => readByLstm(model, state, id),
    );
  }
  if (card.kind !== "transformer") return fail("card.kind", "a character model", card.kind);
  const { num_heads: heads = 0, context = 0 } = card.shape;
  const model = transformerFrom({ vocab, d: size, layers, heads, context }, tensors);
  return reader(
    vocab,
    () => startTransformer(model),
    (state, id) => readByTransformer(model, state, id),
  );
}

/** The tagger of a card (real inputs, a class at every step). */
export function openTagger(card: Card, bytes: Uint8Array): Stack {
  const { hidden_size: d, state_size: N, num_hidden_layers: layers, inputs, classes } = card.shape;
  const shape = smallShape({
    d: d!,
    N: N!,
    layers: layers!,
    input: { reals: inputs! },
    output: classes!,
  });
  return stackOf(shape, readWeights(card, bytes));
}

/** A stack from named tensors. Throws a RangeError that names a tensor which is missing, unknown or of another shape. */
export function stackOf(shape: Shape, tensors: ReadonlyMap<string, Tensor>): Stack {
  const home = store(shape, "f32");
  const specs = tensorSpecs(shape);
  for (const { name, shape: dims } of specs) {
    const tensor = tensors.get(name);
    if (tensor?.shape.join() !== dims.join())
      fail(name, dims.join("×"), tensor?.shape.join("×") ?? "nothing");
    home.tensors[name]!.set(tensor!.data);
  }
  if (tensors.size !== specs.length) fail("tensors", `${specs.length}`, tensors.size);
  return { shape, store: home, weights: weightsFrom(shape, home.tensors) };
}

function reader<S extends { readonly logits: { readonly data: Float64Array } }>(
  vocab: number,
  start: () => S,
  move: (state: S, id: number) => void,
): Reader {
  let state = start();
  return {
    vocab,
    read: (id) => {
      move(state, id);
      return state.logits.data;
    },
    reset: () => {
      state = start();
    },
  };
}

function stackReader(stack: Stack): Reader {
  const { input } = stack.shape;
  const one = new Int32Array(1);
  return reader(
    "vocab" in input ? input.vocab : 0,
    () => begin(stack, 1, false),
    (run, id) => {
      one[0] = id;
      stepStack(stack, run, one);
    },
  );
}

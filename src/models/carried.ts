import type { LstmShape } from "./lstm.ts";
import type { Shape } from "./mamba/shape.ts";
import type { TransformerShape } from "./transformer.ts";

/**
 * How many numbers a model carries from one token to the next: all of the past that it can still tell. Ours are Float64, of 8 bytes;
 * what it works with inside a token, and its weights, come on top and do not depend on the position.
 */
// #region carried
/** Mamba: the states of every channel and the last taps − 1 inputs of its convolution, wherever it stands. */
export const mambaCarries = ({ layers, E, N, taps }: Pick<Shape, "layers" | "E" | "N" | "taps">) =>
  layers * E * (N + taps - 1);

/** An LSTM: h and c, wherever it stands. */
export const lstmCarries = ({ cells }: Pick<LstmShape, "cells">) => 2 * cells;

/** A Transformer: a key and a value of each layer for every position that it still sees. */
export const transformerCarries = (
  { layers, d, context }: Pick<TransformerShape, "layers" | "d" | "context">,
  position: number,
) => 2 * layers * d * Math.min(position, context);
// #endregion

/** Bytes of a number that is carried. */
export const BYTES = Float64Array.BYTES_PER_ELEMENT;

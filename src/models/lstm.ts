import { fail } from "../numerics/check.ts";
import { linear, type Real, type Rows, rows } from "../numerics/dense.ts";
import { sigmoidOver, tanhOver } from "./squash.ts";

/** The sizes of an LSTM language model: one layer of cells, projected to the embedding, which is the head as well. */
export interface LstmShape {
  readonly vocab: number;
  /** Width of the embedding. */
  readonly d: number;
  readonly cells: number;
}

/** An LSTM (Hochreiter & Schmidhuber 1997) with PyTorch's order of gates: in, forget, cell, out. */
export interface Lstm {
  readonly shape: LstmShape;
  readonly embedding: Real;
  readonly input: Real;
  readonly recurrent: Real;
  /** The sum of PyTorch's two biases. */
  readonly bias: Real;
  readonly projection: Real;
}

/** From named tensors. Throws a RangeError that names what is missing or of another size. */
export function lstmFrom(
  shape: LstmShape,
  tensors: ReadonlyMap<string, { readonly data: Real }>,
): Lstm {
  const { vocab, d, cells: H } = shape;
  const get = (name: string, size: number): Real => {
    const data = tensors.get(name)?.data;
    return data?.length === size ? data : fail(name, `${size} numbers`, data?.length);
  };
  const [b, b2] = [get("cells.bias_ih_l0", 4 * H), get("cells.bias_hh_l0", 4 * H)];
  return {
    shape,
    embedding: get("embedding.weight", vocab * d),
    input: get("cells.weight_ih_l0", 4 * H * d),
    recurrent: get("cells.weight_hh_l0", 4 * H * H),
    bias: Float64Array.from(b, (x, i) => x + b2[i]!),
    projection: get("projection.weight", d * H),
  };
}

/** What an LSTM remembers: h and c, whatever it has read. */
export interface LstmState {
  readonly h: Rows;
  readonly c: Float64Array;
  /** vocab: the logits after the last token. */
  readonly logits: Rows;
  readonly room: {
    readonly x: Rows;
    readonly fromX: Rows;
    readonly fromH: Rows;
    readonly low: Rows;
  };
}

/** The state of rest. */
export function startLstm({ shape: { vocab, d, cells } }: Lstm): LstmState {
  const row = (width: number) => rows(1, width);
  const room = { x: row(d), fromX: row(4 * cells), fromH: row(4 * cells), low: row(d) };
  return { h: row(cells), c: new Float64Array(cells), logits: row(vocab), room };
}

// #region lstm
/** Reads one token; the logits of the next stand in `state.logits`. No allocation. */
export function readToken(model: Lstm, state: LstmState, id: number): void {
  const { vocab, d, cells: H } = model.shape;
  if (!(id >= 0 && id < vocab)) fail("id", `a token from 0 to ${vocab - 1}`, id);
  const { h, c, room } = state;
  for (let i = 0; i < d; i++) room.x.data[i] = model.embedding[id * d + i]!;
  linear(room.fromX, room.x, model.input, model.bias, 0, 1);
  linear(room.fromH, h, model.recurrent, undefined, 0, 1);
  cellsInto(h.data, c, room.fromX.data, room.fromH.data, H);
  linear(room.low, h, model.projection, undefined, 0, 1);
  linear(state.logits, room.low, model.embedding, undefined, 0, 1);
}

/** Of each cell what enters, what is kept and what is shown; the gates are sums of what input and state say. Overwrites `gates`. */
function cellsInto(
  h: Float64Array,
  c: Float64Array,
  gates: Float64Array,
  fromH: Float64Array,
  H: number,
): void {
  for (let k = 0; k < 4 * H; k++) gates[k]! += fromH[k]!;
  sigmoidOver(gates, 0, 2 * H);
  tanhOver(gates, 2 * H, 3 * H);
  sigmoidOver(gates, 3 * H, 4 * H);
  for (let k = 0; k < H; k++) h[k] = c[k] = gates[H + k]! * c[k]! + gates[k]! * gates[2 * H + k]!;
  tanhOver(h, 0, H);
  for (let k = 0; k < H; k++) h[k]! *= gates[3 * H + k]!;
}
// #endregion

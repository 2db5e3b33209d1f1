import { count, fail } from "../numerics/check.ts";
import { linear, type Real, type Rows, rows } from "../numerics/dense.ts";
import { exp } from "../numerics/portable.ts";
import { normForward } from "./mamba/norm.ts";
import { tanh } from "./squash.ts";

/** The sizes of a small Transformer: pre-norm blocks, rotary positions, GELU (tanh form), a head that is the embedding. */
export interface TransformerShape {
  readonly vocab: number;
  readonly d: number;
  readonly layers: number;
  readonly heads: number;
  /** How many positions, its own included, a token looks back: as many as it was trained on. */
  readonly context: number;
}

interface BlockWeights {
  readonly norm1: Real;
  readonly qkv: Real;
  readonly out: Real;
  readonly norm2: Real;
  readonly up: Real;
  readonly down: Real;
}

/** A Transformer as a language model. */
export interface Transformer {
  readonly shape: TransformerShape;
  readonly embedding: Real;
  readonly norm: Real;
  readonly blocks: readonly BlockWeights[];
}

/** From named tensors. Throws a RangeError that names what is missing or of another size. */
export function transformerFrom(
  shape: TransformerShape,
  tensors: ReadonlyMap<string, { readonly data: Real }>,
): Transformer {
  const { vocab, d, layers, heads } = shape;
  if (count("d", d) % (2 * count("heads", heads)) !== 0)
    fail("d", `a multiple of twice the ${heads} heads`, d);
  const get = (name: string, size: number): Real => {
    const data = tensors.get(name)?.data;
    return data?.length === size ? data : fail(name, `${size} numbers`, data?.length);
  };
  return {
    shape,
    embedding: get("embedding.weight", vocab * d),
    norm: get("norm.weight", d),
    blocks: Array.from({ length: layers }, (_, l) => ({
      norm1: get(`layers.${l}.norm1.weight`, d),
      qkv: get(`layers.${l}.qkv.weight`, 3 * d * d),
      out: get(`layers.${l}.out.weight`, d * d),
      norm2: get(`layers.${l}.norm2.weight`, d),
      up: get(`layers.${l}.up.weight`, 4 * d * d),
      down: get(`layers.${l}.down.weight`, 4 * d * d),
    })),
  };
}

/** What a Transformer remembers: the keys and values of the last `context` positions of every layer, a ring. */
export interface TransformerState {
  /** Tokens read so far. */
  position: number;
  /** Per layer: context × d, keys already turned to their position. */
  readonly keys: readonly Float64Array[];
  readonly values: readonly Float64Array[];
  /** Per layer: heads × context, the weights of the last token's attention by slot of the ring; 0 where nothing stands. */
  readonly attention: readonly Float64Array[];
  /** vocab: the logits after the last token. */
  readonly logits: Rows;
  readonly room: Room;
}

interface Room {
  readonly h: Rows;
  readonly normed: Rows;
  readonly qkv: Rows;
  readonly mixed: Rows;
  readonly out: Rows;
  readonly wide: Rows;
  readonly factor: Float64Array;
}

/** Nothing read yet. */
export function startTransformer({ shape }: Transformer): TransformerState {
  const { vocab, d, layers, heads, context } = shape;
  const each = (size: number) => Array.from({ length: layers }, () => new Float64Array(size));
  const row = (width: number) => rows(1, width);
  return {
    position: 0,
    keys: each(context * d),
    values: each(context * d),
    attention: each(heads * context),
    logits: row(vocab),
    room: {
      h: row(d),
      normed: row(d),
      qkv: row(3 * d),
      mixed: row(d),
      out: row(d),
      wide: row(4 * d),
      factor: new Float64Array(1),
    },
  };
}

/** Reads one token; the logits of the next stand in `state.logits`. Work grows with what is kept, up to `context`. No allocation. */
export function readToken(model: Transformer, state: TransformerState, id: number): void {
  const { shape, embedding, norm } = model;
  const { d, vocab } = shape;
  if (!(id >= 0 && id < vocab)) fail("id", `a token from 0 to ${vocab - 1}`, id);
  const { h, normed, qkv, mixed, out, wide, factor } = state.room;
  for (let i = 0; i < d; i++) h.data[i] = embedding[id * d + i]!;
  model.blocks.forEach((w, l) => {
    normForward(normed.data, factor, h.data, w.norm1, EPS, 0, 1, d);
    linear(qkv, normed, w.qkv, undefined, 0, 1);
    turn(qkv.data, shape, state.position);
    attend(state, shape, l);
    linear(out, mixed, w.out, undefined, 0, 1);
    for (let i = 0; i < d; i++) h.data[i]! += out.data[i]!;
    normForward(normed.data, factor, h.data, w.norm2, EPS, 0, 1, d);
    linear(wide, normed, w.up, undefined, 0, 1);
    for (let i = 0; i < 4 * d; i++) wide.data[i] = gelu(wide.data[i]!);
    linear(out, wide, w.down, undefined, 0, 1);
    for (let i = 0; i < d; i++) h.data[i]! += out.data[i]!;
  });
  normForward(normed.data, factor, h.data, norm, EPS, 0, 1, d);
  linear(state.logits, normed, embedding, undefined, 0, 1);
  state.position++;
}

const EPS = 1e-5;

/** GELU in its tanh form (Hendrycks & Gimpel 2016, arXiv 1606.08415). */
const gelu = (x: number) => 0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)));

/** Rotary positions (Su et al. 2021, arXiv 2104.09864): query and key of each head turned by position · 10000^{−2i/width}. */
function turn(qkv: Float64Array, { d, heads }: TransformerShape, position: number): void {
  const width = d / heads;
  for (let i = 0; i < width / 2; i++) {
    const angle = position * 10000 ** ((-2 * i) / width);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let head = 0; head < 2 * heads; head++) {
      const [a, b] = [head * width + i, head * width + i + width / 2];
      const [x, y] = [qkv[a]!, qkv[b]!];
      qkv[a] = x * cos - y * sin;
      qkv[b] = x * sin + y * cos;
    }
  }
}

// #region attention
/** Softmax of query · key / √width over what is kept, and the mean of the values under it, head by head. */
function attend(state: TransformerState, shape: TransformerShape, l: number): void {
  const { d, heads, context } = shape;
  const width = d / heads;
  const { position } = state;
  const { qkv, mixed } = state.room;
  const [K, V, weights] = [state.keys[l]!, state.values[l]!, state.attention[l]!];
  const slot = position % context;
  for (let i = 0; i < d; i++) {
    K[slot * d + i] = qkv.data[d + i]!;
    V[slot * d + i] = qkv.data[2 * d + i]!;
  }
  const kept = Math.min(position + 1, context);
  for (let head = 0; head < heads; head++) {
    const from = head * width;
    const at = head * context;
    let most = -Infinity;
    for (let s = 0; s < kept; s++) {
      let score = 0;
      for (let i = from; i < from + width; i++) score += qkv.data[i]! * K[s * d + i]!;
      weights[at + s] = score / Math.sqrt(width);
      most = Math.max(most, weights[at + s]!);
    }
    let sum = 0;
    for (let s = 0; s < kept; s++) sum += weights[at + s] = exp(weights[at + s]! - most);
    for (let i = from; i < from + width; i++) mixed.data[i] = 0;
    for (let s = 0; s < kept; s++) {
      const share = (weights[at + s]! /= sum);
      for (let i = from; i < from + width; i++) mixed.data[i]! += share * V[s * d + i]!;
    }
  }
}
// #endregion

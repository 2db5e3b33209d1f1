import { count, fail } from "../numerics/check.ts";
import { linear, type Real, type Rows, rows } from "../numerics/dense.ts";
import { expParts, expWholes } from "../numerics/exp.ts";
import { decay } from "./mamba/elementwise.ts";
import { normForward } from "./mamba/norm.ts";
import { tanhIn } from "./squash.ts";

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
  /** d / heads / 2 each: by what the pairs of a head are turned at the present position. */
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** Nothing read yet. */
export function startTransformer({ shape }: Transformer): TransformerState {
  const { vocab, d, layers, heads, context } = shape;
  const each = (size: number) => Array.from({ length: layers }, () => new Float64Array(size));
  const row = (width: number) => rows(1, width);
  const pairs = d / heads / 2;
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
      cos: new Float64Array(pairs),
      sin: new Float64Array(pairs),
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
  anglesInto(state.room, shape, state.position);
  for (let l = 0; l < model.blocks.length; l++) {
    const w = model.blocks[l]!;
    normForward(normed.data, factor, h.data, w.norm1, NORM, 0, 1, d);
    linear(qkv, normed, w.qkv, undefined, 0, 1);
    turn(qkv.data, shape, state.room);
    attend(state, shape, l);
    linear(out, mixed, w.out, undefined, 0, 1);
    for (let i = 0; i < d; i++) h.data[i]! += out.data[i]!;
    normForward(normed.data, factor, h.data, w.norm2, NORM, 0, 1, d);
    linear(wide, normed, w.up, undefined, 0, 1);
    geluOver(wide.data);
    linear(out, wide, w.down, undefined, 0, 1);
    for (let i = 0; i < d; i++) h.data[i]! += out.data[i]!;
  }
  normForward(normed.data, factor, h.data, norm, NORM, 0, 1, d);
  linear(state.logits, normed, embedding, undefined, 0, 1);
  state.position++;
}

const NORM = { eps: 1e-5 };

/** GELU in its tanh form (Hendrycks & Gimpel 2016, arXiv 1606.08415), in place. */
function geluOver(xs: Float64Array): void {
  const [wholes, parts] = [expWholes, expParts];
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i]!;
    const bent = 0.7978845608028654 * (x + 0.044715 * x * x * x);
    xs[i] = 0.5 * x * (1 + tanhIn(bent, wholes, parts));
  }
}

/** Rotary positions (Su et al. 2021, arXiv 2104.09864): pair i of a head is turned by position · 10000^{−2i/width}. */
function anglesInto({ cos, sin }: Room, { d, heads }: TransformerShape, position: number): void {
  const width = d / heads;
  for (let i = 0; i < cos.length; i++) {
    const angle = position * 10000 ** ((-2 * i) / width);
    cos[i] = Math.cos(angle);
    sin[i] = Math.sin(angle);
  }
}

/** Query and key of each head, turned. */
function turn(qkv: Float64Array, { d, heads }: TransformerShape, { cos, sin }: Room): void {
  const width = d / heads;
  const pairs = width / 2;
  for (let head = 0; head < 2 * heads; head++)
    for (let i = 0; i < pairs; i++) {
      const a = head * width + i;
      const x = qkv[a]!;
      const y = qkv[a + pairs]!;
      qkv[a] = x * cos[i]! - y * sin[i]!;
      qkv[a + pairs] = x * sin[i]! + y * cos[i]!;
    }
}

// #region attention
/** Softmax of query · key / √width over what is kept, and the mean of the values under it, head by head. */
function attend(state: TransformerState, shape: TransformerShape, l: number): void {
  const { d, heads, context } = shape;
  const width = d / heads;
  const { position, room } = state;
  const qkv = room.qkv.data;
  const [K, V, weights] = [state.keys[l]!, state.values[l]!, state.attention[l]!];
  const slot = position % context;
  for (let i = 0; i < d; i++) {
    K[slot * d + i] = qkv[d + i]!;
    V[slot * d + i] = qkv[2 * d + i]!;
  }
  const kept = Math.min(position + 1, context);
  for (let head = 0; head < heads; head++) {
    const at = head * context;
    scoresInto(weights, at, kept, qkv, K, head * width, width, d);
    softmaxOver(weights, at, at + kept, 1 / Math.sqrt(width));
    meanInto(room.mixed.data, weights, at, kept, V, head * width, width, d);
  }
}
// #endregion

/** Query · key for every kept row, numbers from … from + width − 1 of it; four rows at a time. */
function scoresInto(
  scores: Float64Array,
  at: number,
  kept: number,
  q: Float64Array,
  K: Float64Array,
  from: number,
  width: number,
  d: number,
): void {
  let s = 0;
  for (let row = from; s + 4 <= kept; s += 4, row += 4 * d) {
    let a = 0;
    let b = 0;
    let c = 0;
    let e = 0;
    for (let i = 0, k = row; i < width; i++, k++) {
      const x = q[from + i]!;
      a += x * K[k]!;
      b += x * K[k + d]!;
      c += x * K[k + 2 * d]!;
      e += x * K[k + 3 * d]!;
    }
    scores[at + s] = a;
    scores[at + s + 1] = b;
    scores[at + s + 2] = c;
    scores[at + s + 3] = e;
  }
  for (; s < kept; s++) {
    let sum = 0;
    for (let i = from; i < from + width; i++) sum += q[i]! * K[s * d + i]!;
    scores[at + s] = sum;
  }
}

function softmaxOver(scores: Float64Array, from: number, to: number, scale: number): void {
  const [wholes, parts] = [expWholes, expParts];
  let most = -Infinity;
  for (let s = from; s < to; s++) most = Math.max(most, scores[s]!);
  let sum = 0;
  for (let s = from; s < to; s++) {
    const share = decay((most - scores[s]!) * scale, wholes, parts);
    scores[s] = share;
    sum += share;
  }
  for (let s = from; s < to; s++) scores[s]! /= sum;
}

/** Σ share · value over the kept rows, four at a time. */
function meanInto(
  mixed: Float64Array,
  shares: Float64Array,
  at: number,
  kept: number,
  V: Float64Array,
  from: number,
  width: number,
  d: number,
): void {
  for (let i = from; i < from + width; i++) mixed[i] = 0;
  let s = 0;
  for (let row = from; s + 4 <= kept; s += 4, row += 4 * d) {
    const a = shares[at + s]!;
    const b = shares[at + s + 1]!;
    const c = shares[at + s + 2]!;
    const e = shares[at + s + 3]!;
    for (let i = from, k = row; i < from + width; i++, k++)
      mixed[i]! += a * V[k]! + b * V[k + d]! + c * V[k + 2 * d]! + e * V[k + 3 * d]!;
  }
  for (; s < kept; s++)
    for (let i = from; i < from + width; i++) mixed[i]! += shares[at + s]! * V[s * d + i]!;
}

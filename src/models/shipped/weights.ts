import { half } from "../half.ts";
import type { Card, Kind } from "./card.ts";

/** A tensor of a shipped model, flat and row-major. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * The tensors of weights.bin by name, int8 rows multiplied by their scales. Throws a RangeError in words where the bytes do not fit
 * the card (a file that is cut off, or another version's) or hold what is no number.
 */
export function readWeights(card: Card, bytes: Uint8Array): Map<string, Tensor> {
  if (bytes.length !== card.bytes)
    throw new RangeError(
      `the weights of ${card.id} have ${bytes.length} bytes instead of ${card.bytes}`,
    );
  const told = card.tensors.reduce((sum, [, shape, kind]) => sum + sizeOf(shape, kind), 0);
  if (told !== bytes.length)
    throw new RangeError(`the card of ${card.id} tells of ${told} bytes, not of ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tensors = new Map<string, Tensor>();
  let at = 0;
  for (const [name, shape, kind] of card.tensors) {
    const count = countOf(shape);
    const data = kind === "i8" ? rows(view, at, count, shape.at(-1)!) : halves(view, at, count);
    const odd = data.findIndex((x) => !Number.isFinite(x));
    if (odd >= 0) throw new RangeError(`the weights of ${card.id} are damaged: ${name}[${odd}]`);
    tensors.set(name, { shape, data });
    at += sizeOf(shape, kind);
  }
  return tensors;
}

const countOf = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);

/** Bytes of a tensor. */
const sizeOf = (shape: readonly number[], kind: Kind) =>
  kind === "i8" ? countOf(shape) + (2 * countOf(shape)) / shape.at(-1)! : 2 * countOf(shape);

function halves(view: DataView, at: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => half(view.getUint16(at + 2 * i, true)));
}

function rows(view: DataView, at: number, count: number, row: number): Float32Array {
  const scales = count / row;
  const data = new Float32Array(count);
  for (let r = 0, i = 0; r < scales; r++) {
    const scale = half(view.getUint16(at + 2 * r, true));
    for (let k = 0; k < row; k++, i++) data[i] = scale * view.getInt8(at + 2 * scales + i);
  }
  return data;
}

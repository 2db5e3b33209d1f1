import type { Weight } from "../../numerics/dense8.ts";
import type { Shape } from "../mamba/shape.ts";
import type { Runnable } from "../mamba/stack.ts";
import { tensorSpecs, weightsFrom } from "../mamba/weights.ts";

/** Where a tensor lies in a packed model: `rows` scales and as many rows of int8, or all its numbers in single precision. */
export interface Packing {
  readonly name: string;
  readonly shape: readonly number[];
  readonly eight: boolean;
  readonly rows: number;
  readonly width: number;
  /** Its first byte. */
  readonly at: number;
}

/** The matrices that a token is multiplied by; all else is small, and bends what they give. */
const isMatrix = (name: string) => /(_proj|embeddings|lm_head)\.weight$/.test(name);

/** A model in one array: the places of its tensors, and how many bytes they take. `exact` keeps all in single precision. */
export function packingOf(shape: Shape, exact: boolean): { places: Packing[]; bytes: number } {
  let at = 0;
  const places = tensorSpecs(shape).map(({ name, shape: dims, size }) => {
    const eight = !exact && isMatrix(name);
    const width = dims.at(-1)!;
    const rows = size / width;
    const place = { name, shape: dims, eight, rows, width, at };
    at += eight ? 4 * rows + Math.ceil(size / 4) * 4 : 4 * size;
    return place;
  });
  return { places, bytes: at };
}

/** A packed model, ready to run: views of its bytes. */
export function openPacked(shape: Shape, exact: boolean, bytes: ArrayBuffer): Runnable {
  const tensors = packingOf(shape, exact).places.map(
    ({ name, eight, rows, width, at }): [string, Weight] => [
      name,
      eight
        ? {
            scales: new Float32Array(bytes, at, rows),
            data: new Int8Array(bytes, at + 4 * rows, rows * width),
          }
        : new Float32Array(bytes, at, rows * width),
    ],
  );
  return { shape, weights: weightsFrom(shape, Object.fromEntries(tensors)) };
}

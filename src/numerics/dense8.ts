import { linear, type Real, type Rows } from "./dense.ts";

/** A matrix in eight bits a number, row-major: row o is scales[o] times its integers. */
export interface Rows8 {
  readonly data: Int8Array;
  readonly scales: Float32Array;
}

/** A matrix as a layer may hold it. */
export type Weight = Real | Rows8;

/** y = W x + b with W in any precision: `linear`, or its like in eight bits. */
export function linearOf(
  y: Rows,
  x: Rows,
  W: Weight,
  b: Real | undefined,
  from: number,
  to: number,
): void {
  if (!("scales" in W)) return linear(y, x, W, b, from, to);
  let l = from;
  for (; l + 2 <= to; l += 2) two(y, x, W, l);
  if (l < to) one(y, x, W, l);
  if (b)
    for (l = from; l < to; l++)
      for (let o = 0, i = y.at + l * y.stride; o < y.width; o++, i++) y.data[i]! += b[o]!;
}

/** Rows from … to − 1 of a matrix whose rows are `width` long; nothing is copied. */
export const rowsOf = (W: Weight, from: number, to: number, width: number): Weight =>
  "scales" in W
    ? { data: W.data.subarray(from * width, to * width), scales: W.scales.subarray(from, to) }
    : W.subarray(from * width, to * width);

/** Row `k` of a matrix whose rows are `width` long, into `out` from `at` on. */
export function rowInto(out: Float64Array, at: number, W: Weight, k: number, width: number): void {
  const from = k * width;
  if ("scales" in W) for (let i = 0; i < width; i++) out[at + i] = W.scales[k]! * W.data[from + i]!;
  else for (let i = 0; i < width; i++) out[at + i] = W[from + i]!;
}

/** One row of x, four of W at a time. */
function one(y: Rows, x: Rows, { data: W, scales }: Rows8, l: number): void {
  const [outs, ins] = [y.width, x.width];
  const [Y, X] = [y.data, x.data];
  const x0 = x.at + l * x.stride;
  const y0 = y.at + l * y.stride;
  let o = 0;
  for (; o + 4 <= outs; o += 4) {
    let w = o * ins;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    for (let i = 0; i < ins; i++, w++) {
      const p = X[x0 + i]!;
      a0 += W[w]! * p;
      a1 += W[w + ins]! * p;
      a2 += W[w + 2 * ins]! * p;
      a3 += W[w + 3 * ins]! * p;
    }
    Y[y0 + o] = scales[o]! * a0;
    Y[y0 + o + 1] = scales[o + 1]! * a1;
    Y[y0 + o + 2] = scales[o + 2]! * a2;
    Y[y0 + o + 3] = scales[o + 3]! * a3;
  }
  for (; o < outs; o++) Y[y0 + o] = scales[o]! * dot(W, o * ins, X, x0, ins);
}

/** Two rows of x at once: each integer is widened once for both. */
function two(y: Rows, x: Rows, { data: W, scales }: Rows8, l: number): void {
  const [outs, ins] = [y.width, x.width];
  const [Y, X] = [y.data, x.data];
  const x0 = x.at + l * x.stride;
  const x1 = x0 + x.stride;
  const y0 = y.at + l * y.stride;
  const y1 = y0 + y.stride;
  let o = 0;
  for (; o + 4 <= outs; o += 4) {
    let w = o * ins;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let i = 0; i < ins; i++, w++) {
      const p = X[x0 + i]!;
      const q = X[x1 + i]!;
      const w0 = W[w]!;
      const w1 = W[w + ins]!;
      const w2 = W[w + 2 * ins]!;
      const w3 = W[w + 3 * ins]!;
      a0 += w0 * p;
      a1 += w1 * p;
      a2 += w2 * p;
      a3 += w3 * p;
      b0 += w0 * q;
      b1 += w1 * q;
      b2 += w2 * q;
      b3 += w3 * q;
    }
    Y[y0 + o] = scales[o]! * a0;
    Y[y0 + o + 1] = scales[o + 1]! * a1;
    Y[y0 + o + 2] = scales[o + 2]! * a2;
    Y[y0 + o + 3] = scales[o + 3]! * a3;
    Y[y1 + o] = scales[o]! * b0;
    Y[y1 + o + 1] = scales[o + 1]! * b1;
    Y[y1 + o + 2] = scales[o + 2]! * b2;
    Y[y1 + o + 3] = scales[o + 3]! * b3;
  }
  for (; o < outs; o++) {
    Y[y0 + o] = scales[o]! * dot(W, o * ins, X, x0, ins);
    Y[y1 + o] = scales[o]! * dot(W, o * ins, X, x1, ins);
  }
}

function dot(W: Int8Array, w: number, X: Float64Array, x: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += W[w + i]! * X[x + i]!;
  return sum;
}

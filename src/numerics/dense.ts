/**
 * The product of a linear layer y = W x + b over rows of a batch, added up in blocks of registers. W is
 * y.width × x.width, row-major, as PyTorch stores it. Rows from … to − 1 are worked on. Nothing is allocated or checked.
 */

/** Weights in single or double precision; sums are always in double. */
export type Real = Float32Array | Float64Array;

/** Rows inside an array: row l is the `width` numbers from data[at + l·stride] on. */
export interface Rows {
  readonly data: Float64Array;
  readonly width: number;
  readonly stride: number;
  readonly at: number;
}

/** `count` rows of zeros. */
export function rows(count: number, width: number): Rows {
  return { data: new Float64Array(count * width), width, stride: width, at: 0 };
}

/** y = W x + b. */
export function linear(
  y: Rows,
  x: Rows,
  W: Real,
  b: Real | undefined,
  from: number,
  to: number,
): void {
  const even = to - ((to - from) % 2);
  pairsInto(y, x, W, from, even);
  if (even < to) rowInto(y, x, W, even);
  if (b) addBias(y, b, from, to);
}

/** Rows two by two, for each weight that is read. */
function pairsInto(y: Rows, x: Rows, W: Real, from: number, to: number): void {
  const [outs, ins] = [y.width, x.width];
  const [Y, X] = [y.data, x.data];
  for (let l = from; l < to; l += 2) {
    const x0 = x.at + l * x.stride;
    const y0 = y.at + l * y.stride;
    const x1 = x0 + x.stride;
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
      Y[y1 + o] = b0;
      Y[y1 + o + 1] = b1;
      Y[y1 + o + 2] = b2;
      Y[y1 + o + 3] = b3;
      Y[y0 + o] = a0;
      Y[y0 + o + 1] = a1;
      Y[y0 + o + 2] = a2;
      Y[y0 + o + 3] = a3;
    }
    for (; o < outs; o++) {
      dotInto(Y, y1 + o, W, o * ins, X, x1, ins);
      dotInto(Y, y0 + o, W, o * ins, X, x0, ins);
    }
  }
}

/** One row alone: eight sums side by side keep the additions from waiting for one another. */
function rowInto(to: Rows, from: Rows, W: Real, l: number): void {
  const outs = to.width;
  const ins = from.width;
  const Y = to.data;
  const X = from.data;
  const y = to.at + l * to.stride;
  const x = from.at + l * from.stride;
  let o = 0;
  for (; o + 8 <= outs; o += 8) {
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let a4 = 0;
    let a5 = 0;
    let a6 = 0;
    let a7 = 0;
    for (let i = 0, w = o * ins; i < ins; i++, w++) {
      const p = X[x + i]!;
      a0 += W[w]! * p;
      a1 += W[w + ins]! * p;
      a2 += W[w + 2 * ins]! * p;
      a3 += W[w + 3 * ins]! * p;
      a4 += W[w + 4 * ins]! * p;
      a5 += W[w + 5 * ins]! * p;
      a6 += W[w + 6 * ins]! * p;
      a7 += W[w + 7 * ins]! * p;
    }
    Y[y + o] = a0;
    Y[y + o + 1] = a1;
    Y[y + o + 2] = a2;
    Y[y + o + 3] = a3;
    Y[y + o + 4] = a4;
    Y[y + o + 5] = a5;
    Y[y + o + 6] = a6;
    Y[y + o + 7] = a7;
  }
  for (; o < outs; o++) dotInto(Y, y + o, W, o * ins, X, x, ins);
}

function dotInto(
  Y: Float64Array,
  y: number,
  W: Real,
  w: number,
  X: Float64Array,
  x: number,
  count: number,
): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += W[w + i]! * X[x + i]!;
  Y[y] = sum;
}

function addBias(y: Rows, b: Real, from: number, to: number): void {
  for (let l = from; l < to; l++)
    for (let o = 0, i = y.at + l * y.stride; o < y.width; o++, i++) y.data[i]! += b[o]!;
}

/**
 * The three products of a linear layer y = W x + b over rows of a batch, added up in blocks of registers. W is
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
  const [outs, ins] = [y.width, x.width];
  const [Y, X] = [y.data, x.data];
  for (let l = from; l < to; l += 2) {
    const x0 = x.at + l * x.stride;
    const y0 = y.at + l * y.stride;
    const x1 = l + 1 < to ? x0 + x.stride : x0; // the last of an odd number is done twice
    const y1 = l + 1 < to ? y0 + y.stride : y0;
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
  if (b) addBias(y, b, from, to);
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

/** dx += Wᵀ dy: the gradient by the input. */
export function linearBackInput(dx: Rows, dy: Rows, W: Real, from: number, to: number): void {
  const [outs, ins] = [dy.width, dx.width];
  const [X, Y] = [dx.data, dy.data];
  const blocks = ins - (ins % 4);
  for (let l = from; l < to; l += 2) {
    const two = l + 1 < to;
    const x0 = dx.at + l * dx.stride;
    const y0 = dy.at + l * dy.stride;
    const x1 = two ? x0 + dx.stride : x0;
    const y1 = two ? y0 + dy.stride : y0;
    for (let i = 0; i < blocks; i += 4) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let o = 0, w = i; o < outs; o++, w += ins) {
        const p = Y[y0 + o]!;
        const q = Y[y1 + o]!;
        const w0 = W[w]!;
        const w1 = W[w + 1]!;
        const w2 = W[w + 2]!;
        const w3 = W[w + 3]!;
        a0 += p * w0;
        a1 += p * w1;
        a2 += p * w2;
        a3 += p * w3;
        b0 += q * w0;
        b1 += q * w1;
        b2 += q * w2;
        b3 += q * w3;
      }
      X[x0 + i]! += a0;
      X[x0 + i + 1]! += a1;
      X[x0 + i + 2]! += a2;
      X[x0 + i + 3]! += a3;
      if (!two) continue;
      X[x1 + i]! += b0;
      X[x1 + i + 1]! += b1;
      X[x1 + i + 2]! += b2;
      X[x1 + i + 3]! += b3;
    }
    for (let i = blocks; i < ins; i++) {
      let a = 0;
      let b = 0;
      for (let o = 0, w = i; o < outs; o++, w += ins) {
        a += Y[y0 + o]! * W[w]!;
        b += Y[y1 + o]! * W[w]!;
      }
      X[x0 + i]! += a;
      if (two) X[x1 + i]! += b;
    }
  }
}

/** dW += Σ dy xᵀ and, where there is one, db += Σ dy: the gradients by the weights. */
export function linearBackWeight(
  dW: Real,
  db: Real | undefined,
  dy: Rows,
  x: Rows,
  from: number,
  to: number,
): void {
  const [outs, ins] = [dy.width, x.width];
  const [X, Y] = [x.data, dy.data];
  const [yStart, xStart] = [dy.at + from * dy.stride, x.at + from * x.stride];
  const blocks = ins - (ins % 4);
  for (let o = 0; o < outs; o += 2) {
    const two = o + 1 < outs ? 1 : 0;
    const w = o * ins;
    for (let i = 0; i < blocks; i += 4) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (
        let l = from, at = xStart + i, y = yStart + o;
        l < to;
        l++, at += x.stride, y += dy.stride
      ) {
        const p = Y[y]!;
        const q = Y[y + two]!;
        const x0 = X[at]!;
        const x1 = X[at + 1]!;
        const x2 = X[at + 2]!;
        const x3 = X[at + 3]!;
        a0 += p * x0;
        a1 += p * x1;
        a2 += p * x2;
        a3 += p * x3;
        b0 += q * x0;
        b1 += q * x1;
        b2 += q * x2;
        b3 += q * x3;
      }
      dW[w + i]! += a0;
      dW[w + i + 1]! += a1;
      dW[w + i + 2]! += a2;
      dW[w + i + 3]! += a3;
      if (two === 0) continue;
      dW[w + ins + i]! += b0;
      dW[w + ins + i + 1]! += b1;
      dW[w + ins + i + 2]! += b2;
      dW[w + ins + i + 3]! += b3;
    }
    for (let k = o; k <= o + two; k++)
      for (let i = blocks; i < ins; i++) dW[k * ins + i]! += across(dy, k, x, i, from, to);
  }
  if (db) addRows(db, dy, from, to);
}

/** Σ_l dy[l, o] x[l, i]. */
function across(dy: Rows, o: number, x: Rows, i: number, from: number, to: number): number {
  let sum = 0;
  for (let l = from; l < to; l++)
    sum += dy.data[dy.at + l * dy.stride + o]! * x.data[x.at + l * x.stride + i]!;
  return sum;
}

function addRows(db: Real, dy: Rows, from: number, to: number): void {
  for (let l = from; l < to; l++)
    for (let o = 0, i = dy.at + l * dy.stride; o < dy.width; o++, i++) db[o]! += dy.data[i]!;
}

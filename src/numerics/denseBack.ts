import type { Real, Rows } from "./dense.ts";

/** The two products of a linear layer's gradients, as `linear` in dense.ts. Nothing is allocated or checked. */

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

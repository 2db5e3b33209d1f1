import { type ComplexVector, complexZeros } from "./complex.ts";

/**
 * The discrete Fourier transform for a power of two, into new arrays: Stockham's autosort algorithm in radix 4
 * (Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, section 1.7). Every pass reads one
 * pair of arrays in order and writes another, so nothing is ever permuted. Nothing is checked.
 */
export function radix4(x: ComplexVector): ComplexVector {
  const n = x.re.length;
  const result = complexZeros(n);
  if (n === 1) [result.re[0], result.im[0]] = [x.re[0]!, x.im[0]!];
  const { w, scratch, passes } = planFor(n);
  let source = x;
  let stride = 1;
  for (let left = passes; left > 0; left--, stride *= 4) {
    const target = left % 2 === 1 ? result : scratch;
    if (n === 2 * stride) pairs(source, target, stride);
    else if (stride === 1) firstPass(source, target, w);
    else pass(source, target, w, stride);
    source = target;
  }
  return result;
}

interface Plan {
  /** cos and −sin of 2πk/n for k < 3n/4. */
  readonly w: ComplexVector;
  readonly scratch: ComplexVector;
  readonly passes: number;
}

/** The tables of the lengths used so far; the lengths are powers of two, so there are few. */
const plans = new Map<number, Plan>();

function planFor(n: number): Plan {
  let plan = plans.get(n);
  if (!plan) {
    const w = complexZeros(Math.ceil((3 * n) / 4));
    for (let k = 0; k < w.re.length; k++) {
      w.re[k] = Math.cos((2 * Math.PI * k) / n);
      w.im[k] = -Math.sin((2 * Math.PI * k) / n);
    }
    plan = { w, scratch: complexZeros(n), passes: Math.ceil(Math.log2(n) / 2) };
    plans.set(n, plan);
  }
  return plan;
}

/** The pass of stride 1, where each butterfly has its own factors. */
function firstPass(x: ComplexVector, y: ComplexVector, w: ComplexVector): void {
  const [xr, xi, yr, yi, wr, wi] = [x.re, x.im, y.re, y.im, w.re, w.im];
  const quarter = xr.length >> 2;
  for (let p = 0, o = 0; p < quarter; p++, o += 4) {
    const b = p + quarter;
    const c = b + quarter;
    const d = c + quarter;
    const sumR = xr[p]! + xr[c]!;
    const sumI = xi[p]! + xi[c]!;
    const difR = xr[p]! - xr[c]!;
    const difI = xi[p]! - xi[c]!;
    const tumR = xr[b]! + xr[d]!;
    const tumI = xi[b]! + xi[d]!;
    const tifR = xr[b]! - xr[d]!;
    const tifI = xi[b]! - xi[d]!;
    yr[o] = sumR + tumR;
    yi[o] = sumI + tumI;
    const r1 = difR + tifI;
    const i1 = difI - tifR;
    yr[o + 1] = r1 * wr[p]! - i1 * wi[p]!;
    yi[o + 1] = r1 * wi[p]! + i1 * wr[p]!;
    const r2 = sumR - tumR;
    const i2 = sumI - tumI;
    yr[o + 2] = r2 * wr[2 * p]! - i2 * wi[2 * p]!;
    yi[o + 2] = r2 * wi[2 * p]! + i2 * wr[2 * p]!;
    const r3 = difR - tifI;
    const i3 = difI + tifR;
    yr[o + 3] = r3 * wr[3 * p]! - i3 * wi[3 * p]!;
    yi[o + 3] = r3 * wi[3 * p]! + i3 * wr[3 * p]!;
  }
}

/** A later pass: `stride` butterflies share their factors. */
function pass(x: ComplexVector, y: ComplexVector, w: ComplexVector, stride: number): void {
  const quarter = x.re.length >> 2;
  for (let p = 0, a = 0; a < quarter; p += stride, a += stride) {
    butterflies(x, y, stride, a, w.re[p]!, w.im[p]!, w.re[2 * p]!, w.im[2 * p]!, w.re[3 * p]!, w.im[3 * p]!);
  }
}

function butterflies(
  x: ComplexVector,
  y: ComplexVector,
  stride: number,
  start: number,
  w1r: number,
  w1i: number,
  w2r: number,
  w2i: number,
  w3r: number,
  w3i: number,
): void {
  const [xr, xi, yr, yi] = [x.re, x.im, y.re, y.im];
  const quarter = xr.length >> 2;
  for (let a = start, o = 4 * start; a < start + stride; a++, o++) {
    const b = a + quarter;
    const c = b + quarter;
    const d = c + quarter;
    const sumR = xr[a]! + xr[c]!;
    const sumI = xi[a]! + xi[c]!;
    const difR = xr[a]! - xr[c]!;
    const difI = xi[a]! - xi[c]!;
    const tumR = xr[b]! + xr[d]!;
    const tumI = xi[b]! + xi[d]!;
    const tifR = xr[b]! - xr[d]!;
    const tifI = xi[b]! - xi[d]!;
    yr[o] = sumR + tumR;
    yi[o] = sumI + tumI;
    const r1 = difR + tifI;
    const i1 = difI - tifR;
    yr[o + stride] = r1 * w1r - i1 * w1i;
    yi[o + stride] = r1 * w1i + i1 * w1r;
    const r2 = sumR - tumR;
    const i2 = sumI - tumI;
    yr[o + 2 * stride] = r2 * w2r - i2 * w2i;
    yi[o + 2 * stride] = r2 * w2i + i2 * w2r;
    const r3 = difR - tifI;
    const i3 = difI + tifR;
    yr[o + 3 * stride] = r3 * w3r - i3 * w3i;
    yi[o + 3 * stride] = r3 * w3i + i3 * w3r;
  }
}

/** The last pass when log₂ n is odd: sums and differences of the two halves. */
function pairs(x: ComplexVector, y: ComplexVector, stride: number): void {
  for (let a = 0; a < stride; a++) {
    y.re[a] = x.re[a]! + x.re[a + stride]!;
    y.im[a] = x.im[a]! + x.im[a + stride]!;
    y.re[a + stride] = x.re[a]! - x.re[a + stride]!;
    y.im[a + stride] = x.im[a]! - x.im[a + stride]!;
  }
}

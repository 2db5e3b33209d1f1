/**
 * The discrete Fourier transform for a power of two: Stockham's autosort algorithm in radix 4 (Van Loan,
 * Computational Frameworks for the Fast Fourier Transform, 1992, section 1.7). Every pass reads one array in order
 * and writes another, so nothing is ever permuted. Complex numbers lie interleaved, re im re im …: with fewer
 * arrays the addresses stay in registers, which is twice as fast as split arrays, and a real vector is already
 * the complex vector of its even and odd entries. Nothing is checked.
 *
 * The result is x itself for n = 1, otherwise a work array that the next call for the same n writes again: copy what
 * you keep, and do not pass it as x.
 */
export function radix4(x: Float64Array, n: number): Float64Array {
  const source = radix4Halves(x, n);
  if (Math.log2(n) % 2 === 0) return source;
  const { works } = planFor(n);
  const target = source === works[0] ? works[1]! : works[0]!;
  pairs(source, target, n);
  return target;
}

/**
 * `radix4` without its last pass when log₂ n is odd: U and V behind one another, each n/2 long, of which the transform
 * is U + V and then U − V. For `realFft`, which does that addition on its way. The whole transform when log₂ n is even.
 */
export function radix4Halves(x: Float64Array, n: number): Float64Array {
  const { w, works } = planFor(n);
  let source = x;
  for (let stride = 1, turn = 0; 4 * stride <= n; stride *= 4, turn = 1 - turn) {
    pass(source, works[turn]!, w, n >> 1, 2 * stride);
    source = works[turn]!;
  }
  return source;
}

interface Plan {
  /** For p < n/4 the three factors e^{−2πi jp/n}, j = 1, 2, 3. */
  readonly w: Float64Array;
  readonly works: readonly Float64Array[];
}

/** The tables of the lengths used so far; the lengths are powers of two, so there are few. */
const plans = new Map<number, Plan>();

function planFor(n: number): Plan {
  let plan = plans.get(n);
  if (!plan) {
    const w = new Float64Array(6 * (n >> 2));
    for (let p = 0; p < n >> 2; p++)
      for (let j = 1; j <= 3; j++) {
        w[6 * p + 2 * j - 2] = Math.cos((2 * Math.PI * j * p) / n);
        w[6 * p + 2 * j - 1] = -Math.sin((2 * Math.PI * j * p) / n);
      }
    const works = [new Float64Array(2 * n), new Float64Array(2 * n)];
    plan = { w, works };
    plans.set(n, plan);
  }
  return plan;
}

/** Butterflies on the four quarters of x; `stride` numbers (two to a complex entry) in a row share their factors. */
function pass(
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
  quarter: number,
  stride: number,
): void {
  for (let p = 0, o = 0; p < quarter; p += stride, o += 3 * stride) {
    const w1r = w[3 * p]!;
    const w1i = w[3 * p + 1]!;
    const w2r = w[3 * p + 2]!;
    const w2i = w[3 * p + 3]!;
    const w3r = w[3 * p + 4]!;
    const w3i = w[3 * p + 5]!;
    for (let a = p; a < p + stride; a += 2, o += 2) {
      const b = a + quarter;
      const c = b + quarter;
      const d = c + quarter;
      const sumR = x[a]! + x[c]!;
      const sumI = x[a + 1]! + x[c + 1]!;
      const difR = x[a]! - x[c]!;
      const difI = x[a + 1]! - x[c + 1]!;
      const tumR = x[b]! + x[d]!;
      const tumI = x[b + 1]! + x[d + 1]!;
      const tifR = x[b]! - x[d]!;
      const tifI = x[b + 1]! - x[d + 1]!;
      y[o] = sumR + tumR;
      y[o + 1] = sumI + tumI;
      const r1 = difR + tifI;
      const i1 = difI - tifR;
      y[o + stride] = r1 * w1r - i1 * w1i;
      y[o + stride + 1] = r1 * w1i + i1 * w1r;
      const r2 = sumR - tumR;
      const i2 = sumI - tumI;
      y[o + 2 * stride] = r2 * w2r - i2 * w2i;
      y[o + 2 * stride + 1] = r2 * w2i + i2 * w2r;
      const r3 = difR - tifI;
      const i3 = difI + tifR;
      y[o + 3 * stride] = r3 * w3r - i3 * w3i;
      y[o + 3 * stride + 1] = r3 * w3i + i3 * w3r;
    }
  }
}

/** The last pass when log₂ n is odd: sums and differences of the two halves of x. */
function pairs(x: Float64Array, y: Float64Array, n: number): void {
  for (let a = 0; a < n; a++) {
    y[a] = x[a]! + x[a + n]!;
    y[a + n] = x[a]! - x[a + n]!;
  }
}

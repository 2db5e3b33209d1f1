import { fail, vector } from "../numerics/check.ts";
import { complexZeros, type ComplexVector } from "../numerics/complex.ts";
import { checkModel, type OutputTiming, type StateSpace } from "./ssm.ts";

// #region transfer
/**
 * What a model of one input and one output makes of z: H(z) = C (zI − A)⁻¹ B + D, ∞ where z is an eigenvalue of A to rounding.
 * Each value by Gaussian elimination with pivoting. Throws on other models and on points that are not finite.
 */
export function transfer(model: StateSpace, z: ComplexVector): ComplexVector {
  const { n, m, p } = checkModel(model);
  if (m !== 1 || p !== 1) fail("model", "one input and one output", `${m} and ${p}`);
  const H = complexZeros(vector("z.re", z.re).length);
  vector("z.im", z.im, H.re.length);
  const work = new Float64Array(2 * n * (n + 1));
  for (let k = 0; k < H.re.length; k++) {
    const x = solved(model, z.re[k]!, z.im[k]!, work);
    if (!x) [H.re[k], H.im[k]] = [Infinity, 0];
    else {
      H.re[k] = model.D.data[0]!;
      model.C.data.forEach((c, i) => {
        H.re[k]! += c * x[2 * (i * (n + 1) + n)]!;
        H.im[k]! += c * x[2 * (i * (n + 1) + n) + 1]!;
      });
    }
  }
  return H;
}
// #endregion

/**
 * The frequency response of a discrete model, H(e^{iω}) at ω in radians a step. With the read-out "immediate" the output reads
 * the state after the step, so that the transfer function is z C (zI − A)⁻¹ B + D. Throws as `transfer`.
 */
export function frequencyResponse(
  model: StateSpace,
  omega: Float64Array,
  readout: OutputTiming = "delayed",
): ComplexVector {
  const z = { re: omega.map(Math.cos), im: omega.map(Math.sin) };
  const H = transfer(model, z);
  if (readout === "delayed") return H;
  const d = model.D.data[0]!;
  for (let k = 0; k < omega.length; k++) {
    const [x, y] = [H.re[k]! - d, H.im[k]!];
    if (x === Infinity) continue;
    H.re[k] = d + x * z.re[k]! - y * z.im[k]!;
    H.im[k] = x * z.im[k]! + y * z.re[k]!;
  }
  return H;
}

/** The frequency response of a continuous model, H(iω) at ω in radians per unit of time. Throws as `transfer`. */
export const continuousResponse = (model: StateSpace, omega: Float64Array): ComplexVector =>
  transfer(model, { re: new Float64Array(omega.length), im: omega });

// #region kernel-transform
/** Σ K_l e^{−iωl}, the Fourier transform of a kernel at any ω; of its first lags only where `lags` is given. */
export function kernelTransform(
  K: Float64Array,
  omega: Float64Array,
  lags = K.length,
): ComplexVector {
  const sum = complexZeros(omega.length);
  omega.forEach((w, k) => {
    const [c, s] = [Math.cos(w), -Math.sin(w)];
    // Horner's rule in e^{−iω}, from the last lag on
    let [x, y] = [0, 0];
    for (let l = Math.min(lags, K.length) - 1; l >= 0; l--)
      [x, y] = [x * c - y * s + K[l]!, x * s + y * c];
    [sum.re[k], sum.im[k]] = [x, y];
  });
  return sum;
}
// #endregion

/**
 * The frequency where a response is largest: that of the largest of the values H at ascending ω, then narrowed down between its
 * neighbours by golden sections, with `at` to ask for more.
 */
export function loudest(
  omega: Float64Array,
  H: ComplexVector,
  at: (omega: Float64Array) => ComplexVector,
): number {
  const size = (h: ComplexVector, k: number) => Math.hypot(h.re[k]!, h.im[k]!);
  let best = 0;
  for (let k = 1; k < omega.length; k++) if (size(H, k) > size(H, best)) best = k;
  let [low, high] = [omega[Math.max(0, best - 1)]!, omega[Math.min(omega.length - 1, best + 1)]!];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let k = 0; k < 24; k++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    const found = at(Float64Array.of(a, b));
    if (size(found, 0) > size(found, 1)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

/** 20 log₁₀ |H|: −∞ where H is 0. */
export const decibels = ({ re, im }: ComplexVector): Float64Array =>
  re.map((x, k) => 20 * Math.log10(Math.hypot(x, im[k]!)));

/**
 * The phase of H in radians, continued from one value to the next: no step is larger than π. Where H is 0 or infinite it has
 * none (NaN), and the next one goes on from the last.
 */
export function unwrappedPhase({ re, im }: ComplexVector): Float64Array {
  let last = NaN;
  return re.map((x, k) => {
    const y = im[k]!;
    if ((x === 0 && y === 0) || !Number.isFinite(x) || !Number.isFinite(y)) return NaN;
    const angle = Math.atan2(y, x);
    const turns = Number.isNaN(last) ? 0 : Math.round((last - angle) / (2 * Math.PI));
    return (last = angle + 2 * Math.PI * turns);
  });
}

/** The solution of (zI − A) x = B, real and imaginary parts side by side, in the last column of W; undefined where singular. */
function solved(
  { A, B }: StateSpace,
  re: number,
  im: number,
  W: Float64Array,
): Float64Array | undefined {
  const n = A.rows;
  const cols = n + 1;
  let size = Math.abs(re) + Math.abs(im);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const a = A.data[i * n + j]!;
      size = Math.max(size, Math.abs(a));
      W[2 * (i * cols + j)] = (i === j ? re : 0) - a;
      W[2 * (i * cols + j) + 1] = i === j ? im : 0;
    }
    W[2 * (i * cols + n)] = B.data[i]!;
    W[2 * (i * cols + n) + 1] = 0;
  }
  for (let k = 0; k < n; k++) {
    let [p, most] = [k, 0];
    for (let i = k; i < n; i++) {
      const here = Math.abs(W[2 * (i * cols + k)]!) + Math.abs(W[2 * (i * cols + k) + 1]!);
      if (here > most) [p, most] = [i, here];
    }
    if (most <= Number.EPSILON * size) return undefined;
    if (p !== k)
      for (let j = 2 * k; j < 2 * cols; j++) {
        const kept = W[2 * k * cols + j]!;
        W[2 * k * cols + j] = W[2 * p * cols + j]!;
        W[2 * p * cols + j] = kept;
      }
    reduce(W, n, k);
  }
  // Upwards: with rows of unit diagonal, what is already known is taken out of the last column.
  for (let k = n - 1; k > 0; k--) {
    const [x, y] = [W[2 * (k * cols + n)]!, W[2 * (k * cols + n) + 1]!];
    for (let i = 0; i < k; i++) {
      const [f, g] = [W[2 * (i * cols + k)]!, W[2 * (i * cols + k) + 1]!];
      W[2 * (i * cols + n)]! -= f * x - g * y;
      W[2 * (i * cols + n) + 1]! -= f * y + g * x;
    }
  }
  return W;
}

/** Divides row k by its pivot and takes column k out of the rows below. */
function reduce(W: Float64Array, n: number, k: number): void {
  const cols = n + 1;
  const top = 2 * k * cols;
  const a = W[top + 2 * k]!;
  const b = W[top + 2 * k + 1]!;
  const size = a * a + b * b;
  for (let j = k; j < cols; j++) {
    const x = W[top + 2 * j]!;
    const y = W[top + 2 * j + 1]!;
    W[top + 2 * j] = (x * a + y * b) / size;
    W[top + 2 * j + 1] = (y * a - x * b) / size;
  }
  for (let i = k + 1; i < n; i++) {
    const row = 2 * i * cols;
    const f = W[row + 2 * k]!;
    const g = W[row + 2 * k + 1]!;
    if (f === 0 && g === 0) continue;
    for (let j = k; j < cols; j++) {
      const x = W[top + 2 * j]!;
      const y = W[top + 2 * j + 1]!;
      W[row + 2 * j]! -= f * x - g * y;
      W[row + 2 * j + 1]! -= f * y + g * x;
    }
  }
}

import { count, fail, vector } from "../numerics/check.ts";
import { checkMatrix, type Matrix, zeros } from "../numerics/matrix.ts";

/**
 * Copying with one fixed kernel (Mamba §3.1, Fig. 2): K values of mean 0 and variance 1, independent of one another, stand at K of L
 * steps, 0 at the others, and the i-th of them is wanted at step L + i. A placement is given by its chances: a K × L matrix whose
 * entry (i, p) is the probability that value i stands at step p; zeros and ones where the places are known. How the places hang
 * together does not matter to a kernel.
 */

/** The chances of values that stand at known steps, in order. Throws unless those rise from 0 to below L. */
export function placedAt(places: readonly number[], L: number): Matrix {
  const chances = zeros(count("the number of places", places.length), count("L", L));
  places.forEach((p, i) => {
    if (!Number.isSafeInteger(p) || p < 0 || p >= L || p <= (places[i - 1] ?? -1))
      fail(`places[${i}]`, `a step below ${L} and after the one before`, p);
    chances.data[i * L + p] = 1;
  });
  return chances;
}

/** The chances when all choices of K of L steps are equally likely: C(p, i) C(L−1−p, K−1−i) / C(L, K). */
export function placedAnywhere(K: number, L: number): Matrix {
  if (count("K", K) > count("L", L)) fail("K", `at most L = ${L}`, K);
  const chances = zeros(K, L);
  // before[i]: the chance that i of the K stand before step p, walked from step to step
  let before = new Float64Array(K + 1);
  before[0] = 1;
  for (let p = 0; p < L; p++) {
    const after = new Float64Array(K + 1);
    for (let i = 0; i <= K; i++) {
      const taken = before[i]! * ((K - i) / (L - p));
      after[i]! += before[i]! - taken;
      if (i === K) continue;
      after[i + 1]! += taken;
      chances.data[i * L + p] = taken;
    }
    before = after;
  }
  return chances;
}

/** The best fixed kernel there can be, lags 0 … L + K − 1, and its mean squared error at each answer (1 = knows nothing). */
export interface BestKernel {
  readonly kernel: Float64Array;
  readonly errors: Float64Array;
}

// #region best-kernel
/**
 * The kernel with the least Σ_i E(y_{L+i} − v_i)², over all kernels: since the values are independent, the normal equations are
 * diagonal, k_l = Σ_i P(value i has lag l) / Σ_i P(any value has lag l to answer i). Lags that never occur get 0.
 */
export function bestKernel(chances: Matrix): BestKernel {
  const { K, L, some } = occupied(chances);
  const kernel = new Float64Array(L + K);
  for (let l = 1; l < L + K; l++) {
    let [own, any] = [0, 0];
    for (let i = 0; i < K; i++) {
      const p = L + i - l;
      if (p < 0 || p >= L) continue;
      own += chances.data[i * L + p]!;
      any += some[p]!;
    }
    kernel[l] = any > 0 ? own / any : 0;
  }
  return { kernel, errors: kernelErrors(kernel, chances) };
}
// #endregion

/** E(y_{L+i} − v_i)² of any kernel at each answer: Σ_p k² P(p is taken) − 2 Σ_p k P(value i is at p) + 1. */
export function kernelErrors(kernel: Float64Array, chances: Matrix): Float64Array {
  const { K, L, some } = occupied(chances);
  vector("kernel", kernel, L + K);
  return Float64Array.from({ length: K }, (_, i) => {
    let error = 1;
    for (let p = 0; p < L; p++) {
      const k = kernel[L + i - p]!;
      error += k * (k * some[p]! - 2 * chances.data[i * L + p]!);
    }
    return Math.max(0, error); // rounding
  });
}

/** The chance that any value stands at each step. */
function occupied(chances: Matrix) {
  const { rows: K, cols: L, data } = checkMatrix("chances", chances);
  const some = new Float64Array(L);
  data.forEach((chance, at) => (some[at % L]! += chance));
  return { K, L, some };
}

// #region gated-delay
/**
 * A delay of K steps on a clock that the gate turns: h ← (1 − g) h + g (u, h₁ … h_{K−1}), and h_K read before it is pushed out. Open at
 * the values and at the questions and shut at the blanks it copies every placement; always open it is one fixed kernel. `gate` between
 * 0 and 1, one entry a step. Returns the outputs and the states, L × K.
 */
export function gatedDelay(
  u: Float64Array,
  gate: Float64Array,
  K: number,
): { y: Float64Array; states: Matrix } {
  const L = count("the length of u", vector("u", u).length);
  vector("gate", gate, L);
  const odd = gate.findIndex((g) => g < 0 || g > 1);
  if (odd >= 0) fail(`gate[${odd}]`, "between 0 and 1", gate[odd]);
  const states = zeros(L, count("K", K));
  const h = new Float64Array(K);
  const y = u.map((now, t) => {
    const read = gate[t]! * h[K - 1]!;
    for (let k = K - 1; k >= 0; k--) h[k]! += gate[t]! * ((k > 0 ? h[k - 1]! : now) - h[k]!);
    states.data.set(h, t * K);
    return read;
  });
  return { y, states };
}
// #endregion

/**
 * E(y_{L+i} − v_i)² of `gatedDelay` at each answer, for values at these of L steps: the gate is open at them and at the questions, and by
 * `blank`, 0 … 1, at the other steps. Without a check of its arguments: it is asked for hundreds of placements at once.
 */
export function gatedErrors(places: readonly number[], L: number, blank: number): Float64Array {
  const K = places.length;
  const errors = new Float64Array(K);
  const h = new Float64Array(K * K); // slot × value: how much of each value is in each slot
  for (let t = 0; t < L + K; t++) {
    const now = places.indexOf(t);
    const gate = now >= 0 || t >= L ? 1 : blank;
    for (let j = 0; j < K; j++) {
      if (t >= L) errors[t - L]! += (h[(K - 1) * K + j]! - Number(t - L === j)) ** 2;
      for (let k = K - 1; k >= 0; k--) {
        const next = k > 0 ? h[(k - 1) * K + j]! : Number(j === now);
        h[k * K + j]! += gate * (next - h[k * K + j]!);
      }
    }
  }
  return errors;
}

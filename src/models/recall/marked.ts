import { count, fail } from "../../numerics/check.ts";
import { zeros, type Matrix } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import { theoremOne } from "../s6Gate.ts";
import { memory, network, type MemoryId, type MemorySetting } from "./memory.ts";
import { prepare, readOutOf, recalled, relativeError } from "./readOut.ts";

/**
 * Selective copying in its smallest form: M tokens of ±1, one of the first `places` of them marked; after the last one the
 * marked token is asked for.
 */
export interface MarkedSetting extends MemorySetting {
  readonly M: number;
  readonly places: number;
  /** The gate's logit: σ(sharp) where the mark is, σ(−sharp) elsewhere. */
  readonly sharp: number;
}

export interface Sequences {
  readonly M: number;
  /** ±1, M a sequence. */
  readonly tokens: Float64Array;
  /** Which token is marked, one a sequence. */
  readonly place: Int32Array;
  /** That token. */
  readonly wanted: Float64Array;
}

// #region sequences
/** `count` sequences of a seed. */
export function sequences(
  seed: number,
  R: number,
  { M, places }: Pick<MarkedSetting, "M" | "places">,
): Sequences {
  if (!(places >= 1 && places <= M)) fail("places", `from 1 to ${M}`, places);
  const { uniform } = generator(seed);
  const tokens = new Float64Array(count("R", R) * count("M", M));
  const place = new Int32Array(R);
  for (let r = 0; r < R; r++) {
    place[r] = Math.floor(uniform() * places);
    for (let j = 0; j < M; j++) tokens[r * M + j] = uniform() < 0.5 ? -1 : 1;
  }
  return { M, tokens, place, wanted: Float64Array.from(place, (p, r) => tokens[r * M + p]!) };
}
// #endregion

/**
 * What a memory holds when it is asked, one row a sequence, and a 1 for the constant. A linear memory has N numbers for the
 * tokens and N more for the marks; the plain RNN takes both into its N; the gate opens at the mark and needs 1.
 */
export function heldAtTheEnd(id: MemoryId, s: MarkedSetting, q: Sequences): Matrix {
  if (id === "gate") return gated(s, q);
  return id === "rnn" ? throughTanh(s, q) : summed(id, s, q);
}

// #region gated
/** Mamba's Theorem 1 with the mark in its gate: what comes with the mark is taken, what comes after is left out. */
function gated({ sharp }: MarkedSetting, { M, tokens, place }: Sequences): Matrix {
  const X = zeros(place.length, 2);
  const s = new Float64Array(M);
  place.forEach((p, r) => {
    s.fill(-sharp)[p] = sharp;
    X.data[2 * r] = theoremOne(s, tokens.subarray(r * M, (r + 1) * M)).states[M - 1]!;
    X.data[2 * r + 1] = 1;
  });
  return X;
}
// #endregion

/** A linear memory by its impulse response: Σ Ā^{M−1−j} B̄ x_j for the tokens, and Ā^{M−1−p} B̄ for the mark at p. */
function summed(id: MemoryId, s: MarkedSetting, { M, tokens, place }: Sequences): Matrix {
  const { N } = s;
  const impulse = new Float64Array(M);
  impulse[0] = 1;
  const K = memory(id, s).run(impulse).data;
  const F = 2 * N + 1;
  const X = zeros(place.length, F);
  place.forEach((p, r) => {
    const row = r * F;
    for (let j = 0; j < M; j++) {
      const x = tokens[r * M + j]!;
      const at = (M - 1 - j) * N;
      for (let n = 0; n < N; n++) X.data[row + n]! += x * K[at + n]!;
    }
    X.data.set(K.subarray((M - 1 - p) * N, (M - p) * N), row + N);
    X.data[row + 2 * N] = 1;
  });
  return X;
}

/** Four sequences abreast: each sum waits for its own last addition only. */
const LANES = 4;

function throughTanh(s: MarkedSetting, { M, tokens, place }: Sequences): Matrix {
  const { W, U, V } = network(s);
  const N = s.N;
  const X = zeros(place.length, N + 1);
  let [h, next] = [new Float64Array(LANES * N), new Float64Array(LANES * N)];
  for (let r = 0; r < place.length; r += LANES) {
    // The last ones run along beside those that are left.
    const rows = [0, 1, 2, 3].map((l) => Math.min(r + l, place.length - 1));
    h.fill(0);
    for (let j = 0; j < M; j++) {
      tanhStep(W.data, h, next, (n, l) => {
        const mark = j === place[rows[l]!] ? 1 : 0;
        return U[n]! * tokens[rows[l]! * M + j]! + V[n]! * mark;
      });
      [h, next] = [next, h];
    }
    rows.forEach((row, l) => {
      for (let n = 0; n < N; n++) X.data[row * (N + 1) + n] = h[LANES * n + l]!;
      X.data[row * (N + 1) + N] = 1;
    });
  }
  return X;
}

/** next = tanh(W h + input), the lanes of each of the N numbers side by side. */
function tanhStep(
  W: Float64Array,
  h: Float64Array,
  next: Float64Array,
  input: (n: number, lane: number) => number,
): void {
  const N = h.length / LANES;
  for (let n = 0; n < N; n++) {
    let [a, b, c, d] = [input(n, 0), input(n, 1), input(n, 2), input(n, 3)];
    for (let k = 0, at = 0; k < N; k++, at += LANES) {
      const w = W[n * N + k]!;
      a += w * h[at]!;
      b += w * h[at + 1]!;
      c += w * h[at + 2]!;
      d += w * h[at + 3]!;
    }
    next[LANES * n] = Math.tanh(a);
    next[LANES * n + 1] = Math.tanh(b);
    next[LANES * n + 2] = Math.tanh(c);
    next[LANES * n + 3] = Math.tanh(d);
  }
}

/** How the best linear read-out does on sequences that it was not fitted to. */
export interface Answers {
  readonly asked: Sequences;
  readonly said: Float64Array;
  /** Share with the right sign; a 0 is half right. */
  readonly right: number;
  /** ‖said − wanted‖ / ‖wanted‖. */
  readonly missed: number;
}

/** Sequences to fit and to judge by. */
export const FITTED = 1024;
export const JUDGED = 1024;

// #region answer
/** Fits a linear read-out of the memory by ridge least squares and judges it on other sequences. */
export function answer(id: MemoryId, s: MarkedSetting, ridge: number): Answers {
  const learnt = sequences(2 * s.seed, FITTED, s);
  const asked = sequences(2 * s.seed + 1, JUDGED, s);
  const states = heldAtTheEnd(id, s, learnt);
  const w = readOutOf(prepare({ states, u: learnt.wanted, from: 0 }, ridge), learnt.wanted);
  const said = recalled(w, 0, heldAtTheEnd(id, s, asked));
  const hits = said.reduce((sum, y, r) => sum + (1 + Math.sign(y) * asked.wanted[r]!) / 2, 0);
  return { asked, said, right: hits / JUDGED, missed: relativeError(said, asked.wanted) };
}
// #endregion

// #region vote
/**
 * What is left to a linear read-out that may hold every token and every mark: wanted is a product of the two, so with n
 * places the best by squared error says their mean. Its sign is a vote, right with ½ + ½ E|S|/n, S the sum of n signs.
 */
export function vote(n: number): number {
  let [sum, ways] = [0, 1];
  // E|S|/n = Σ C(n, k) |n − 2k| / (n 2ⁿ), the binomials scaled on the way.
  for (let k = 0; k <= n; k++) {
    sum += (ways * Math.abs(n - 2 * k)) / (n * 2 ** n);
    ways = (ways * (n - k)) / (k + 1);
  }
  return 0.5 + sum / 2;
}

/** And misses √(1 − 1/n) of what is wanted: no linear read-out of a linear memory misses less. */
export const leastMissed = (n: number): number => Math.sqrt(1 - 1 / n);
// #endregion

/** Size of one head's work: T tokens, N states, width P, chunks of Q tokens. */
export interface SsdSize {
  readonly T: number;
  readonly N: number;
  readonly P: number;
  readonly Q: number;
}

export interface SsdCost {
  /** Multiplications of two numbers. */
  readonly multiplications: number;
  /** How many of them lie in products of two matrices, where neither is a single row or column of a step. */
  readonly inProducts: number;
  /** Updates of the state of which each waits for the one before. */
  readonly waits: number;
}

export type SsdWay = "recurrence" | "matrix" | "chunked";

/** Pairs i ≥ j among q tokens. */
const pairs = (q: number) => (q * (q + 1)) / 2;

/** The small matrix of q tokens and its product with the inputs: C_iᵀB_j, decays, weights, sums; the triangle only. */
const square = (q: number, { N, P }: SsdSize) => ({
  all: pairs(q) * (N + P + 1) + pairs(q - 1),
  products: pairs(q) * (N + P),
});

/** What `ssdRecurrence`, `ssdMatrix` with M X, and `ssdStages` multiply, counted as the code runs (their last state included). */
export function ssdCost(way: SsdWay, size: SsdSize): SsdCost {
  const { T, N, P } = size;
  if (way === "recurrence") return { multiplications: 3 * T * N * P, inProducts: 0, waits: T - 1 };
  if (way === "matrix") {
    const { all, products } = square(T, size);
    return { multiplications: all, inProducts: products, waits: 0 };
  }
  const Q = Math.min(size.Q, T);
  const K = Math.ceil(T / Q);
  const rest = T - (K - 1) * Q;
  const [full, last] = [square(Q, size), square(rest, size)];
  const inside = (K - 1) * full.all + last.all;
  const states = T * (N * P + N + 1) - K;
  const carry = (K - 1) * (N * P + Q - 1);
  const output = (T - Q) * (N * P + N + 1);
  return {
    multiplications: inside + states + carry + output,
    inProducts: (K - 1) * full.products + last.products + (2 * T - Q) * N * P,
    waits: K - 1,
  };
}

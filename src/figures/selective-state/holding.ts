import type { S6Input } from "../../models/s6.ts";
import { selectivePairs } from "../../models/s6Pairs.ts";
import type { S6Rule } from "../../models/s6Rule.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";

/** One channel, followed for inputs of 1. */
export interface Holding {
  /** What each step keeps of each state and what it lets in: Ā and B̄, N × T. */
  readonly keeps: Matrix;
  readonly lets: Matrix;
  /** After each step, the weight of each input in each state: T matrices, N × T. */
  readonly held: readonly Matrix[];
  /** The weight of each input in the output of each step, T × T. */
  readonly read: Matrix;
}

/** h ← Ā h + B̄ u for a lone input at each step in turn, and what C makes of it. */
export function holding(input: Omit<S6Input, "u" | "channels">, rule: S6Rule): Holding {
  const { L: T, states: N, C, D } = input;
  const ones = { ...input, channels: 1, u: new Float64Array(T).fill(1) };
  const [keeps, lets, read] = [zeros(N, T), zeros(N, T), zeros(T, T)];
  for (let n = 0; n < N; n++) {
    const { a, b } = selectivePairs(ones, 0, n, { rule });
    keeps.data.set(a, n * T);
    lets.data.set(b, n * T);
  }
  let before = zeros(N, T);
  const held = Array.from({ length: T }, (_, t) => {
    const now = zeros(N, T);
    for (let n = 0; n < N; n++) {
      for (let s = 0; s <= t; s++) {
        const k = n * T + s;
        now.data[k] = s < t ? keeps.data[n * T + t]! * before.data[k]! : lets.data[k]!;
        read.data[t * T + s]! += C[t * N + n]! * now.data[k]!;
      }
    }
    read.data[t * T + t]! += D[0]!;
    return (before = now);
  });
  return { keeps, lets, held, read };
}

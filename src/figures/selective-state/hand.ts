import { theoremOne } from "../../models/s6Gate.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { type Holding, holding } from "./holding.ts";
import type { Setting } from "./params.ts";
import { setAt } from "./sets.ts";
import { isBlank, tokensOf } from "./words.ts";

/** A selective state that rule and hand steer: one channel for each token, all with the same Δ, B and C. */
export interface Hand extends Holding {
  readonly tokens: readonly string[];
  readonly delta: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  /** The first state as Mamba's Theorem 1 has it where it holds, a gated recurrence: after each step the share of each token, T × T. */
  readonly gated: Matrix;
}

/** s with softplus(s) = Δ. */
export const beforeSoftplus = (delta: number): number => delta + Math.log(-Math.expm1(-delta));

export function byHand(v: Setting): Hand {
  const tokens = tokensOf(v.text);
  const [T, N] = [tokens.length, v.N];
  const delta = Float64Array.from(
    tokens,
    (token, t) => setAt(v.sets, "d", t) ?? (isBlank(token) ? v.quiet : v.loud),
  );
  const each = (which: "b" | "c") =>
    Float64Array.from(tokens, (_, t) => (v.parts === "all" ? (setAt(v.sets, which, t) ?? 1) : 1));
  const [B, C] = [each("b"), each("c")];
  const wide = (x: Float64Array) =>
    Float64Array.from({ length: T * N }, (_, i) => x[Math.floor(i / N)]!);
  const input = {
    L: T,
    states: N,
    delta,
    A: Float64Array.from({ length: N }, (_, n) => -1 - n),
    B: wide(B),
    C: wide(C),
    D: Float64Array.of(0),
  };
  return { tokens, delta, B, C, ...holding(input, v.rule), gated: gatedShares(delta) };
}

function gatedShares(delta: Float64Array): Matrix {
  const T = delta.length;
  const shares = zeros(T, T);
  const s = delta.map(beforeSoftplus);
  for (let token = 0; token < T; token++) {
    const x = new Float64Array(T);
    x[token] = 1;
    theoremOne(s, x).states.forEach((h, t) => (shares.data[t * T + token] = h));
  }
  return shares;
}

/** By how much the first state differs from the gated recurrence at most. */
export const gateGap = ({ held, gated }: Hand): number =>
  held.reduce(
    (most, { data }, t) =>
      gated.data
        .subarray(t * gated.cols, (t + 1) * gated.cols)
        .reduce((m, g, s) => Math.max(m, Math.abs(g - data[s]!)), most),
    0,
  );

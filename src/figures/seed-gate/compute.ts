import { keeping } from "../../kit/keeping.ts";
import { gatedStep } from "../../models/s6Gate.ts";
import { seedGate, type Activation } from "../../models/seedGate.ts";
import { fromRows, zeros } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";
import { gatesOf, TOKENS, tokensOf } from "./row.ts";
import { merged, type Tree } from "./merge.ts";

export interface Run {
  readonly u: Float64Array;
  readonly gate: Float64Array;
  /** The states after each token: the article's formula, and S6 with the same gate. */
  readonly seed: Float64Array;
  readonly s6: Float64Array;
  /** The attempt to merge tokens in pairs; only where it is asked for. */
  readonly tree?: Tree;
}

const column = (data: Float64Array) => ({ rows: data.length, cols: 1, data });
const tokens = keeping(tokensOf);
const gates = keeping(gatesOf);
const tree = keeping((f: Activation, a: number, b: number, u: Float64Array, g: Float64Array) =>
  merged(Array.from(u, (x, k) => ({ f, a, b, u: x, gate: g[k]! }))),
);

export function run(v: Setting): Run {
  const [u, gate] = [tokens(v.tokens), gates(v.gates)];
  const model = { A: fromRows([[v.a]]), B: fromRows([[v.b]]), W: zeros(1, 1), f: v.f };
  const seed = seedGate(model, column(u), { gates: column(gate) }).states.data;
  let h = 0;
  const s6 = u.map((x, t) => (h = gatedStep(h, gate[t]!, x)));
  return {
    u,
    gate,
    seed,
    s6,
    ...(v.show === "parallel" && { tree: tree(v.f, v.a, v.b, u, gate) }),
  };
}

/** The token at the playhead. */
export const tokenAt = (t: number): number => Math.min(TOKENS - 1, Math.floor(t));
/** The state before a token. */
export const before = (states: Float64Array, k: number): number => states[k - 1] ?? 0;

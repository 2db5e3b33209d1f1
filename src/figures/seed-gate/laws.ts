import { selectiveScan } from "../../models/s6.ts";
import { before, type Run } from "./compute.ts";
import { activations } from "../../models/seedGate.ts";
import { GRID, merges } from "./merge.ts";
import type { Setting } from "./params.ts";
import { seedStep } from "./step.ts";
import { stepAt } from "./told.ts";

/** g = 0: the article's state is nothing, S6's is what it was. */
export const shutGates = ({ gate, seed, s6 }: Run): boolean =>
  gate.every((g, k) => g !== 0 || (seed[k] === 0 && s6[k] === before(s6, k)));

/** Mamba's Theorem 1: with Δ = −ln(1 − g), A = −1, B = 1 and exact zero-order hold S6 is this gate. */
export function theoremOne({ u, gate, s6 }: Run): boolean {
  const ones = new Float64Array(u.length).fill(1);
  const { y } = selectiveScan(
    {
      L: u.length,
      channels: 1,
      states: 1,
      u,
      delta: gate.map((g) => (g === 1 ? 800 : -Math.log1p(-g))), // e^−800 is 0
      A: Float64Array.of(-1),
      B: ones,
      C: ones,
      D: Float64Array.of(0),
    },
    { rule: "zoh" },
  );
  return y.every((h, k) => Math.abs(h - s6[k]!) <= 1e-12);
}

/** S6's state is always between the one before and the token. */
export const between = ({ u, s6 }: Run): boolean =>
  s6.every((h, k) => {
    const [old, x] = [before(s6, k), u[k]!];
    return h >= Math.min(old, x) - 1e-12 && h <= Math.max(old, x) + 1e-12;
  });

/** A stretch on the grid is its tokens one after the other; where it merged, so is the single step. */
export function inTurn(r: Run, v: Setting): boolean {
  return (r.tree?.levels ?? []).flat().every((s) => {
    const { slope, shift, gate } = s.single;
    return GRID.every((h, i) => {
      let state = h;
      for (let k = s.from; k <= s.to; k++) state = seedStep(stepAt(r, v, k), state);
      const single = gate * activations[v.f](slope * h + shift);
      const near = Math.abs(single - state) <= 1e-5 || !merges(s);
      return Math.abs(s.inTurn[i]! - state) <= 1e-12 && near;
    });
  });
}

/** Where the tree goes through, its last state is that of one token after the other. */
export const sameByTree = ({ tree, seed }: Run): boolean =>
  tree?.last === undefined ||
  Math.abs(tree.last - seed.at(-1)!) <= 1e-9 * Math.max(1, Math.abs(tree.last));

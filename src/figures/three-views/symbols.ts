import { discretize } from "../../numerics/discretize.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { keeping } from "../../kit/keeping.ts";
import { realSystem } from "../../models/s4Layer.ts";
import { stateAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

const matrices = keeping((layer: Run["layer"], dt: number, rule: Setting["rule"]) => {
  const { A, B } = realSystem(layer);
  const bar = discretize(A, B, dt, rule);
  return {
    A: toRows(A),
    B: toRows(B),
    Abar: toRows(bar.A),
    Bbar: toRows(bar.B),
    C: [Array.from(layer.C)],
  };
});

/** Present values of symbols. */
export function symbols(r: Run, v: Setting, at: number): Partial<Record<SymbolId, SymbolValue>> {
  const t = Math.floor(at);
  const plain = { N: v.N, L: r.u.length, t, k: t, Delta: r.dts[t]!, y: r.recurrent[t]! };
  // One symbol, one value: the sum needs all inputs so far, and all of the kernel.
  return {
    ...plain,
    u: column(r.u.subarray(0, t + 1)),
    K: [Array.from(r.K.subarray(0, t + 1))],
    ...matrices(r.layer, r.dts[t]!, v.rule),
    h: column(stateAt(r, t)),
    hbefore: column(stateAt(r, t - 1)),
  };
}

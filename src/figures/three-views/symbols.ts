import { discretize } from "../../numerics/discretize.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { realSystem } from "../../models/s4Layer.ts";
import { stateAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The most rows that a formula with numbers still shows. */
const ROOM = 8;
const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

/** Present values of symbols: vectors and matrices while they are small enough to be read. */
export function symbols(r: Run, v: Setting, at: number): Partial<Record<SymbolId, SymbolValue>> {
  const t = Math.floor(at);
  const plain = { N: v.N, L: r.u.length, t, k: t, Delta: r.dts[t]!, y: r.recurrent[t]! };
  // One symbol, one value: the sum needs all inputs so far, and all of the kernel.
  const sum = t < ROOM && {
    u: column(r.u.subarray(0, t + 1)),
    K: [Array.from(r.K.subarray(0, t + 1))],
  };
  if (v.N > ROOM) return { ...plain, u: r.u[t]!, ...sum };
  const { A, B } = realSystem(r.layer);
  const bar = discretize(A, B, r.dts[t]!, v.rule);
  return {
    ...plain,
    u: r.u[t]!,
    ...sum,
    A: toRows(A),
    B: toRows(B),
    Abar: toRows(bar.A),
    Bbar: toRows(bar.B),
    C: [Array.from(r.layer.C)],
    h: column(stateAt(r, t)),
    hbefore: column(stateAt(r, t - 1)),
  };
}

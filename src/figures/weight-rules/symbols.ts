import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { toRows, type Matrix } from "../../numerics/matrix.ts";
import { P0, pointOf, type Run, seenAt } from "./compute.ts";
import type { Setting } from "./params.ts";

const column = (m: Matrix, k: number) => pointOf(m, k).map((x) => [x]);
const eye = (k: number) => [
  [k, 0],
  [0, k],
];

/** The matrices of the answer last seen; before the first one, only what is believed. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const n = seenAt(t);
  const before = n - 1;
  return {
    A: eye(1),
    Q: eye(v.Q),
    R: v.R,
    rate: v.beta,
    t: n,
    h: column(r.truth, n),
    hhat: column(r.kalman, n),
    hdelta: column(r.delta, n),
    hadd: column(r.added, n),
    P: n === 0 ? eye(P0) : toRows(r.P[n]!),
    ...(n > 0 && {
      C: [pointOf(r.C, before)],
      y: r.y[before]!,
      gain: column(r.gain, before),
      hprior: column(r.kalman, before),
      hdeltabefore: column(r.delta, before),
      haddbefore: column(r.added, before),
      Pprior: toRows(r.P[before]!).map((row, i) =>
        row.map((x, j) => x + (i === j && n > 1 ? v.Q : 0)),
      ),
    }),
  };
}

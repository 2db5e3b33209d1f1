import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import type { Complex } from "../../numerics/complex.ts";
import { toRows } from "../../numerics/matrix.ts";
import { indexOf, rootOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const one = ({ re, im }: Complex) => [[re, im]];

export function symbols(r: Run, v: Setting): Partial<Record<SymbolId, SymbolValue>> {
  const { z, K, ck00, ck01, k10, k11 } = rootOf(r, v);
  return {
    N: v.N,
    L: v.L,
    Delta: v.dt,
    j: indexOf(r, v.j),
    C: [Array.from(r.read)],
    Ctail: [Array.from(r.truncated)],
    Abar: toRows(r.Abar),
    Bbar: toRows(r.Bbar),
    zroot: one(z),
    Khat: one(K),
    ck00: one(ck00),
    ck01: one(ck01),
    k10: one(k10),
    k11: one(k11),
    Lambda: Array.from(r.poles.re, (re, n) => [re, r.poles.im[n]!]),
  };
}

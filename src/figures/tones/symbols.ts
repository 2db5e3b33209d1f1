import type { SymbolValue } from "../../kit/figure.ts";
import { kernelTransform } from "../../models/frequency.ts";
import type { SymbolId } from "../../notation.ts";
import type { Complex } from "../../numerics/complex.ts";
import { type Run, shown, toneAt } from "./compute.ts";
import type { Setting } from "./params.ts";

const one = ({ re, im }: Complex) => [[re, im]];

/** The arrow of what is summed term by term. */
function summed(r: Run, j: number): SymbolValue {
  const { re, im } = kernelTransform(r.round, Float64Array.of((2 * Math.PI * j) / r.n));
  return [[re[0]!, im[0]!]];
}

export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const j = toneAt(r, v, t);
  const { K, u, y } = shown(r, v, t);
  return {
    j,
    ...(v.kernel === "s4" && { Delta: v.dt }),
    K: [Array.from(r.K)],
    Khat: one(K),
    uarrow: one(u),
    yarrow: v.show === "one" ? one(y) : summed(r, j),
  };
}

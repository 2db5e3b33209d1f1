import { continuous } from "../../models/hippo.ts";
import { scaledLaw } from "../../models/scaledLaw.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { isScaled, numbersAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { readable, recallAt } from "./recall.ts";

const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

/** Present values of symbols; those of the scaled law only where it is the one that runs. */
export function symbols(r: Run, v: Setting, at: number): Partial<Record<SymbolId, SymbolValue>> {
  const t = Math.floor(at);
  const u = r.u[t]!;
  const plain = { N: v.N, L: r.u.length, t: t + 1, u, theta: v.theta };
  if (!readable(r, t)) return plain;
  const c = numbersAt(r, t);
  if (!isScaled(r)) {
    const { A, B } = continuous(r.measure, v.N, r.seed);
    return { ...plain, coef: column(c), A: toRows(A), B: column(B) };
  }
  const middle = t >> 1; // where the past is read back
  return {
    ...plain,
    ...scaledLaw(c, t + 1, u),
    x: middle + 0.5,
    uhat: recallAt(r, t).values[middle]!,
  };
}

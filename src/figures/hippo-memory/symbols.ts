import { continuous } from "../../models/hippo.ts";
import { legsStep } from "../../numerics/legsStep.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { isScaled, numbersAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { readable, recallAt } from "./recall.ts";

/** The most rows that a formula with numbers still shows. */
const ROOM = 8;
const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

/** Present values of symbols; those of the scaled law only where it is the one that runs. */
export function symbols(r: Run, v: Setting, at: number): Partial<Record<SymbolId, SymbolValue>> {
  const t = Math.floor(at);
  const u = r.u[t]!;
  const plain = { N: v.N, L: r.u.length, t: t + 1, u, theta: v.theta };
  if (!readable(r, t) || v.N > ROOM) return plain;
  const c = numbersAt(r, t);
  const { A, B } = continuous(r.measure, v.N, r.seed);
  const named = { ...plain, coef: column(c), A: toRows(A), B: column(B) };
  if (!isScaled(r)) return named;
  // What the law adds in a step of length 1 from here: the middle of the past is where it is read back.
  const next = c.slice();
  legsStep(v.N).gbt(next, u, 1 / (t + 1), 0);
  const middle = t >> 1;
  return {
    ...named,
    cdot: column(next.map((x, n) => x - c[n]!)),
    x: middle + 0.5,
    uhat: recallAt(r, t).values[middle]!,
  };
}

import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { toRows } from "../../numerics/matrix.ts";
import { clockOf, rowOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { slopeOf } from "./slope.ts";

const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

/** Where the projection obeys the law exactly and t is its clock, its own slope is there for the equation to check. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const clock = clockOf(r, t);
  const scaled = r.p.shape === "legs";
  return {
    N: v.N,
    L: r.u.length,
    theta: v.theta,
    t: Math.floor(t) + 1,
    u: r.u[Math.floor(t)]!,
    coef: column(rowOf(r.c, r, t)),
    A: toRows(r.A),
    B: column(r.B),
    gnow: column(r.now),
    drift: toRows(r.G),
    ...(scaled && {
      cdot: Array.from({ length: v.N }, (_, n) => [slopeOf(r, n, t).truth / clock]),
    }),
  };
}

import { legs } from "../numerics/hippo.ts";
import { legsStep } from "../numerics/legsStep.ts";
import { toRows } from "../numerics/matrix.ts";

const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

/** The law of HiPPO-LegS, ċ = (A c + B u) / t, at one moment: every term of it, the rate by the code that never forms A. */
export function scaledLaw(c: Float64Array, t: number, u: number) {
  const { A, B } = legs(c.length);
  const next = c.slice();
  legsStep(c.length).gbt(next, u, 1 / t, 0);
  return {
    t,
    u,
    coef: column(c),
    A: toRows(A),
    B: column(B),
    cdot: column(next.map((x, n) => x - c[n]!)),
  };
}

import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { add, multiply, scale } from "../../numerics/linalg.ts";
import { toRows, type Matrix } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The step whose numbers are shown. */
export const now = (r: Pick<Run, "L">, t: number) => Math.max(0, Math.min(r.L - 1, Math.floor(t)));

export const state = (r: Run, t: number, i: number) => r.h[now(r, t) * r.n + i]!;

const column = (data: Float64Array): Matrix => ({ rows: data.length, cols: 1, data });
const shown = (m: Matrix): SymbolValue => (m.data.length === 1 ? m.data[0]! : toRows(m));

/** The present state about the goal, and where the linear model with u = K h sends it: what the real one does, nearly. */
export function symbols(r: Run, _: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const k = now(r, t);
  const about = (from: Float64Array) =>
    column(from.slice(k * r.n, (k + 1) * r.n).map((x, i) => x - r.plant.goal[i]!));
  const h = about(r.h);
  const { A, B } = r.plant;
  const input = multiply(r.K, h).data[0]! + r.v[k]!;
  const hnext = add(multiply(A, h), scale(B, input));
  return {
    A: shown(A),
    B: shown(B),
    feedback: shown(r.K),
    h: shown(h),
    hhat: shown(about(r.hhat)),
    hnext: shown(hnext),
    v: r.v[k]!,
    u: r.u[k]!,
    lambda: Array.from(r.poles.re, (re, i) => [re, r.poles.im[i]!]),
    Delta: r.plant.dt,
    t: k,
    L: r.L,
  };
}

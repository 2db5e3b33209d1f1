import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import type { Complex } from "../../numerics/complex.ts";
import { N, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { weightsOf } from "./readouts.ts";

/** The slowest state at the playhead; one that turns as a pair of numbers, its factors as matrices. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const now = Math.min(r.u.length - 1, Math.floor(t));
  const turns = v.omega > 0;
  const factor = ({ re, im }: Complex): SymbolValue =>
    turns
      ? [
          [re, -im],
          [im, re],
        ]
      : re;
  const pair = (re: number, im: number): SymbolValue => (turns ? [[re], [im]] : re);
  const { alpha, beta, gamma } = weightsOf(r, v);
  const { re, im } = r.response;
  return {
    t: now,
    L: r.u.length,
    N,
    Delta: v.delta,
    trap: v.lambda,
    omega: v.omega,
    A: factor({ re: r.rates.re[0]!, im: r.rates.im[0]! }),
    B: pair(1, 0),
    alphat: factor(alpha),
    betat: factor(beta),
    gammat: gamma,
    u: r.u[now]!,
    ubefore: now > 0 ? r.u[now - 1]! : 0,
    h: pair(re[now]!, im[now]!),
    hbefore: now > 0 ? pair(re[now - 1]!, im[now - 1]!) : pair(0, 0),
    y: r.response.y[now]!,
  };
}

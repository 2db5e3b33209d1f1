import { realSystem } from "../../models/s4Layer.ts";
import { discretize } from "../../numerics/discretize.ts";
import { complexMultiply } from "../../numerics/complex.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { SymbolValue } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import type { SymbolId } from "../../notation.ts";
import { lagOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type Named = Partial<Record<SymbolId, SymbolValue>>;

export function symbols(r: Run, v: Setting, t: number): Named {
  const k = r.fft ? 0 : lagOf(r, t);
  const plain = { N: v.N, L: r.K.length, Delta: v.dt, k, K: r.K[k]! };
  const poles = polesOf(r, v);
  return { ...plain, ...poles, ...matrices(r.layer, v.dt, v.rule) };
}

const matrices = keeping((layer: Run["layer"], dt: number, rule: Setting["rule"]) => {
  const { A, B } = realSystem(layer);
  const bar = discretize(A, B, dt, rule);
  return { C: [Array.from(layer.C)], Abar: toRows(bar.A), Bbar: toRows(bar.B) };
});

/** Pairs of poles as rows of real and imaginary part, with C̃ = C B: the sum of S4D as it stands holds for a hold. */
function polesOf({ layer: { diagonal } }: Run, { rule }: Setting): Named {
  if (!diagonal || rule !== "zoh" || diagonal.system.weight[0] === 1) return {};
  const { A, B } = diagonal.system;
  return {
    Lambda: Array.from(A.re, (re, n) => [re, A.im[n]!]),
    Ctilde: Array.from(A.re, (_, n) => {
      const c = { re: diagonal.C.re[n]!, im: diagonal.C.im[n]! };
      const { re, im } = complexMultiply(c, { re: B.re[n]!, im: B.im[n]! });
      return [re, im];
    }),
  };
}

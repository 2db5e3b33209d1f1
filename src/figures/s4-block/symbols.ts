import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { lengthOf, now, type Run, strongest } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Half of a channel's poles, C beside them, and Δ: of the one that brings most of the input asked for. */
export function channelOf(r: Run, v: Setting, t: number) {
  const at = now(r, v, t);
  const h = strongest(at, v.lag);
  const { logDt, logMinusRe, im, CRe, CIm } = at.net.weights.s4d;
  const half = v.N / 2;
  const of = (x: Float64Array) => x.slice(h * half, (h + 1) * half);
  return {
    h,
    Delta: Math.exp(logDt[h]!),
    A: { re: of(logMinusRe).map((x) => -Math.exp(x)), im: of(im) },
    C: { re: of(CRe), im: of(CIm) },
    K: at.push.K[v.lag * v.H + h]!,
  };
}

/** Of the strongest channel at the lag asked for, so that the kernel's equation can be checked. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const { Delta, A, C, K } = channelOf(r, v, t);
  return {
    N: v.N,
    L: lengthOf(v),
    k: v.lag,
    Delta,
    K,
    Lambda: Array.from(A.re, (re, n) => [re, A.im[n]!]),
    Ctilde: Array.from(C.re, (re, n) => [re, C.im[n]!]),
  };
}

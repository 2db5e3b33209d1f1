import type { SymbolValue } from "../../kit/figure.ts";
import { inParallel, inSeries } from "../../models/fir.ts";
import type { SymbolId } from "../../notation.ts";
import { inForce, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Both ways to merge, at the lag that is as far back as the playhead, or at the last one. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const step = Math.floor(t);
  const series = inSeries(r.W1, r.W2);
  const padded = (W: Float64Array) => Array.from(series, (_, i) => W[i] ?? 0);
  const k = Math.min(step, series.length - 1);
  return {
    t: step,
    k,
    L: r.u.length,
    u: Array.from(r.u, (x) => [x]),
    W1: [padded(r.W1)],
    W2: [padded(r.W2)],
    Kseries: series[k]!,
    Kparallel: [padded(inParallel(r.W1, r.W2))],
    K: [Array.from(inForce(r, v, step))],
    y: r.y[step]!,
  };
}

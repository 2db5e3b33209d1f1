import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { rowOf } from "../../models/kalman/model.ts";
import { type Matrix, toRows } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const column = (v: Float64Array) => Array.from(v, (x) => [x]);

/** The matrices of the step under the playhead; without what a missing fix leaves undefined. */
export function symbols(r: Run, _: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const now = Math.max(0, Math.min(r.L - 1, Math.floor(t)));
  const { model, filtered: f } = r;
  const z = r.fixes.subarray(2 * now, 2 * now + 2);
  const rows = (list: readonly Matrix[], k = now) => toRows(list[k]!);
  return {
    A: toRows(model.A),
    C: toRows(model.C),
    Q: toRows(model.Q),
    hhat: column(rowOf(f.filteredMean, now)),
    P: rows(f.filteredCov),
    hprior: column(rowOf(f.predictedMean, now)),
    Pprior: rows(f.predictedCov),
    gain: rows(f.gains),
    t: now,
    L: r.L,
    ...(now > 0 && {
      hhatbefore: column(rowOf(f.filteredMean, now - 1)),
      Pbefore: rows(f.filteredCov, now - 1),
    }),
    ...(r.smoothed && { hsmooth: column(rowOf(r.smoothed.mean, now)) }),
    ...(r.taken[now] && {
      y: column(z),
      R: rows(r.noises),
      S: rows(f.innovationCov),
      e: column(rowOf(f.innovations, now)),
    }),
  };
}

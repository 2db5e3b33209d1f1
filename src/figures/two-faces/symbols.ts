import type { Bound } from "../../kit/equation.ts";
import type { Run } from "./compute.ts";
import { cellOf, chunkOf } from "./moment.ts";
import type { Setting } from "./params.ts";

/** The N numbers of a token, as a column. */
const column = (data: Float64Array, i: number, N: number) =>
  Array.from({ length: N }, (_, n) => [i < 0 ? 0 : data[i * N + n]!]);

/** Everything at the row looked at, and the weight that it gives to the column looked at. */
export function symbols(r: Run, v: Setting, t: number): Bound {
  const { layer, h, stages, tokens } = r;
  const [N, T] = [layer.states, tokens.length];
  const { i, j } = cellOf(r, v, t);
  const c = chunkOf(r, i);
  const since = layer.a.subarray(stages.starts[c]!, i + 1).reduce((all, a) => all * a, 1);
  return {
    N,
    t: i + 1,
    at: layer.a[i]!,
    u: layer.x[i]!,
    y: r.y[i]!,
    Bbar: column(layer.B, i, N),
    Ct: column(layer.C, i, N),
    Ci: column(layer.C, i, N),
    Bj: column(layer.B, j, N),
    h: column(h.data, i, N),
    hbefore: column(h.data, i - 1, N),
    Lij: r.decays.data[i * T + j]!,
    Mij: r.M.data[i * T + j]!,
    yinside: stages.inside[i]!,
    since,
    hin: column(stages.entering, c, N),
  };
}

import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";

const column = (v: ArrayLike<number>) => Array.from(v, (x) => [x]);

export const symbols = (r: Run): Partial<Record<SymbolId, SymbolValue>> => ({
  N: r.p.N,
  A: toRows(r.A),
  B: column(r.B),
  gnow: column(r.now),
  drift: toRows(r.G),
});

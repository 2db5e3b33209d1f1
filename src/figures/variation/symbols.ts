import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { cameBy, type Run, SLICES } from "./compute.ts";
import type { Setting } from "./params.ts";

export const symbols = (r: Run, v: Setting): Partial<Record<SymbolId, SymbolValue>> => ({
  A: v.a,
  B: 1,
  Delta: v.dt,
  h: v.h0,
  u: r.taken,
  Abar: r.A,
  Bbar: r.B,
  hnext: v.way === "smooth" ? r.end : r.h1,
  camein: cameBy(r, SLICES),
});

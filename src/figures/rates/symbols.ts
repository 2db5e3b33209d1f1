import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { legs } from "../../numerics/hippo.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

export const symbols = (_: Run, { N }: Setting): Partial<Record<SymbolId, SymbolValue>> => ({
  N,
  A: toRows(legs(N).A),
});

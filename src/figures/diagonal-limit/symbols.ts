import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { hereAt, indexAt, type Run, SIZES } from "./compute.ts";
import type { Setting } from "./params.ts";

export const symbols = (
  r: Run,
  { w }: Setting,
  t: number,
): Partial<Record<SymbolId, SymbolValue>> => ({
  N: SIZES[indexAt(t)]!,
  omega: w,
  gapHat: hereAt(indexAt(t), r),
});

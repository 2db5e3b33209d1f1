import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import type { SymbolId } from "../../notation.ts";

const mean = (label: string, symbol: SymbolId, initial: number) =>
  number({ label, symbol, min: -4, max: 4, step: 0.01, initial });
const variance = (label: string, symbol: SymbolId, initial: number) =>
  number({ label, symbol, min: 0.1, max: 6, step: 0.01, initial, log: true });

export const params = {
  m: mean("prior mean", "hprior", 0),
  P: variance("prior variance", "Pprior", 4),
  y: mean("measurement", "y", 3.51),
  R: variance("noise variance", "R", 1),
};

export type Setting = Values<typeof params>;

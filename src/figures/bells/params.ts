import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import type { SymbolId } from "../../notation.ts";

const mean = (label: string, symbol: SymbolId, initial: number) =>
  number({ label, symbol, min: -4, max: 4, step: 0.01, initial });
const variance = (label: string, symbol: SymbolId, initial: number) =>
  number({ label, symbol, min: 0.1, max: 6, step: 0.01, initial, log: true });

export const params = {
  m: mean("mean of the prior", "hprior", 0),
  P: variance("variance of the prior", "Pprior", 4),
  y: mean("measurement", "y", 3.51),
  R: variance("variance of the measurement", "R", 1),
};

export type Setting = Values<typeof params>;

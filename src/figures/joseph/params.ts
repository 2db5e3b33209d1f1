import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  bits: number({
    label: "significant binary digits (24: single, 11: half)",
    min: 8,
    max: 53,
    step: 1,
    initial: 24,
  }),
  R: number({
    label: "variance of the measurement",
    symbol: "R",
    min: 0.0001,
    max: 100,
    step: 0.0001,
    initial: 0.03,
    log: true,
  }),
  P0: number({
    label: "variance before anything is seen",
    symbol: "Pprior",
    min: 1,
    max: 1e6,
    step: 1,
    initial: 1e6,
    log: true,
  }),
};

export type Setting = Values<typeof params>;

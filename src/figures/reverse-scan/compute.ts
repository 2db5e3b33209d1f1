import { samples } from "../../kit/signal.ts";
import { reverseScan } from "../../numerics/reverseScan.ts";
import { scanPairs } from "../../numerics/scanPairs.ts";
import { LENGTH, type Setting } from "./params.ts";

export interface Run {
  readonly L: number;
  /** The recurrence h_t = a_t h_{t−1} + u_t. */
  readonly a: Float64Array;
  readonly u: Float64Array;
  readonly h: Float64Array;
  /** ∂loss/∂y_t: 1 where the loss looks, 0 elsewhere; y = h. */
  readonly asks: Float64Array;
  /** ∂loss/∂h_t and ∂loss/∂a_t. */
  readonly g: Float64Array;
  readonly da: Float64Array;
  /** The sum of the outputs that the loss looks at. */
  readonly loss: number;
}

export const outputsAsked = (a: Float64Array, u: Float64Array, asks: Float64Array): number =>
  scanPairs(a, u).b.reduce((sum, h, t) => sum + asks[t]! * h, 0);

/** Forward from the left, then the gradients from the right. */
export function run(v: Setting): Run {
  const given = samples(v.input, LENGTH);
  const L = Math.min(LENGTH, given.length);
  const u = Float64Array.from({ length: L }, (_, t) => (Number.isFinite(given[t]) ? given[t]! : 0));
  const a = u.map((_, t) => (t === v.gate ? v.low : v.a));
  const asks = u.map((_, t) => (v.loss === "every" || t === L - 1 ? 1 : 0));
  const h = scanPairs(a, u).b;
  const { adjoint, da } = reverseScan(a, h, asks);
  return { L, a, u, h, asks, g: adjoint, da, loss: outputsAsked(a, u, asks) };
}

import { keeping } from "../../kit/keeping.ts";
import { filter } from "../../models/fir.ts";
import { kernelOf, layer } from "../../models/s4Layer.ts";
import { sigmoid, theoremOne } from "../../models/s6Gate.ts";
import type { Setting } from "./params.ts";
import { kernelFrom } from "./row.ts";

/** The S4 of the figure: HiPPO-LegS of eight numbers, bilinear, its C drawn from a seed. */
export const S4 = layer("legs", 8, 3);
export const S4_DT = 0.1;

/** Where Δ rests: softplus of this at an input of 0. */
export const REST = -1;

/** A second filter at work on what it reads. */
export interface Second {
  readonly y: Float64Array;
  /** How much a selective one lets in at each step. */
  readonly gates?: Float64Array;
}

const s4Kernel = keeping((L: number) => kernelOf(S4, L, S4_DT, "bilinear"));

/** A gate that is the same at all steps is a kernel, g(1 − g)^i. */
const restKernel = keeping((L: number) => {
  const g = sigmoid(REST);
  return Float64Array.from({ length: L }, (_, i) => g * (1 - g) ** i);
});

/** The kernel of the second filter; of a selective one, that which it would have if its Δ were at rest. */
export function secondKernel(v: Setting, L: number): Float64Array {
  if (v.second === "drawn") return kernelFrom(v.w2);
  return v.second === "s4" ? s4Kernel(L) : restKernel(L);
}

// #region second
/** What the second filter makes of x: by its kernel, or by gates g = 1 − e^{−Δ}, Δ = softplus(rest + follow · x). */
export function second(v: Setting, W: Float64Array, x: Float64Array): Second {
  if (v.second !== "selective") return { y: filter(W, x) };
  const { gates, states } = theoremOne(
    x.map((now) => REST + v.follow * now),
    x,
  );
  return { y: states, gates };
}
// #endregion

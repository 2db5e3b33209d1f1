import { fail } from "../../numerics/check.ts";
import type { Rows } from "../../numerics/dense.ts";
import type { Run } from "./forward.ts";

/** Everything that goes on in a block, in the order in which it does. E channels, N states, d the width of the stream. */
export const intermediateNames = [
  "input", // d: the residual stream as it comes in
  "normed", // d
  "x", // E: first half of in_proj
  "z", // E: its second half, the gate before SiLU
  "conv", // E: after the convolution, before SiLU
  "u", // E: after SiLU, what S6 reads
  "delta", // E: Δ
  "B", // N
  "C", // N
  "Abar", // E × N: e^{ΔA}
  "h", // E × N: the state after the step
  "y", // E: C h + D u
  "gate", // E: SiLU(z)
  "gated", // E: y · gate
  "out", // d: what the block adds to the stream
] as const;

/** The name of an intermediate. */
export type Intermediate = (typeof intermediateNames)[number];

/** One intermediate: `steps` rows of `width` numbers, copied out. */
export interface Seen {
  readonly steps: number;
  readonly width: number;
  readonly data: Float64Array;
}

/**
 * One intermediate of one block over the last L steps of a run (all of them for `trace`, one for `step`). Abar and h of several
 * steps need a run that keeps its states; B̄ is Δ B. Throws on a layer or name that is none, and where S4D has no such thing.
 */
export function intermediate(run: Run, layer: number, name: Intermediate, L = run.capacity): Seen {
  const block = run.blocks[layer] ?? fail("layer", `one of 0 to ${run.blocks.length - 1}`, layer);
  const { E, N, R, core } = run.shape;
  const plain = (data: Float64Array, width = E, at = 0): Rows => ({
    data,
    width,
    stride: width,
    at,
  });
  const column = (at: number): Rows => ({ ...block.dBC, width: N, at });
  const states = (data: Float64Array, at: number): Rows =>
    L === 1 || block.kept
      ? plain(data, E * N, block.kept ? at : 0)
      : fail("run", "one that keeps its states (a trace)", "one that does not");
  const find: Record<Intermediate, () => Rows> = {
    input: () => block.input,
    normed: () => block.normed,
    x: () => block.x,
    z: () => block.z,
    conv: () => block.conv,
    u: () => block.u,
    delta: () => plain(block.delta),
    B: () => column(R),
    C: () => column(R + N),
    Abar: () => states(block.Abar, 0),
    h: () => states(block.h, E * N),
    y: () => plain(block.y),
    gate: () => plain(block.gate),
    gated: () => block.gated,
    out: () => block.out,
  };
  if (!Object.hasOwn(find, name)) fail("name", `one of ${intermediateNames.join(", ")}`, name);
  if (core === "s4d" && ["delta", "B", "C", "Abar", "h"].includes(name))
    fail("name", "an intermediate of S4D, which has no Δ, B, C by step", name);
  const { data, width, stride, at } = find[name]();
  const copy = new Float64Array(L * width);
  for (let t = 0; t < L; t++)
    copy.set(data.subarray(at + t * stride, at + t * stride + width), t * width);
  return { steps: L, width, data: copy };
}

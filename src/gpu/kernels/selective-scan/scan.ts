import { count, fail } from "../../../numerics/check.ts";
import type { Gpu } from "../../device.ts";
import type { Shader } from "../../pairs.ts";
import { measure, settle, submit } from "../../submit.ts";
import type { Piece, Timing } from "../../submit.ts";
import type { Work } from "../../work.ts";
import { layoutFor } from "./layout.ts";
import type { Tuning } from "./layout.ts";
import { pieces, rowsFor, slices, walkCodes } from "./plan.ts";
import type { Sizes, Slice, SliceBuffers } from "./plan.ts";
import { carryCode, carrySegments } from "./carry.ts";
import type { Trim } from "./trim.ts";
import type { Layout } from "./wgsl.ts";

/** What a selective scan runs on: flat, row-major, single precision. */
export interface ScanInput {
  /** Sequences; 1 by default. */
  readonly batch?: number;
  /** Tokens. */
  readonly L: number;
  readonly channels: number;
  /** States N of each channel, 1 … 64. */
  readonly states: number;
  /** batch × L × channels. */
  readonly u: Float32Array;
  /** batch × L × channels: Δ ≥ 0, or any numbers with `softplus`. */
  readonly delta: Float32Array;
  /** channels × N. */
  readonly A: Float32Array;
  /** batch × L × N. */
  readonly B: Float32Array;
  /** batch × L × N. */
  readonly C: Float32Array;
  /** channels: the skip connection; zeros by default. */
  readonly D?: Float32Array | undefined;
  /** batch × L × channels: the output is multiplied by SiLU(z). */
  readonly z?: Float32Array | undefined;
  /** channels: added to delta before the softplus. */
  readonly deltaBias?: Float32Array | undefined;
  /** Δ = softplus(delta + deltaBias). */
  readonly softplus?: boolean;
}

/** How it runs. */
export interface ScanOptions {
  /** Tokens of a chunk; chosen from the sizes by default. L or more: one thread walks a channel from end to end. */
  readonly chunk?: number;
  /** Repeat it and take its time. */
  readonly time?: boolean;
  /** The layout, for measurements. */
  readonly tuning?: Tuning;
}

/** What came out. */
export interface ScanOutput {
  /** batch × L × channels. */
  readonly y: Float32Array;
  /** Tokens of a chunk, and how many chunks a sequence had. */
  readonly chunk: number;
  readonly chunks: number;
  readonly timing: Timing | undefined;
  /** The WGSL that ran, in order. */
  readonly shaders: readonly Shader[];
}

/**
 * The selective scan of S6 on the GPU, fused: h_t = e^{Δ_t A} h_{t−1} + Δ_t B_t u_t, y_t = (C_tᵀ h_t + D u_t) · SiLU(z_t).
 * Reduce-then-scan over chunks of tokens, in three dispatches; neither e^{ΔA} nor h is ever stored for each token
 * (Mamba §3.3.2). Single precision. Throws a RangeError on wrong shapes and GpuProblem as `Gpu.run`.
 */
export async function selectiveScan(
  gpu: Gpu,
  input: ScanInput,
  options: ScanOptions = {},
): Promise<ScanOutput> {
  const sizes = checked(input);
  const { layout, trim, chunk } = layoutFor(sizes, input, options);
  return gpu.run(async (work) => {
    const all = await Promise.all(
      load(work, input, slices(sizes, chunk, options.tuning?.binding), chunk),
    );
    const plan = async (pace: number) => {
      const out: Piece[] = [];
      for (const { slice, buffers } of all)
        out.push(...(await pieces(work, slice, layout, trim, chunk, buffers, pace)));
      return out;
    };
    const updates = sizes.batch * sizes.L * sizes.channels * sizes.states;
    const settled = await settle(work, plan, updates);
    const timing = options.time ? await measure(work, settled) : undefined;
    if (!timing) for (const piece of settled) await submit(work, piece);
    const y = new Float32Array(sizes.batch * sizes.L * sizes.channels);
    for (const { slice, buffers } of all) {
      const part = await work.read(buffers.y, slice.batch * slice.L * slice.channels);
      y.set(part, (slice.sequence * sizes.L + slice.token) * sizes.channels);
    }
    const chunks = Math.ceil(sizes.L / chunk);
    return { y, chunk, chunks, timing, shaders: shaders(layout, trim, sizes, chunks) };
  });
}

function shaders(
  layout: Layout,
  trim: Trim | undefined,
  { batch, channels, states }: Sizes,
  chunks: number,
): Shader[] {
  const { summary, output } = walkCodes(layout, trim);
  const last = { name: "K3 output", code: output };
  if (chunks === 1) return [last];
  const carry = carryCode(states, carrySegments(batch * channels * states, chunks));
  return [{ name: "K1 summary", code: summary }, { name: "K2 carry", code: carry }, last];
}

/** Brings each slice's tensors onto the device; slices of the same sequences share their states. */
function load(work: Work, input: ScanInput, parts: readonly Slice[], chunk: number) {
  const { L, channels, states } = input;
  const channel = work.upload(channelRows(input));
  let state: GPUBuffer | undefined;
  return parts.map((slice) => {
    const cut = (x: Float32Array, width: number) => {
      const from = (slice.sequence * L + slice.token) * width;
      return work.upload(x.subarray(from, from + slice.batch * slice.L * width));
    };
    const rows = rowsFor(parts[0]!, chunk);
    if (slice.token === 0) state = work.empty(rows * slice.batch * channels * states);
    const buffers: SliceBuffers = {
      u: cut(input.u, channels),
      delta: cut(input.delta, channels),
      channel,
      B: cut(input.B, states),
      C: cut(input.C, states),
      z: input.z && cut(input.z, channels),
      state: state!,
      time: work.empty(rows * slice.batch * channels),
      y: work.empty(slice.batch * slice.L * channels),
      rows,
      onward: slice.token + slice.L < L,
    };
    return { slice, buffers };
  });
}

/** N rows of A·log₂e, the row D, the row of biases; channels side by side, as the threads are. */
export function channelRows({ channels, states, A, D, deltaBias }: ScanInput): Float32Array {
  const out = new Float32Array((states + 2) * channels);
  for (let d = 0; d < channels; d++)
    for (let n = 0; n < states; n++) out[n * channels + d] = A[d * states + n]! * Math.LOG2E;
  if (D) out.set(D, states * channels);
  if (deltaBias) out.set(deltaBias, (states + 1) * channels);
  return out;
}

/** The sizes, where every tensor has the length it should. */
export function checked(input: ScanInput): Sizes {
  const { batch = 1, L, channels, states } = input;
  for (const [name, value] of Object.entries({ batch, L, channels, states })) count(name, value);
  if (states > 64) fail("states", "1 … 64", states);
  const lengths = {
    u: batch * L * channels,
    delta: batch * L * channels,
    A: channels * states,
    B: batch * L * states,
    C: batch * L * states,
    D: channels,
    z: batch * L * channels,
    deltaBias: channels,
  };
  for (const [name, length] of Object.entries(lengths)) {
    const x = input[name as keyof typeof lengths];
    if (x === undefined && (name === "D" || name === "z" || name === "deltaBias")) continue;
    if (!(x instanceof Float32Array) || x.length !== length)
      fail(name, `a Float32Array of length ${length}`, x?.length ?? x);
  }
  if (input.deltaBias && !input.softplus)
    fail("deltaBias", "given together with softplus only", "no softplus");
  return { batch, L, channels, states };
}

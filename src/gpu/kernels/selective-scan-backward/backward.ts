import { fail } from "../../../numerics/check.ts";
import type { Gpu } from "../../device.ts";
import type { Shader } from "../../pairs.ts";
import { measure, settle, submit } from "../../submit.ts";
import type { Timing } from "../../submit.ts";
import type { Work } from "../../work.ts";
import { carryCode } from "../selective-scan/carry.ts";
import { layoutFor as walkFor } from "../selective-scan/layout.ts";
import type { Sizes } from "../selective-scan/plan.ts";
import { checked } from "../selective-scan/scan.ts";
import type { ScanInput } from "../selective-scan/scan.ts";
import { load } from "./buffers.ts";
import { foldCode } from "./fold.ts";
import { gateCode, gateSlopeCode } from "./gate.ts";
import { layoutFor } from "./layout.ts";
import type { Tuning } from "./layout.ts";
import { WALKS, codes, pieces, slices } from "./plan.ts";
import type { Layouts, Loaded } from "./plan.ts";

/** How it runs. */
export interface BackwardOptions {
  /** Tokens that a thread walks, 4096 at most, rounded up to whole stretches of 8; chosen from the sizes by default. */
  readonly chunk?: number;
  /** Repeat it and take its time. */
  readonly time?: boolean;
  /** The layout, for measurements. */
  readonly tuning?: Tuning;
}

/** The gradients of a loss by every input, in the shapes of the inputs. */
export interface ScanGradients {
  readonly du: Float32Array;
  /** By delta as it was given: before the softplus. */
  readonly ddelta: Float32Array;
  /** By A itself; times A by its logarithm. */
  readonly dA: Float32Array;
  readonly dB: Float32Array;
  readonly dC: Float32Array;
  readonly dD: Float32Array;
  /** Where z was given. */
  readonly dz: Float32Array | undefined;
  /** Where deltaBias was given. */
  readonly ddeltaBias: Float32Array | undefined;
}

/** What came out. */
export interface BackwardOutput extends ScanGradients {
  /** Tokens of a chunk, and how many chunks a sequence had. */
  readonly chunk: number;
  readonly chunks: number;
  readonly timing: Timing | undefined;
  /** The WGSL that ran, in order. */
  readonly shaders: readonly Shader[];
}

/**
 * The backward pass of `selectiveScan` on the GPU, fused: from `dy` = ∂loss/∂y (batch × L × channels) the reverse scan
 * g_t = ȳ_t C_t + e^{Δ_{t+1}A} g_{t+1} and all gradients. States are not kept by the forward pass but computed again, and
 * none is ever stored for each token (Mamba §3.3.2, App. D). Single precision. Throws a RangeError on wrong shapes and
 * GpuProblem as `Gpu.run`.
 */
export async function selectiveScanBackward(
  gpu: Gpu,
  input: ScanInput,
  dy: Float32Array,
  options: BackwardOptions = {},
): Promise<BackwardOutput> {
  const sizes = checked(input);
  const length = sizes.batch * sizes.L * sizes.channels;
  if (!(dy instanceof Float32Array) || dy.length !== length)
    fail("dy", `a Float32Array of length ${length}`, (dy as Float32Array | undefined)?.length);
  const back = layoutFor(sizes, input, options);
  const { layout: walk } = walkFor(sizes, input, { chunk: back.stretch, tuning: { trim: false } });
  const layouts = { walk, back };
  return gpu.run(async (work) => {
    const all = slices(sizes, back, options.tuning?.binding).map((slice) => ({
      slice,
      buffers: load(work, input, dy, slice, back),
    }));
    const units = length * sizes.states * (WALKS.forward + WALKS.back);
    const settled = await settle(work, (pace) => pieces(work, all, layouts, pace), units);
    const timing = options.time ? await measure(work, settled) : undefined;
    if (!timing) for (const piece of settled) await submit(work, piece);
    const chunks = Math.ceil(sizes.L / back.chunk);
    const grads = await collect(work, sizes, input, all);
    return { ...grads, chunk: back.chunk, chunks, timing, shaders: shaders(layouts) };
  });
}

function shaders(layouts: Layouts): Shader[] {
  const { summary, adjoint, gradients } = codes(layouts);
  const { gated, states } = layouts.back;
  return [
    ...(gated ? [{ name: "B0 gate", code: gateCode }] : []),
    { name: "K1 summary", code: summary },
    { name: "K2 carry", code: carryCode(states, 1) },
    { name: "B1 adjoint summary", code: adjoint },
    { name: "B3 gradients", code: gradients },
    { name: "sums of rows", code: foldCode },
    ...(gated ? [{ name: "B4 gate's slope", code: gateSlopeCode }] : []),
  ];
}

/** Brings the gradients back; those by A, D and the bias are summed over the slices in double precision. */
async function collect(
  work: Work,
  { batch, L, channels, states: N }: Sizes,
  input: ScanInput,
  all: readonly Loaded[],
): Promise<ScanGradients> {
  const tensor = (width: number) => new Float32Array(batch * L * width);
  const [du, ddelta, dB, dC] = [tensor(channels), tensor(channels), tensor(N), tensor(N)];
  const dz = input.z && tensor(channels);
  const sums = new Float64Array((N + 2) * channels);
  for (const { slice, buffers } of all) {
    const first = slice.sequence * L + slice.token;
    const tokens = slice.batch * slice.L;
    const floats = tokens * channels;
    const pair = await work.read(buffers.out, 2 * floats);
    du.set(pair.subarray(0, floats), first * channels);
    ddelta.set(pair.subarray(floats), first * channels);
    if (dz) dz.set(await work.read(buffers.dz!, floats), first * channels);
    const rows = await work.read(buffers.dBC, tokens * 2 * N);
    for (let t = 0; t < tokens; t++) {
      dB.set(rows.subarray(t * 2 * N, (t * 2 + 1) * N), (first + t) * N);
      dC.set(rows.subarray((t * 2 + 1) * N, (t * 2 + 2) * N), (first + t) * N);
    }
    (await work.read(buffers.sums, sums.length)).forEach((x, i) => (sums[i]! += x));
  }
  const dA = new Float32Array(channels * N);
  for (let d = 0; d < channels; d++)
    for (let n = 0; n < N; n++) dA[d * N + n] = sums[n * channels + d]!;
  const row = (k: number) => Float32Array.from(sums.subarray(k * channels, (k + 1) * channels));
  const ddeltaBias = input.deltaBias && row(N + 1);
  return { du, ddelta, dA, dB, dC, dD: row(N), dz, ddeltaBias };
}

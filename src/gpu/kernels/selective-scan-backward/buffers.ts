import type { Work } from "../../work.ts";
import { channelRows } from "../selective-scan/scan.ts";
import type { ScanInput } from "../selective-scan/scan.ts";
import type { Sizes, Slice } from "../selective-scan/plan.ts";
import { folded } from "./fold.ts";
import type { Layout } from "./layout.ts";

/** The buffers of a slice; shapes in gradients.ts. */
export interface SliceBuffers {
  readonly u: GPUBuffer;
  readonly delta: GPUBuffer;
  readonly dy: GPUBuffer;
  readonly z: GPUBuffer | undefined;
  readonly channel: GPUBuffer;
  /** B, then from float `far` C. */
  readonly BC: GPUBuffer;
  readonly far: number;
  /** dy, or what the gate lets through of it. */
  readonly slope: GPUBuffer;
  /** stretches + 1 rows of states, then chunks + 1 rows of adjoints, those counted from the last chunk. */
  readonly state: GPUBuffer;
  readonly time: GPUBuffer;
  readonly stretches: number;
  readonly chunks: number;
  /** du, dΔ, and C h + D u where there is a gate. */
  readonly out: GPUBuffer;
  readonly parts: GPUBuffer;
  readonly dBC: GPUBuffer;
  /** One row of dA (N × channels), dD, dbias. */
  readonly sums: GPUBuffer;
  readonly between: GPUBuffer | undefined;
  readonly dz: GPUBuffer | undefined;
  /** Whether a later slice goes on from the last state of this one. */
  readonly onward: boolean;
}

/** A part of a buffer is bound from a multiple of 64 floats. */
const aligned = (floats: number) => Math.ceil(floats / 64) * 64;

/** Floats of each buffer of a slice; 0 where there is none. */
export function floatsOf(
  { batch, L, channels, states }: Sizes,
  { stretch, chunk, lanes, gated }: Layout,
) {
  const tokens = batch * L;
  const chunks = Math.ceil(L / chunk);
  const rows = Math.ceil(L / stretch) + 1 + chunks + 1;
  const perChannel = (states + 2) * channels;
  const gate = gated ? tokens * channels : 0;
  return {
    u: tokens * channels,
    delta: tokens * channels,
    dy: tokens * channels,
    z: gate,
    channel: perChannel,
    BC: aligned(tokens * states) + tokens * states,
    slope: gate,
    state: rows * batch * channels * states,
    time: rows * batch * channels,
    out: 2 * tokens * channels + gate,
    parts: Math.ceil(channels / lanes) * tokens * 2 * states + batch * chunks * perChannel,
    dBC: tokens * 2 * states,
    sums: perChannel,
    between: folded(batch * chunks) * perChannel,
    dz: gate,
  };
}

/** Brings a slice's tensors onto the device and makes room for the rest. */
export function load(
  work: Work,
  input: ScanInput,
  grad: Float32Array,
  slice: Slice,
  layout: Layout,
): SliceBuffers {
  const { L, channels, states } = input;
  const cut = (x: Float32Array, width: number) => {
    const from = (slice.sequence * L + slice.token) * width;
    return x.subarray(from, from + slice.batch * slice.L * width);
  };
  const floats = floatsOf(slice, layout);
  const some = (n: number) => (n > 0 ? work.empty(n) : undefined);
  const dy = work.upload(cut(grad, channels));
  const far = aligned(slice.batch * slice.L * states);
  const BC = new Float32Array(floats.BC);
  BC.set(cut(input.B, states));
  BC.set(cut(input.C, states), far);
  return {
    u: work.upload(cut(input.u, channels)),
    delta: work.upload(cut(input.delta, channels)),
    dy,
    z: input.z && work.upload(cut(input.z, channels)),
    channel: work.upload(channelRows(input)),
    BC: work.upload(BC),
    far,
    slope: some(floats.slope) ?? dy,
    state: work.empty(floats.state),
    time: work.empty(floats.time),
    stretches: Math.ceil(slice.L / layout.stretch),
    chunks: Math.ceil(slice.L / layout.chunk),
    out: work.empty(floats.out),
    parts: work.empty(floats.parts),
    dBC: work.empty(floats.dBC),
    sums: work.empty(floats.sums),
    between: some(floats.between),
    dz: some(floats.dz),
    onward: slice.token + slice.L < L,
  };
}

import { count } from "../../../numerics/check.ts";
import type { Sizes } from "../selective-scan/plan.ts";
import type { ScanInput } from "../selective-scan/scan.ts";
import { vectorOf } from "../selective-scan/wgsl.ts";

/** How the backward pass is laid out on the device. */
export interface Layout {
  readonly states: number;
  readonly softplus: boolean;
  readonly gated: boolean;
  /** Channels of a workgroup, a power of two. */
  readonly lanes: number;
  /** States of a thread, and threads of a channel. */
  readonly width: 1 | 2 | 4;
  readonly split: number;
  /** Tokens whose states are in registers at once. */
  readonly stretch: number;
  /** Tokens between two meetings of a workgroup. */
  readonly round: number;
  /** Threads that share one sum over the workgroup's channels. */
  readonly parts: number;
  /** Tokens that a thread walks: a multiple of `stretch`. */
  readonly chunk: number;
}

/** What may be set by hand, for measurements and tests. */
export interface Tuning extends Partial<Pick<Layout, "lanes" | "stretch" | "round">> {
  /** Bytes that one binding may have; the default limit of WebGPU by default. */
  readonly binding?: number;
}

/** The default limit of WebGPU: bytes of a workgroup's memory. */
const MEMORY = 16_384;

/** Tokens of a chunk at most: what a thread walks in some milliseconds. */
const DEPTH = 4096;

/** Workgroups that keep a large card busy. */
const BUSY = 2048;

const power = (x: number) => 2 ** Math.floor(Math.log2(x));

/** Floats of a workgroup's memory. */
export function memory({ states, lanes, split, gated, stretch, round, parts }: Layout): number {
  const exchange = round * lanes * (2 * states + 1);
  const shares = round * (gated ? 3 : 2) * lanes * split;
  return stretch * 2 * states + exchange + shares + round * 2 * states * parts;
}

/** The layout for these sizes; `chunk` is rounded up to whole stretches. */
export function layoutFor(
  { batch, L, channels, states }: Sizes,
  { softplus = false, z }: Pick<ScanInput, "softplus" | "z">,
  { chunk, tuning = {} }: { readonly chunk?: number; readonly tuning?: Tuning },
): Layout {
  const asked = chunk === undefined ? undefined : Math.min(count("chunk", chunk), L, DEPTH);
  const stretch = tuning.stretch ?? Math.min(8, asked ?? L);
  const width = vectorOf(states);
  const split = states / width;
  let lanes = tuning.lanes ?? Math.min(64, power(128 / split));
  while (tuning.lanes === undefined && lanes / 2 >= channels) lanes /= 2;
  const parts = Math.min(lanes, power(Math.max(1, (lanes * split) / (2 * states))));
  const most = power(Math.max(1, (batch * Math.ceil(channels / lanes) * L) / stretch / BUSY));
  const whole = Math.ceil((asked ?? stretch * Math.min(8, most)) / stretch) * stretch;
  const fixed = { states, softplus, gated: z !== undefined, lanes, width, split, stretch, parts };
  const of = (round: number): Layout => ({ ...fixed, round, chunk: whole });
  let round = tuning.round ?? Math.min(4, stretch);
  while (round > 1 && 4 * memory(of(round)) > MEMORY) round--;
  return of(round);
}

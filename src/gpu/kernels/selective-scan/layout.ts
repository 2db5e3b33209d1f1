import { count } from "../../../numerics/check.ts";
import type { ScanInput, ScanOptions } from "./scan.ts";
import type { Sizes } from "./plan.ts";
import { vectorOf } from "./wgsl.ts";
import type { Layout } from "./wgsl.ts";

/** What may be set by hand, for measurements. */
export type Tuning = Partial<Pick<Layout, "lanes" | "split" | "wide" | "block" | "stage">>;

/** Threads that keep a large graphics card busy. */
const THREADS = 131_072;

/** The layout and the chunk for these sizes, after the measurements in src/gpu/README.md. */
export function layoutFor(
  sizes: Sizes,
  { softplus = false, z }: ScanInput,
  { chunk, tuning = {} }: ScanOptions,
): { layout: Layout; chunk: number } {
  const { batch, L, channels, states } = sizes;
  const few = batch * L * channels < 2 ** 20; // too few tokens to fill the card: share the states of a channel out
  const vectors = states / vectorOf(states);
  const split = tuning.split ?? divisorFrom(vectors, Math.max(few ? 4 : 1, Math.ceil(vectors / 4)));
  const wide = tuning.wide ?? (few || channels % 2 > 0 || states / split > 16 ? 1 : 2);
  const lanes = tuning.lanes ?? lanesFor(channels / wide, split);
  const layout = {
    states,
    softplus,
    gated: z !== undefined,
    lanes,
    split,
    wide,
    block: tuning.block ?? 4,
    stage: tuning.stage ?? stageFor(states),
  };
  if (chunk !== undefined) return { layout, chunk: Math.min(count("chunk", chunk), L) };
  const threads = batch * Math.ceil(channels / wide / lanes) * lanes * split;
  const wanted = 2 ** Math.round(Math.log2(Math.max(1, (L * threads) / THREADS)));
  return { layout, chunk: Math.min(L, Math.max(16, wanted)) };
}

/** Threads side by side over the channels: a power of two, 64 threads a workgroup where there are so many. */
function lanesFor(columns: number, split: number): number {
  let lanes = 1;
  while (lanes < columns && lanes * split < 64) lanes *= 2;
  return lanes;
}

/** Tokens whose B and C are kept near: 64 at N = 16, never more than 8 of the 16 KiB that a workgroup may have. */
function stageFor(states: number): number {
  let stage = 64;
  while (stage * states > 1024) stage /= 2;
  return stage;
}

/** The smallest divisor of n that is at least `least`, or n. */
function divisorFrom(n: number, least: number): number {
  let d = Math.min(n, least);
  while (n % d !== 0) d++;
  return d;
}

import { limits } from "../../work.ts";
import { count } from "../../../numerics/check.ts";
import type { ScanInput, ScanOptions } from "./scan.ts";
import type { Sizes } from "./plan.ts";
import { ROUND, trimOf } from "./trim.ts";
import type { Trim } from "./trim.ts";
import { vectorOf } from "./wgsl.ts";
import type { Layout } from "./wgsl.ts";

/** What may be set by hand, for measurements and tests. */
export interface Tuning extends Partial<
  Pick<Layout, "lanes" | "split" | "wide" | "block" | "stage">
> {
  /** Bytes that one binding may have; the default limit of WebGPU by default. */
  readonly binding?: number;
  /** The trimmed walk also where it brings nothing, laid out like this; or not at all. */
  readonly trim?: Partial<Pick<Trim, "lanes" | "stage" | "touch">> | false;
}

/** Threads that keep a large graphics card busy. */
const THREADS = 131_072;

/** The layout and the chunk for these sizes, after the measurements in src/gpu/README.md. */
export function layoutFor(
  sizes: Sizes,
  { softplus = false, z }: Pick<ScanInput, "softplus" | "z">,
  { chunk, tuning = {} }: ScanOptions,
): { layout: Layout; trim: Trim | undefined; chunk: number } {
  const { batch, L, channels, states } = sizes;
  // too few tokens to fill the card: share the states of a channel out
  const few = batch * L * channels < 2 ** 20 && !tuning.trim;
  const vectors = states / vectorOf(states);
  const split = tuning.split ?? divisorFrom(vectors, Math.max(few ? 4 : 1, Math.ceil(vectors / 4)));
  const pairs = !few && channels % 2 === 0 && channels >= 256 && states / split <= 16;
  const wide = tuning.wide ?? (pairs ? 2 : 1);
  const lanes = tuning.lanes ?? lanesFor(channels / wide, split);
  const layout = {
    states,
    softplus,
    gated: z !== undefined,
    lanes,
    split,
    wide,
    block: tuning.block ?? 4,
    stage: tuning.stage ?? stageFor(states, few ? 16 : wide > 1 ? 64 : 32),
  };
  const general = Object.keys(tuning).some((key) => key !== "binding" && key !== "trim");
  const trim =
    few || general || tuning.trim === false
      ? undefined
      : trimOf(layout, channels, batch * L, tuning.trim);
  if (chunk !== undefined) {
    const given = Math.min(count("chunk", chunk), L);
    return { layout, trim: given % ROUND === 0 ? trim : undefined, chunk: given };
  }
  const inOne = Math.min(L, limits.binding / 4 / channels); // tokens of a sequence on the card at once
  const threads = batch * Math.ceil(channels / wide / lanes) * lanes * split;
  const busy = trim ? THREADS / 2 : THREADS;
  const wanted = 2 ** Math.round(Math.log2(Math.max(1, (inOne * threads) / busy)));
  const best = Math.min(L, Math.max(few ? 16 : 64, trim ? Math.min(256, wanted) : wanted));
  return { layout, trim: best % ROUND === 0 ? trim : undefined, chunk: best };
}

/** Threads side by side over the channels: a power of two, 64 threads a workgroup where there are so many. */
function lanesFor(columns: number, split: number): number {
  let lanes = 1;
  while (lanes < columns && lanes * split < 64) lanes *= 2;
  return lanes;
}

/** Tokens whose B and C are kept near: never more than 8 of the 16 KiB that a workgroup may have. */
function stageFor(states: number, best: number): number {
  let stage = best;
  while (stage * states > 1024) stage /= 2;
  return stage;
}

/** The smallest divisor of n that is at least `least`, or n. */
function divisorFrom(n: number, least: number): number {
  let d = Math.min(n, least);
  while (n % d !== 0) d++;
  return d;
}

import { count } from "../numerics/check.ts";
import type { Gpu } from "./device.ts";
import { blelloch } from "./kernels/blelloch/scan.ts";
import { hillisSteele } from "./kernels/hillis-steele/scan.ts";
import { chunked, pairChunk } from "./kernels/pair-scan/scan.ts";
import { runPairs } from "./pairs.ts";
import type { PairInput, PairOutput } from "./pairs.ts";

/** How the prefixes are found. */
export interface PairOptions {
  /** "chunked" by default. */
  readonly method?: "sequential" | "hillis-steele" | "blelloch" | "chunked";
  /** Pairs of a chunk, for "chunked"; chosen from the sizes by default. */
  readonly chunk?: number;
  /** Repeat it and take its time. */
  readonly time?: boolean;
}

/**
 * Inclusive prefixes of maps h ↦ a·h + b on the GPU: result t is the map of elements 0 … t of its series. Single
 * precision. Throws a RangeError on wrong shapes and GpuProblem as `Gpu.run`.
 */
export function pairScan(
  gpu: Gpu,
  input: PairInput,
  { method = "chunked", chunk, time = false }: PairOptions = {},
): Promise<PairOutput> {
  const series = input.series ?? 1;
  const n = input.a.length / series;
  const size = chunk === undefined ? pairChunk(n) : count("chunk", chunk);
  const scan = {
    sequential: () => chunked(n),
    "hillis-steele": () => hillisSteele,
    blelloch: () => blelloch,
    chunked: () => chunked(size),
  }[method]();
  return runPairs(gpu, input, scan, time);
}

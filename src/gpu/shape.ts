import { carrySegments, carrySide, carrySteps, THREADS } from "./kernels/selective-scan/carry.ts";
import type { layoutFor } from "./kernels/selective-scan/layout.ts";
import type { Sizes } from "./kernels/selective-scan/plan.ts";

/** How one dispatch is shared out. */
export interface Shape {
  readonly name: string;
  /** Workgroups across the channels, along the chunks, and of sequences. */
  readonly groups: readonly [across: number, along: number, batch: number];
  /** Threads of a workgroup. */
  readonly threads: number;
  /** What its busiest thread does one after the other: tokens, or ends of chunks. */
  readonly steps: number;
}

const ceil = (a: number, b: number) => Math.ceil(a / b);

/**
 * The dispatches of the fused scan (kernels/selective-scan) where it fits into one slice and one submit: K1, K2 and K3, or K3
 * alone where one chunk holds all. Chunks that are no multiple of 8 go in the general walk.
 */
export function fusedShapes(
  { batch, L, channels, states }: Sizes,
  { layout, trim, chunk }: ReturnType<typeof layoutFor>,
): Shape[] {
  const across = ceil(channels, (trim ?? layout).lanes * (trim ?? layout).wide);
  const threads = trim ? trim.lanes : layout.lanes * layout.split;
  const chunks = ceil(L, chunk);
  const walk = (name: string, along: number): Shape => {
    return { name, groups: [across, along, batch], threads, steps: Math.min(chunk, L) };
  };
  if (chunks === 1) return [walk("K3 output", 1)];
  const width = batch * channels * states;
  const segments = carrySegments(width, chunks);
  const carry: Shape = {
    name: "K2 carry",
    groups: [ceil(width, carrySide(segments)), 1, 1],
    threads: THREADS,
    steps: carrySteps(segments, chunks),
  };
  return [walk("K1 summary", chunks - 1), carry, walk("K3 output", chunks)];
}

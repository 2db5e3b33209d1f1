import { scanCost } from "../numerics/scanCost.ts";
import { carrySegments } from "./kernels/selective-scan/carry.ts";
import type { Sizes } from "./kernels/selective-scan/plan.ts";
import { folded } from "./kernels/selective-scan-backward/fold.ts";
import type { Layout } from "./kernels/selective-scan-backward/layout.ts";
import type { PairScan } from "./traffic.ts";

/**
 * Arithmetic of one dispatch: multiplications and additions (a multiply-add is two), and exponentials. Counted on what the
 * shaders compute with, not on addresses; without softplus and gate. Same dispatches, same order as traffic.ts.
 */
export interface Operations {
  readonly name: string;
  readonly flops: number;
  readonly exps: number;
}

/** Of all together. */
export const operationsOf = (all: readonly Operations[]) =>
  all.reduce((sum, one) => ({ flops: sum.flops + one.flops, exps: sum.exps + one.exps }), {
    flops: 0,
    exps: 0,
  });

const of = (name: string, flops: number, exps = 0): Operations => ({ name, flops, exps });

/** K2: h ← e^{A ΣΔ} h + end, once for each chunk's end; with segments twice, and once for each segment before its own. */
function carry({ batch, channels, states }: Sizes, ends: number): Operations {
  const width = batch * channels * states;
  const segments = carrySegments(width, ends + 1);
  if (segments === 1) return of("K2 carry", 3 * ends * width, ends * width);
  const joins = (segments * (segments - 1)) / 2;
  return of("K2 carry", (7 * ends + 3 * joins) * width, (2 * ends + joins) * width);
}

/** A walk from h = 0: e^{ΔA}, its product with h, Δu B added; from behind e^{ΔA}(h + ȳC). */
const walk = (name: string, floats: number, N: number, own: number) =>
  of(name, floats * (4 * N + own), floats * N);

/** The fused scan with this chunk: K1 and K3 both walk, K3 contracts with C and adds D u. */
export function fusedForwardOperations(sizes: Sizes, chunk: number): Operations[] {
  const { batch, L, channels, states: N } = sizes;
  const ends = Math.ceil(L / chunk) - 1;
  const floats = batch * L * channels;
  const output = of("K3 output", floats * (6 * N + 2), floats * N);
  if (ends === 0) return [output];
  const summary = walk("K1 summary", batch * ends * chunk * channels, N, 2);
  return [summary, carry(sizes, ends), output];
}

/** The fused backward pass: K1, B1 from behind, and B3, which makes the states of each stretch again before it goes back. */
export function fusedBackwardOperations(sizes: Sizes, layout: Layout): Operations[] {
  const { batch, L, channels, states: N } = sizes;
  const { stretch, chunk, lanes } = layout;
  const [stretches, chunks] = [Math.ceil(L / stretch), Math.ceil(L / chunk)];
  const tokens = batch * L;
  const floats = tokens * channels;
  const across = Math.ceil(channels / lanes);
  const again = (tokens - batch * stretches) * channels; // what leaves a stretch is known from the next
  const slopes = floats * (17 * N + 8) + 2 * N * tokens * (channels - across);
  const gradients = of("B3 gradients", again * (4 * N + 1) + slopes, (again + floats) * N);
  const forth = walk("K1 summary", batch * (stretches - 1) * stretch * channels, N, 2);
  const back = walk("B1 adjoint summary", batch * (L - Math.min(L, chunk)) * channels, N, 1);
  const rows = batch * chunks;
  const row = (N + 2) * channels;
  const left = folded(rows);
  return [
    ...(stretches > 1 ? [forth, carry(sizes, stretches - 1)] : []),
    ...(chunks > 1 ? [back, carry(sizes, chunks - 1)] : []),
    gradients,
    of("sums of rows", 2 * N * tokens * (across - 1)),
    ...(left > 0 ? [of("sums of rows", (rows - left) * row)] : []),
    of("sums of rows", ((left || rows) - 1) * row),
  ];
}

/** The levels join (a₂a₁, a₂b₁ + b₂), three operations; a scan that reads each pair once needs two for h ← a h + b. */
function pairScan(kind: PairScan, L: number, width: number): Operations[] {
  if (kind === "once") return [of("scan", 2 * L * width)];
  const { depth } = scanCost("hillisSteele", L);
  return Array.from({ length: depth }, (_, k) => of("one level", 3 * (L - 2 ** k) * width));
}

/** The scan written out pair by pair. */
export function unfusedForwardOperations(
  { L, channels, states: N }: Omit<Sizes, "batch">,
  kind: PairScan = "levels",
): Operations[] {
  const width = channels * N;
  return [
    of("expand", 3 * L * width, L * width),
    ...pairScan(kind, L, width),
    of("contract", L * channels * (2 * N + 1)),
  ];
}

/** Its backward pass, from the e^{ΔA} and h that were kept: no exponential is made again. */
export function unfusedBackwardOperations(
  { L, channels, states: N }: Omit<Sizes, "batch">,
  kind: PairScan = "levels",
): Operations[] {
  const floats = L * channels;
  return [
    of("expand", floats * N),
    ...pairScan(kind, L, channels * N),
    of("du", floats * (2 * N + 2)),
    of("dΔ", floats * (6 * N - 1)),
    of("dA", (4 * floats - channels) * N),
    of("dB", floats * (2 * N + 1) - L * N),
    of("dC", 2 * floats * N - L * N),
    of("dD", 2 * floats - channels),
  ];
}

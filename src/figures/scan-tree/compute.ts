import {
  blelloch,
  chunkedScan,
  hillisSteele,
  pairs as operator,
  sequentialScan,
  type Pair,
} from "../../numerics/scan.ts";
import { scanCost, type ScanCost } from "../../numerics/scanCost.ts";
import { replay, type Monoid, type Scanned } from "../../numerics/scanTrace.ts";
import { samples } from "../../kit/signal.ts";
import { networkOf, type Network } from "./network.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly xs: readonly Pair[];
  readonly network: Network;
  /** The number in each node of the network. */
  readonly numbers: readonly Pair[];
  /** What the algorithm hands out, and what one pair after the other gives: result t covers 0 … t, or 0 … t−1. */
  readonly results: readonly Pair[];
  readonly truth: readonly Pair[];
  /** As counted while it ran, and as the formula says. */
  readonly counted: ScanCost;
  readonly formula: ScanCost;
  /** Largest difference of a state from the true one. */
  readonly difference: number;
}

export const MOST_N = 64;

/** The same operator with its operands the wrong way round. */
const swapped: Monoid<Pair> = {
  identity: operator.identity,
  combine: (earlier, later) => operator.combine(later, earlier),
};

/** The pairs (a_t, b_t): the reader's own, over and over; or those of h ← a·h + b·u on a signal. */
export function pairsOf(v: Setting): Pair[] {
  if (v.from === "own") {
    const [a, b] = v.pairs as [readonly number[], readonly number[]];
    return Array.from({ length: v.n }, (_, t) => [a[t % a.length]!, b[t % b.length]!]);
  }
  const u = samples(v.input, v.n);
  return Array.from({ length: Math.min(v.n, u.length) }, (_, t) => [v.a, v.b * u[t]!]);
}

/** Any of the scans, by name. */
export function scanBy(
  { algorithm, chunk }: Pick<Setting, "algorithm" | "chunk">,
  xs: readonly Pair[],
  op: Monoid<Pair>,
  trace = false,
): Scanned<Pair> {
  switch (algorithm) {
    case "sequential":
      return sequentialScan(xs, op, { trace });
    case "hillisSteele":
      return hillisSteele(xs, op, { trace });
    case "chunked":
      return chunkedScan(xs, op, { trace, chunk });
    case "blelloch":
    case "blellochInclusive":
      return blelloch(xs, op, { trace, inclusive: algorithm === "blellochInclusive" });
  }
}

/** A scan of the pairs as it ran, its network with a number in every node, and the truth beside it. */
export function run(v: Setting): Run {
  const xs = pairsOf(v);
  const op = v.swap ? swapped : operator;
  const scanned = scanBy(v, xs, op, true);
  const trace = scanned.trace!;
  const network = networkOf(trace);
  const { rows } = replay(trace, xs, op);
  const numbers = network.nodes.map(({ row, slot }) => rows[row]![slot]!);
  const inclusive = sequentialScan(xs, operator).values;
  const truth =
    v.algorithm === "blelloch" ? [operator.identity, ...inclusive.slice(0, -1)] : inclusive;
  const results = scanned.values;
  const difference = results.reduce(
    (most, [, b], t) => Math.max(most, Math.abs(b - truth[t]![1])),
    0,
  );
  return {
    xs,
    network,
    numbers,
    results,
    truth,
    counted: { work: scanned.work, depth: scanned.depth },
    formula: scanCost(v.algorithm, xs.length, v.chunk),
    difference,
  };
}

/** How large the sums inside each prefix may become: the scale that rounding is measured by. */
export function scalesOf(xs: readonly Pair[]): number[] {
  const sizes = xs.map(([a, b]): Pair => [Math.abs(a), Math.abs(b)]);
  return sequentialScan(sizes, operator).values.map(([a, b]) => Math.max(1, a, b));
}

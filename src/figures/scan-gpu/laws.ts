import {
  blelloch,
  chunkedScan,
  hillisSteele,
  pairs as operator,
  sequentialScan,
  type Pair,
} from "../../numerics/scan.ts";
import { scanCost } from "../../numerics/scanCost.ts";
import {
  blellochPairs,
  chunkedPairs,
  hillisSteelePairs,
  sequentialPairs,
  type Pairs,
} from "../../numerics/scanPairs.ts";
import { chunkOf, FIRST, type Run } from "./compute.ts";
import type { Flat } from "./data.ts";
import { carry, loop, reduce } from "./loop.ts";
import type { Setting } from "./params.ts";

/** What single precision may cost: of the largest magnitude, as in the tests of the kernels. */
export const TOLERANCE = 2e-6;

const near = (x: Pairs, y: Pairs) =>
  x.a.every((p, t) => Math.abs(p - y.a[t]!) <= 1e-12 && Math.abs(x.b[t]! - y.b[t]!) <= 1e-12);

/** In chunks: the same prefixes. */
export const sameInChunks = ({ first: { a, b } }: Run, v: Setting): boolean =>
  near(chunkedPairs(a, b, { chunk: chunkOf(v, FIRST) }), sequentialPairs(a, b));

/** By both trees: the same prefixes. */
export function sameByTrees({ first: { a, b } }: Run): boolean {
  const truth = sequentialPairs(a, b);
  return (
    near(hillisSteelePairs(a, b), truth) && near(blellochPairs(a, b, { inclusive: true }), truth)
  );
}

/** What helpers do with a chunk each, reduce, carry, scan, gives what one loop gives. */
export function sameWithHelpers({ first: { a, b } }: Run, { helpers }: Setting): boolean {
  const flat = (from: number, to: number): Flat => ({
    a: Float32Array.from(a.subarray(from, to)),
    b: Float32Array.from(b.subarray(from, to)),
    series: 1,
  });
  const rows = Math.ceil(FIRST / helpers);
  const parts = Array.from({ length: helpers }, (_, k) => flat(k * rows, (k + 1) * rows));
  const before = carry(parts.map(reduce), 1);
  const states = parts.flatMap((part, k) => {
    const out = { ...part, a: part.a.slice(), b: part.b.slice() };
    loop(part, out, before[k]!);
    return [...out.b];
  });
  const truth = sequentialPairs(a, b).b;
  return states.every((x, t) => Math.abs(x - truth[t]!) <= 1e-7);
}

/** On 64 pairs: the joins that each scan makes, counted as it runs, are as many as the formulas say. */
export function countedIsFormula({ first: { a, b } }: Run): boolean {
  const xs = Array.from({ length: 64 }, (_, t): Pair => [a[t]!, b[t]!]);
  const n = xs.length;
  const both = [
    [sequentialScan(xs, operator), scanCost("sequential", n)],
    [hillisSteele(xs, operator), scanCost("hillisSteele", n)],
    [blelloch(xs, operator, { inclusive: true }), scanCost("blellochInclusive", n)],
    [chunkedScan(xs, operator, { chunk: 16 }), scanCost("chunked", n, 16)],
  ] as const;
  return both.every(([did, said]) => did.work === said.work && did.depth === said.depth);
}

/** Whatever has been measured so far came out right. */
export const agrees = ({ measured = [] }: Run): boolean =>
  measured.every(({ error }) => error <= TOLERANCE);

import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import {
  blelloch,
  chunkedScan,
  hillisSteele,
  pairs,
  sequentialScan,
} from "../../src/numerics/scan.ts";
import type { Pair, ScanOptions } from "../../src/numerics/scan.ts";
import { scanCost } from "../../src/numerics/scanCost.ts";
import type { ScanKind } from "../../src/numerics/scanCost.ts";
import { replay, spans } from "../../src/numerics/scanTrace.ts";
import type { Monoid, Scanned } from "../../src/numerics/scanTrace.ts";

const words: Monoid<string> = { identity: "", combine: (a, b) => a + b };
const letters = (n: number) => Array.from({ length: n }, (_, i) => String.fromCharCode(97 + i));
const chunk = fc.integer({ min: 1, max: 80 });
const length = fc.integer({ min: 1, max: 70 });
const real = fc.double({ min: -2, max: 2, noNaN: true });
const pair = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), real);

const kinds: ScanKind[] = [
  "sequential",
  "hillisSteele",
  "blelloch",
  "blellochInclusive",
  "chunked",
];

function run<T>(
  kind: ScanKind,
  xs: T[],
  op: Monoid<T>,
  size: number,
  options: ScanOptions = {},
): Scanned<T> {
  if (kind === "sequential") return sequentialScan(xs, op, options);
  if (kind === "hillisSteele") return hillisSteele(xs, op, options);
  if (kind === "chunked") return chunkedScan(xs, op, { ...options, chunk: size });
  return blelloch(xs, op, { ...options, inclusive: kind === "blellochInclusive" });
}

/** The prefixes by definition: element by element, from the left. */
function prefixes(kind: ScanKind, xs: string[]): string[] {
  const end = kind === "blelloch" ? 0 : 1;
  return xs.map((_, i) => xs.slice(0, i + end).join(""));
}

describe("the pair operator", () => {
  it("composes h ↦ ah + b, the earlier map first", () => {
    fc.assert(
      fc.property(pair, pair, real, ([a1, b1], [a2, b2], h) => {
        const [a, b] = pairs.combine([a1, b1], [a2, b2]);
        expect(a * h + b).toBeCloseTo(a2 * (a1 * h + b1) + b2, 12);
      }),
    );
  });
  it("is associative and has the identity (1, 0)", () => {
    fc.assert(
      fc.property(pair, pair, pair, (x: Pair, y: Pair, z: Pair) => {
        const left = pairs.combine(pairs.combine(x, y), z);
        const right = pairs.combine(x, pairs.combine(y, z));
        expect(left[0]).toBeCloseTo(right[0], 13);
        expect(left[1]).toBeCloseTo(right[1], 13);
        expect(pairs.combine(pairs.identity, x).map((v) => v + 0)).toEqual(x.map((v) => v + 0));
        expect(pairs.combine(x, pairs.identity).map((v) => v + 0)).toEqual(x.map((v) => v + 0));
      }),
    );
  });
  it("is not commutative: swapped operands change the scan", () => {
    expect(pairs.combine([0.5, 1], [0.25, 3])).toEqual([0.125, 3.25]);
    expect(pairs.combine([0.25, 3], [0.5, 1])).toEqual([0.125, 2.5]);
    const swapped: Monoid<Pair> = { identity: [1, 0], combine: (x, y) => pairs.combine(y, x) };
    const xs: Pair[] = [
      [0.5, 1],
      [0.25, 3],
      [0.1, -1],
    ];
    for (const kind of kinds)
      expect(run(kind, xs, swapped, 2).values[2]).not.toEqual(run(kind, xs, pairs, 2).values[2]);
  });
});

describe.each(kinds)("%s", (kind) => {
  it("gives every prefix in order, over any associative operator, for any n and chunk", () => {
    fc.assert(
      fc.property(length, chunk, (n, size) => {
        const xs = letters(n);
        expect(run(kind, xs, words, size).values).toEqual(prefixes(kind, xs));
      }),
    );
  });
  it("agrees with the sequential scan over pairs to 1e-12", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 70 }), chunk, (xs: Pair[], size) => {
        const truth = sequentialScan(xs, pairs).values;
        run(kind, xs, pairs, size).values.forEach(([a, b], i) => {
          const want = kind === "blelloch" ? (truth[i - 1] ?? pairs.identity) : truth[i]!;
          expect(Math.abs(a - want[0])).toBeLessThan(1e-12);
          expect(Math.abs(b - want[1])).toBeLessThan(1e-12);
        });
      }),
    );
  });
  it("counts the work and the depth of the formulas, powers of two or not", () => {
    fc.assert(
      fc.property(length, chunk, (n, size) => {
        let calls = 0;
        const counting = { identity: "", combine: (a: string, b: string) => (calls++, a + b) };
        const { work, depth } = run(kind, letters(n), counting, size);
        expect({ work, depth }).toEqual(scanCost(kind, n, size));
        expect(calls).toBe(work);
      }),
    );
  });
  it("has a trace that replays to the result, with the earlier operand on the left", () => {
    fc.assert(
      fc.property(length, chunk, (n, size) => {
        const xs = letters(n);
        const { values, trace, work, depth } = run(kind, xs, words, size, { trace: true });
        const { rows, values: again } = replay(trace!, xs, words);
        expect(again).toEqual(values);
        expect(rows).toHaveLength(trace!.levels.length + 1);
        const combines = trace!.levels.map(
          (level) => level.steps.filter((step) => step.kind === "combine").length,
        );
        expect(combines.reduce((sum, k) => sum + k, 0)).toBe(work);
        expect(combines.filter((k) => k > 0)).toHaveLength(depth);
        for (const { steps } of trace!.levels)
          expect(new Set(steps.map((step) => step.into)).size).toBe(steps.length);
        // `spans` throws as soon as two operands are not neighbours in order.
        const covered = replay(
          trace!,
          xs.map((_, i) => ({ from: i, to: i })),
          spans,
        ).values;
        covered.forEach((span, i) => {
          const to = kind === "blelloch" ? i - 1 : i;
          expect(span).toEqual(to < 0 ? null : { from: 0, to });
        });
      }),
    );
  });
});

describe("a scan", () => {
  it("costs what the textbook says for 32 elements", () => {
    expect(scanCost("sequential", 32)).toEqual({ work: 31, depth: 31 });
    expect(scanCost("hillisSteele", 32)).toEqual({ work: 129, depth: 5 });
    expect(scanCost("blelloch", 32)).toEqual({ work: 62, depth: 10 });
    expect(scanCost("blellochInclusive", 32)).toEqual({ work: 94, depth: 11 });
    expect(scanCost("chunked", 32, 8)).toEqual({ work: 54, depth: 17 });
  });
  it("over matrices keeps the order too", () => {
    const matrices: Monoid<number[]> = {
      identity: [1, 0, 0, 1],
      combine: ([a, b, c, d] = [], [e, f, g, h] = []) => [
        e! * a! + f! * c!,
        e! * b! + f! * d!,
        g! * a! + h! * c!,
        g! * b! + h! * d!,
      ],
    };
    const xs = Array.from({ length: 13 }, (_, i) => [1, i % 3, (i * 7) % 5, 1]);
    const truth = sequentialScan(xs, matrices).values;
    expect(hillisSteele(xs, matrices).values).toEqual(truth);
    expect(blelloch(xs, matrices, { inclusive: true }).values).toEqual(truth);
    expect(chunkedScan(xs, matrices, { chunk: 5 }).values).toEqual(truth);
  });
  it("goes wrong, and differs by tree, where the operator is not associative", () => {
    const halfway: Monoid<number> = { identity: 0, combine: (a, b) => (a + b) / 2 };
    const xs = [8, 4, 2, 6];
    expect(hillisSteele(xs, halfway).values).not.toEqual(sequentialScan(xs, halfway).values);
  });
  it("refuses bad arguments by name", () => {
    expect(() => sequentialScan([], pairs)).toThrow(/^xs must be a non-empty array/);
    expect(() => hillisSteele([1], {} as never)).toThrow(/^op.combine must be/);
    expect(() => blelloch(["a"], { combine: words.combine } as never)).toThrow(/^op.identity must/);
    for (const bad of [0, -1, 1.5, Number.NaN, Infinity])
      expect(() => chunkedScan([1, 2], { combine: Math.max }, { chunk: bad })).toThrow(
        /^chunk must/,
      );
    expect(() => scanCost("chunked", 4)).toThrow(/^chunk must/);
    expect(() => scanCost("sequential", 0)).toThrow(/^n must/);
    expect(() => scanCost("magic" as never, 4)).toThrow(/^kind must/);
    const { trace } = sequentialScan([1, 2], { combine: Math.max }, { trace: true });
    expect(() => replay(trace!, [1], { combine: Math.max })).toThrow(/^xs must be of length 2/);
    expect(sequentialScan([1, 2], { combine: Math.max }).trace).toBeUndefined();
    expect(chunkedScan([1, 2], { combine: Math.max }, { chunk: 1e15 }).values).toEqual([1, 2]);
  });
});

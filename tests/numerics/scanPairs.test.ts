import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { generator } from "../../src/numerics/random.ts";
import { pairs, sequentialScan } from "../../src/numerics/scan.ts";
import {
  blellochPairs,
  chunkedPairs,
  hillisSteelePairs,
  pairStates,
  scanPairs,
  sequentialPairs,
} from "../../src/numerics/scanPairs.ts";
import type { Pairs } from "../../src/numerics/scanPairs.ts";

function sample(n: number, seed: number): Pairs {
  const { uniform, normal } = generator(seed);
  return {
    a: Float64Array.from({ length: n }, () => (uniform() < 0.1 ? 0 : 2 * uniform() - 1)),
    b: Float64Array.from({ length: n }, normal),
  };
}

const scans: Record<
  string,
  (a: Float64Array, b: Float64Array, chunk: number, into?: Pairs) => Pairs
> = {
  scanPairs: (a, b, _, into) => scanPairs(a, b, into && { into }),
  hillisSteelePairs: (a, b, _, into) => hillisSteelePairs(a, b, into && { into }),
  blellochPairs: (a, b, _, into) => blellochPairs(a, b, { inclusive: true, ...(into && { into }) }),
  chunkedPairs: (a, b, chunk, into) => chunkedPairs(a, b, { chunk, ...(into && { into }) }),
  sequentialPairs: (a, b, _, into) => sequentialPairs(a, b, into && { into }),
};
const length = fc.integer({ min: 1, max: 300 });
const chunk = fc.integer({ min: 1, max: 400 });
const seed = fc.integer({ min: 0, max: 1e6 });

describe.each(Object.keys(scans))("%s", (name) => {
  const scan = scans[name]!;
  it("equals the sequential generic scan to 1e-12, for any length and chunk, also in place", () => {
    fc.assert(
      fc.property(length, chunk, seed, (n, size, s) => {
        const { a, b } = sample(n, s);
        const truth = sequentialScan(
          Array.from(a, (x, i) => [x, b[i]!] as const),
          pairs,
        ).values;
        const out = scan(a, b, size);
        expectClose(
          out.a,
          truth.map(([x]) => x),
          1e-12,
        );
        expectClose(
          out.b,
          truth.map(([, x]) => x),
          1e-12,
        );
        const place = { a: a.slice(), b: b.slice() };
        expect(scan(place.a, place.b, size, place)).toBe(place);
        expect(place).toEqual(out);
      }),
    );
  });
  it("refuses bad input by name, and lets no overflow through", () => {
    const x = new Float64Array([1, 2]);
    expect(() => scan(new Float64Array(), x, 1)).toThrow(/^a must be a non-empty Float64Array/);
    expect(() => scan([1] as never, x, 1)).toThrow(/^a must be/);
    expect(() => scan(x, x.subarray(1), 1)).toThrow(/^b must be of length 2, as a, got length 1/);
    expect(() => scan(x, x, 1, { a: x, b: x.subarray(1) })).toThrow(/^into.b must be of length 2/);
    fc.assert(
      fc.property(
        length,
        chunk,
        fc.nat(299),
        fc.constantFrom(Number.NaN, Infinity),
        fc.boolean(),
        (n, size, at, bad, first) => {
          const { a, b } = sample(n, 1);
          (first ? a : b)[at % n] = bad;
          expect(() => scan(a, b, size)).toThrow(
            first ? /^a\[\d+\] must be a finite/ : /^b\[\d+\] must be a finite/,
          );
        },
      ),
    );
    const huge = new Float64Array([1e200, 1e200, 1e-300, 1e-300, 0, 1, 1]);
    expect(() => scan(huge, new Float64Array(7), 2)).toThrow(
      /^prefix 1 of \(a, b\) must be finite/,
    );
  });
});

/** What came of a scan: finite numbers, numbers that are not, or an error. */
function outcome(scan: () => Pairs): string {
  try {
    const { a, b } = scan();
    return [...a, ...b].every(Number.isFinite) ? "finite" : "not finite";
  } catch (error) {
    return String(error);
  }
}

describe("pairs", () => {
  it("exclusive Blelloch is the inclusive scan shifted by one", () => {
    fc.assert(
      fc.property(length, seed, (n, s) => {
        const { a, b } = sample(n, s);
        const all = sequentialPairs(a, b);
        const out = blellochPairs(a, b);
        expect(out.b[0]).toBe(0);
        expectClose(out.a, [1, ...all.a.subarray(0, n - 1)], 1e-12);
        expectClose(out.b, [0, ...all.b.subarray(0, n - 1)], 1e-12);
      }),
    );
  });
  it("give the states from any start: h = a·h0 + b of the prefixes", () => {
    const { a, b } = sample(100, 3);
    const all = scanPairs(a, b);
    expectClose(
      pairStates(a, b, 5),
      all.a.map((x, i) => x * 5 + all.b[i]!),
      1e-12,
    );
    expect(() => pairStates(a, b, Number.NaN)).toThrow(/^h0 must be a finite number/);
    expect(() => pairStates(new Float64Array([2, 1e308]), new Float64Array([2, 0]), 1e308)).toThrow(
      /^prefix/,
    );
  });
  it("overflows, zeros and powers never let NaN or infinity leave", () => {
    const wild = fc.array(
      fc.tuple(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(wild, chunk, (xs, size) => {
        const a = Float64Array.from(xs, ([x]) => x);
        const b = Float64Array.from(xs, ([, x]) => x);
        for (const scan of Object.values(scans)) {
          expect(outcome(() => scan(a, b, size))).toMatch(/^finite$|^RangeError: prefix/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

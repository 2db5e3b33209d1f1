import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  leastNormRecall,
  middles,
  project,
  recall,
  reconstruct,
  remember,
} from "../../src/models/hippo.ts";
import { identity } from "../../src/numerics/matrix.ts";
import { row, sample, signal } from "./hippoCases.ts";

describe("rules that blow up say so", () => {
  it("Euler swings to 1e44 at N = 64 before it recovers: `peak`", () => {
    const f = sample(signal, 512);
    const euler = remember(f, 64, { rule: "euler" });
    expect(euler.finite).toBe(512);
    expect(euler.peak).toBeGreaterThan(1e40);
    for (const rule of ["bilinear", "backward", "zoh", "exact"] as const)
      expect(remember(f, 64, { rule }).peak).toBeLessThan(1.3); // max|f|: Bessel
  });

  it("LTI Euler past the range of Float64: rows from `finite` on are zero, none is NaN", () => {
    const memory = remember(new Float64Array(500).fill(1), 32, {
      measure: "legs-lti",
      rule: "euler",
      dt: 1,
    });
    expect(memory.finite).toBeGreaterThan(100);
    expect(memory.finite).toBeLessThan(500);
    expect(memory.data.every(Number.isFinite)).toBe(true);
    expect(memory.data.subarray(memory.finite * 32).every((x) => x === 0)).toBe(true);
    expect(row(memory, memory.finite - 1).some((x) => Math.abs(x) > 1e290)).toBe(true);
  });
});

describe("bad arguments throw at once with name and expectation", () => {
  const f = new Float64Array(4);
  const call = (options: object) => () => remember(f, 3, options);

  it("remember", () => {
    expect(() => remember(new Float64Array(0), 3)).toThrow(
      "the length of f must be a whole number of at least 1, got 0",
    );
    expect(() => remember([1, 2] as unknown as Float64Array, 3)).toThrow(
      "f must be a Float64Array, got an array",
    );
    expect(() => remember(new Float64Array([0, Number.NaN]), 3)).toThrow(
      "f[1] must be a finite number, got NaN",
    );
    for (const N of [0, -1, 1.5, Number.NaN, Infinity])
      expect(() => remember(f, N)).toThrow(/N must be a whole number|cols must be/);
    expect(call({ rule: "rk4" })).toThrow(
      "rule must be euler, backward, bilinear, zoh, exact, got rk4",
    );
    expect(call({ measure: "chebyshev" })).toThrow(/measure must be legs, .*got chebyshev/);
    expect(call({ measure: "legt", rule: "exact" })).toThrow(
      "rule must be zoh for this measure, got exact",
    );
    for (const dt of [0, -1, Number.NaN, Infinity]) expect(call({ dt })).toThrow(/dt must be/);
    expect(call({ measure: "random", seed: 0.5 })).toThrow(/seed must be/);
  });

  it("reconstruct, recall, project, leastNormRecall", () => {
    expect(() => reconstruct(new Float64Array(0), f)).toThrow(/length of c must be/);
    expect(() => reconstruct(f, new Float64Array([1.1]))).toThrow(
      "at[0] must be from 0 to 1, got 1.1",
    );
    expect(() => recall(f, new Float64Array([2]), "legt")).toThrow(
      "ages[0] must be from 0 to 1, got 2",
    );
    expect(() => recall(f, new Float64Array([-1]), "lagt")).toThrow(
      "ages[0] must be at least 0, got -1",
    );
    expect(() => recall(f, f, "legs")).toThrow(/measure must be legs-lti/);
    expect(() => project(f, 0)).toThrow(/N must be/);
    expect(() => middles(0)).toThrow(/L must be/);
    expect(() => leastNormRecall(identity(2), f, 3)).toThrow(/B must be/);
  });

  it("whatever comes in, it returns finite numbers or throws a RangeError, and never hangs", () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -2, max: 12 }), fc.constant(1e308));
    const options = fc.record(
      {
        measure: fc.constantFrom("legs", "legs-lti", "legt", "lagt", "fout", "random", "x"),
        rule: fc.constantFrom("euler", "backward", "bilinear", "zoh", "exact", ""),
        dt: anyNumber,
        seed: fc.integer(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(anyNumber, { maxLength: 8 }),
        fc.integer({ min: -1, max: 9 }),
        options,
        (u, N, o) => {
          try {
            const memory = remember(Float64Array.from(u), N, o as Parameters<typeof remember>[2]);
            expect(memory.data.every(Number.isFinite)).toBe(true);
            expect(memory.finite).toBeLessThanOrEqual(u.length);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

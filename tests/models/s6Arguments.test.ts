import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { s6Sample } from "./s6Sample.ts";
import { s6Step, selectiveScan } from "../../src/models/s6.ts";
import { selectivePairs } from "../../src/models/s6Pairs.ts";
import type { S6Input, S6Options, S6Output } from "../../src/models/s6.ts";
import { selectiveScanChunked } from "../../src/models/s6Chunked.ts";

const rule = fc.constantFrom("simplified" as const, "zoh" as const);

/** What came of a scan: finite numbers, numbers that are not, or an error. */
function outcome(run: () => S6Output): string {
  try {
    const { y, last } = run();
    return [...y, ...last].every(Number.isFinite) ? "finite" : "not finite";
  } catch (error) {
    return String(error);
  }
}

describe("bad arguments", () => {
  const s = s6Sample(1, [4, 2, 3], true);
  const all = [
    selectiveScan,
    (x: S6Input, o?: S6Options) => selectiveScanChunked(x, { ...o, chunk: 2 }),
  ];
  it.each(all)("throw at once and by name (%#)", (scan) => {
    for (const name of ["u", "delta", "A", "B", "C", "D", "z"] as const) {
      const wrong = new RegExp(`^${name} must be a Float64Array of length \\d+, got length 1`);
      expect(() => scan({ ...s, [name]: new Float64Array(1) })).toThrow(wrong);
      const bad = s[name]!.slice();
      bad[1] = Number.NaN;
      expect(() => scan({ ...s, [name]: bad })).toThrow(
        new RegExp(`^${name}\\[1\\] must be a finite`),
      );
      expect(() => scan({ ...s, [name]: [1] as never })).toThrow(
        new RegExp(`^${name} must be a Float64Array`),
      );
    }
    for (const name of ["L", "channels", "states"] as const)
      for (const bad of [0, -1, 1.5, Number.NaN])
        expect(() => scan({ ...s, [name]: bad })).toThrow(
          new RegExp(`^${name} must be a whole number`),
        );
    expect(() => scan({ ...s, delta: s.delta.map((x) => -x) })).toThrow(
      /^delta\[0\] must be a step size/,
    );
    expect(() => scan(s, { rule: "euler" as never })).toThrow(/^rule must be/);
    expect(() => scan(s, { h0: new Float64Array(5) })).toThrow(/^h0 must be/);
    expect(() => scan(s, { softplus: true, deltaBias: new Float64Array(3) })).toThrow(
      /^deltaBias must/,
    );
    expect(() => scan(s, { deltaBias: new Float64Array(2) })).toThrow(/^deltaBias must be given/);
    expect(() => scan(null as never)).toThrow(/^input must be/);
    expect(() => scan({ ...s, A: s.A.map(() => 1000), delta: s.delta.map(() => 1) })).toThrow(
      /must be finite/,
    );
  });
  it("also where there is one token, one state, one chunk", () => {
    const token = {
      u: s.u.slice(0, 2),
      delta: s.delta.slice(0, 2),
      B: s.B.slice(0, 3),
      C: s.C.slice(0, 3),
    };
    expect(() => s6Step(s, new Float64Array(5), token)).toThrow(/^h must be/);
    expect(() => s6Step(s, new Float64Array(6), { ...token, u: s.u })).toThrow(/^u must be/);
    expect(() => selectivePairs(s, 2, 0)).toThrow(/^channel must be below 2/);
    expect(() => selectivePairs(s, 0, 3)).toThrow(/^state must be below 3/);
    expect(() => selectiveScanChunked(s, { chunk: 0 })).toThrow(/^chunk must be/);
  });
  it("never let NaN or infinity leave, whatever comes", () => {
    const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(wild, { minLength: 7, maxLength: 7 }),
        rule,
        fc.boolean(),
        (x, rule, softplus) => {
          const at = (i: number, n: number) => new Float64Array(n).fill(x[i]!);
          const input = {
            L: 5,
            channels: 1,
            states: 5,
            u: at(0, 5),
            delta: at(1, 5).map(softplus ? Number : Math.abs),
            A: at(2, 5),
            B: at(3, 25),
            C: at(4, 25),
            D: at(5, 1),
            z: at(6, 5),
          };
          expect(outcome(() => selectiveScan(input, { rule, softplus }))).toMatch(
            /^finite|^RangeError/,
          );
          expect(outcome(() => selectiveScanChunked(input, { rule, softplus, chunk: 2 }))).toMatch(
            /^finite|^RangeError/,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

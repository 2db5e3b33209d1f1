import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { SingularValueDecomposition } from "ml-matrix";
import { expectClose } from "../near.ts";
import { generator } from "../../src/numerics/random.ts";
import { toRows } from "../../src/numerics/matrix.ts";
import { ssdChunked, ssdMatrix, ssdRecurrence } from "../../src/models/ssd.ts";
import type { Ssd } from "../../src/models/ssd.ts";
import { selectiveScan } from "../../src/models/s6.ts";

function sample(seed: number, L: number, states: number, width: number): Ssd {
  const { uniform, normal } = generator(seed);
  const fill = (n: number) => Float64Array.from({ length: n }, normal);
  const a = Float64Array.from({ length: L }, uniform);
  return { L, states, width, a, B: fill(L * states), C: fill(L * states), x: fill(L * width) };
}
const sizes = [
  fc.integer({ min: 0, max: 1e6 }),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 1, max: 5 }),
] as const;

describe("SSD", () => {
  it("recurrence = matrix = chunks of any length", () => {
    fc.assert(
      fc.property(...sizes, fc.integer({ min: 1, max: 50 }), (seed, L, N, P, chunk) => {
        const s = sample(seed, L, N, P);
        const y = ssdRecurrence(s);
        const M = ssdMatrix(s);
        const product = new Float64Array(L * P);
        for (let i = 0; i < L; i++)
          for (let j = 0; j < L; j++)
            for (let p = 0; p < P; p++) product[i * P + p]! += M.data[i * L + j]! * s.x[j * P + p]!;
        expect(y).toHaveLength(L * P);
        expectClose(product, y, 1e-12);
        expectClose(ssdChunked(s, chunk), y, 1e-12);
      }),
    );
  });
  it("is S6 with one decay for all states", () => {
    const [L, N, P] = [20, 3, 4];
    const s = sample(1, L, N, P);
    const delta = Float64Array.from(
      { length: L * P },
      (_, i) => -Math.log(s.a[Math.floor(i / P)]!),
    );
    const { y } = selectiveScan({
      L,
      channels: P,
      states: N,
      delta,
      u: s.x.map((x, i) => x / delta[i]!),
      A: new Float64Array(P * N).fill(-1),
      B: s.B,
      C: s.C,
      D: new Float64Array(P),
    });
    expectClose(y, ssdRecurrence(s), 1e-12);
    expect(y).toHaveLength(L * P);
  });
  it("has lower off-diagonal blocks of rank at most N, and nothing above the diagonal", () => {
    const rows = toRows(ssdMatrix(sample(2, 24, 3, 1)));
    const block = rows.slice(12).map((row) => row.slice(0, 12));
    expect(new SingularValueDecomposition(block).rank).toBeLessThanOrEqual(3);
    rows.forEach((row, i) => expect(row.slice(i + 1).every((x) => x === 0)).toBe(true));
    expect(
      ssdMatrix({
        ...sample(3, 2, 1, 1),
        a: new Float64Array([9, 0.5]),
        B: new Float64Array([2, 1]),
        C: new Float64Array([1, 3]),
      }).data,
    ).toEqual(new Float64Array([2, 0, 3, 3]));
  });
  it("refuses bad arguments by name", () => {
    const s = sample(4, 5, 2, 3);
    for (const name of ["a", "B", "C", "x"] as const)
      for (const run of [ssdRecurrence, ssdMatrix, (t: Ssd) => ssdChunked(t, 2)])
        expect(() => run({ ...s, [name]: new Float64Array(1) })).toThrow(
          new RegExp(`^${name} must be`),
        );
    for (const name of ["L", "states", "width"] as const)
      expect(() => ssdRecurrence({ ...s, [name]: 0 })).toThrow(new RegExp(`^${name} must be`));
    expect(() => ssdChunked(s, 0)).toThrow(/^chunk must be/);
    expect(() => ssdRecurrence({ ...s, a: s.a.map(() => 1e200) })).toThrow(/must be finite/);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { selectiveScan } from "../../src/models/s6.ts";
import { selectiveScanBackward } from "../../src/models/s6Backward.ts";
import { reverseScan } from "../../src/numerics/reverseScan.ts";
import { scanPairs } from "../../src/numerics/scanPairs.ts";

const numbers = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });

test("the gradients are those of finite differences", () => {
  const row = fc.tuple(numbers(-1.1, 1.1), numbers(-2, 2), numbers(-2, 2));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const [a, b, s] = [0, 1, 2].map((k) => Float64Array.from(rows, (r) => r[k]!)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const loss = (a: Float64Array, b: Float64Array) =>
        scanPairs(a, b).b.reduce((sum, h, t) => sum + s[t]! * h, 0);
      const { adjoint, da } = reverseScan(a, scanPairs(a, b).b, s);
      // The loss is linear in each number alone, so half a step up and down is exact.
      const slope = (x: Float64Array, t: number, of: (x: Float64Array) => number) =>
        of(x.with(t, x[t]! + 0.5)) - of(x.with(t, x[t]! - 0.5));
      a.forEach((_, t) => {
        expect(Math.abs(adjoint[t]! - slope(b, t, (x) => loss(a, x)))).toBeLessThan(1e-9);
        expect(Math.abs(da[t]! - slope(a, t, (x) => loss(x, b)))).toBeLessThan(1e-9);
      });
    }),
  );
});

test("one state's gradients are those of the selective scan's backward pass", () => {
  const L = 9;
  const of = (f: (t: number) => number) => Float64Array.from({ length: L }, (_, t) => f(t));
  const input = {
    L,
    channels: 1,
    states: 1,
    u: of((t) => Math.sin(t + 1)),
    delta: of((t) => 0.2 + 0.1 * (t % 4)),
    A: Float64Array.of(-0.7),
    B: of((t) => 1 + 0.3 * Math.cos(t)),
    C: of((t) => Math.cos(2 * t)),
    D: Float64Array.of(0),
  };
  const dy = of((t) => 1 / (t + 1));
  const grads = selectiveScanBackward(input, dy);
  const a = input.delta.map((d) => Math.exp(-0.7 * d));
  const b = of((t) => input.delta[t]! * input.B[t]! * input.u[t]!);
  const { adjoint, da } = reverseScan(
    a,
    scanPairs(a, b).b,
    of((t) => dy[t]! * input.C[t]!),
  );
  expect(selectiveScan(input).last[0]).toBeCloseTo(scanPairs(a, b).b[L - 1]!, 12);
  const dA = da.reduce((sum, x, t) => sum + x * input.delta[t]! * a[t]!, 0);
  expect(grads.A[0]).toBeCloseTo(dA, 12);
  adjoint.forEach((g, t) => {
    expect(grads.B[t]).toBeCloseTo(g * input.delta[t]! * input.u[t]!, 12);
  });
});

test("rows of unequal length are refused", () => {
  const two = new Float64Array(2);
  expect(() => reverseScan(two, two, new Float64Array(3))).toThrow(RangeError);
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remnants } from "../../src/models/variation.ts";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const sum = (v: Float64Array) => v.reduce((total, x) => total + x, 0);
const even = (n: number, to: number) => Array.from({ length: n + 1 }, (_, k) => (k / n) * to);

describe("remnants", () => {
  it("add up to the integral, which for a cosine is known: (a cos − …)/(a² + w²)", () => {
    fc.assert(
      fc.property(real(-8, -0.1), real(-2, 2), real(0.1, 6), real(0.05, 2), (a, b, w, T) => {
        // ∫ e^{a(T − s)} cos(ws) ds = (w sin wT − a cos wT + a e^{aT}) / (a² + w²)
        const whole = w * Math.sin(w * T) - a * Math.cos(w * T) + a * Math.exp(a * T);
        const parts = remnants({ a, b }, (s) => Math.cos(w * s), even(24, T));
        expect(sum(parts)).toBeCloseTo((b * whole) / (a * a + w * w), 12);
      }),
    );
  });

  it("are each the slice's own integral, faded to the end", () => {
    const [a, T] = [-3, 0.3];
    const parts = remnants({ a, b: 2 }, () => 1, [0, 0.1, T]);
    // 2 (e^{−0.2·3} − e^{−0.3·3})/3 and 2 (1 − e^{−0.2·3})/3
    expect(parts[0]).toBeCloseTo((2 * (Math.exp(-0.6) - Math.exp(-0.9))) / 3, 14);
    expect(parts[1]).toBeCloseTo((2 * (1 - Math.exp(-0.6))) / 3, 14);
  });

  it("mind a corner that they are told of, and only then are exact", () => {
    // ∫ |s − 0.3| ds from 0 to 1 = (0.09 + 0.49) / 2
    const bent = (s: number) => Math.abs(s - 0.3);
    const at = (corners: readonly number[]) =>
      Math.abs(sum(remnants({ a: 0, b: 1 }, bent, [0, 1], corners)) - 0.29);
    expect(at([0.3])).toBeLessThan(1e-15);
    expect(at([])).toBeGreaterThan(1e-4);
  });

  it("refuse edges that do not ascend", () => {
    expect(() => remnants({ a: -1, b: 1 }, () => 1, [0, 1, 1])).toThrow(/edges.*ascending/);
  });
});

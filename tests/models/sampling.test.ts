import fc from "fast-check";
import { expect, test } from "vitest";
import { chances, drawn, largest } from "../../src/models/sampling.ts";
import { generator } from "../../src/numerics/random.ts";

const logits = fc
  .array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((x) => Float64Array.from(x));
const warm = fc.double({ min: 0.05, max: 3, noNaN: true });

test("at temperature 1 they are the softmax", () => {
  const [a, b, c] = chances(Float64Array.of(1, 2, 0.5), 1);
  const all = Math.E + Math.E ** 2 + Math.sqrt(Math.E);
  expect(a).toBeCloseTo(Math.E / all, 14);
  expect(b).toBeCloseTo(Math.E ** 2 / all, 14);
  expect(c).toBeCloseTo(Math.sqrt(Math.E) / all, 14);
});

test("of two that may be drawn, the ratio is e to their difference by the temperature; the others have none", () => {
  fc.assert(
    fc.property(logits, warm, fc.integer({ min: 0, max: 40 }), (l, T, most) => {
      const p = chances(l, T, most);
      expect(Math.abs(p.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-12);
      const taken = largest(l, most || l.length);
      expect(p.filter((x) => x > 0).length).toBeLessThanOrEqual(taken.length);
      const [top] = taken;
      for (const id of taken) {
        const ratio = Math.exp((l[id]! - l[top!]!) / T);
        expect(Math.abs(p[id]! / p[top!]! - ratio)).toBeLessThan(1e-12);
      }
      for (let id = 0; id < l.length; id++) if (!taken.includes(id)) expect(p[id]).toBe(0);
    }),
  );
});

test("temperature 0 and one token alone are the largest, the first of equals", () => {
  const l = Float64Array.of(0, 3, 3, -1);
  expect([...chances(l, 0)]).toEqual([0, 1, 0, 0]);
  expect([...chances(l, 0.7, 1)]).toEqual([0, 1, 0, 0]);
  expect(largest(l, 3)).toEqual([1, 2, 0]);
});

test("draws as often as is probable, and never what is not", () => {
  const p = chances(Float64Array.of(0, 1, 2, -50), 1, 3);
  const { uniform } = generator(5);
  const times = [0, 0, 0, 0];
  for (let k = 0; k < 20_000; k++) times[drawn(p, uniform())]!++;
  times.forEach((n, id) => expect(Math.abs(n / 20_000 - p[id]!)).toBeLessThan(0.01));
  expect(times[3]).toBe(0);
  expect(drawn(p, 1 - 2 ** -53)).toBe(2);
  expect(drawn(p, 0)).toBe(0);
});

test("says what is wrong", () => {
  expect(() => chances(Float64Array.of(1), -1)).toThrow("temperature must be at least 0, got -1");
  expect(() => chances(Float64Array.of(1), NaN)).toThrow(/temperature must be a finite number/);
  expect(() => chances(Float64Array.of(1), 1, -2)).toThrow(/most must be a whole number/);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  draw,
  type FilterElement,
  filter,
  filterElements,
  joinElements,
  type KalmanModel,
  parallelFilter,
  stretches,
} from "../../src/models/kalman.ts";
import { normFro, subtract } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { blelloch, chunkedScan } from "../../src/numerics/scan.ts";
import { models, seriesOf } from "./kalmanCases.ts";

const off = (a: Matrix, b: Matrix) => normFro(subtract(a, b)) / Math.max(1, normFro(b));
const parts = ["A", "b", "C", "eta", "J"] as const;
const furthest = (x: FilterElement, y: FilterElement) =>
  Math.max(...parts.map((part) => off(x[part], y[part])));

test("it is the filter run one by one, to 1e-10, missing rows and all", () => {
  fc.assert(
    fc.property(models, fc.integer({ min: 1, max: 40 }), (made, L) => {
      const y = seriesOf(made, L);
      const one = filter(made.model, y);
      const many = parallelFilter(made.model, y);
      expect(off(many.mean, one.filteredMean)).toBeLessThan(1e-10);
      many.cov.forEach((C, t) => expect(off(C, one.filteredCov[t]!)).toBeLessThan(1e-10));
    }),
  );
});

test("so are the other scans: any grouping gives the same", () => {
  fc.assert(
    fc.property(models, fc.integer({ min: 1, max: 20 }), (made, L) => {
      const y = seriesOf(made, L);
      const elements = filterElements(made.model, y);
      const op = stretches(made.model.A.rows);
      const want = filter(made.model, y);
      for (const { values } of [
        blelloch(elements, op, { inclusive: true }),
        chunkedScan(elements, op, { chunk: 3 }),
      ])
        values.forEach(({ b, C }, t) => {
          const mean = want.filteredMean.data.slice(t * b.rows, (t + 1) * b.rows);
          expect(off(b, { ...b, data: mean })).toBeLessThan(1e-10);
          expect(off(C, want.filteredCov[t]!)).toBeLessThan(1e-10);
        });
    }),
    { numRuns: 40 },
  );
});

test("joining is associative, and no time at all changes nothing", () => {
  fc.assert(
    fc.property(models, (made) => {
      const [, x, y, z] = filterElements(made.model, seriesOf(made, 4)) as [
        FilterElement,
        FilterElement,
        FilterElement,
        FilterElement,
      ];
      const left = joinElements(joinElements(x, y), z);
      expect(furthest(left, joinElements(x, joinElements(y, z)))).toBeLessThan(1e-9);
      const none = stretches(made.model.A.rows).identity!;
      expect(furthest(joinElements(none, x), x)).toBeLessThan(1e-12);
      expect(furthest(joinElements(x, none), x)).toBeLessThan(1e-12);
    }),
  );
});

const scalar = (Q: number): KalmanModel => ({
  A: fromRows([[0.5]]),
  C: fromRows([[1]]),
  Q: fromRows([[Q]]),
  R: fromRows([[1]]),
  m0: Float64Array.of(0),
  P0: fromRows([[1]]),
});

test("one step by hand", () => {
  const [first, second] = filterElements(scalar(1), fromRows([[2], [4]])) as [
    FilterElement,
    FilterElement,
  ];
  const numbers = (e: FilterElement) => parts.map((part) => e[part].data[0]!);
  // K = 1/2: half of the way to 2, and the variance is halved; nothing came before.
  expect(numbers(first)).toEqual([0, 1, 0.5, 0, 0]);
  // S = 2, K = 1/2: (1 − K) A = 0.25, K y = 2, (1 − K) Q = 0.5, A y/S = 1, A²/S = 0.125.
  expect(numbers(second)).toEqual([0.25, 2, 0.5, 1, 0.125]);
  // 1 + C J = 1.0625: b = 0.25 (1 + 0.5)/1.0625 + 2, C = 0.0625 · 0.5/1.0625 + 0.5.
  const both = numbers(joinElements(first, second));
  expect(both[0]).toBe(0);
  expect(both[1]).toBeCloseTo(2 + 0.375 / 1.0625, 14);
  expect(both[2]).toBeCloseTo(0.5 + 0.03125 / 1.0625, 14);
});

test("without process noise A and b are joined as in any linear recurrence", () => {
  const y = draw(scalar(0.3), 3, generator(4)).observations;
  const [, x, z] = filterElements(scalar(0), y) as [FilterElement, FilterElement, FilterElement];
  const both = joinElements(x, z);
  expect(both.A.data[0]).toBeCloseTo(z.A.data[0]! * x.A.data[0]!, 14);
  expect(both.b.data[0]).toBeCloseTo(z.A.data[0]! * x.b.data[0]! + z.b.data[0]!, 14);
});

test("a diffuse start is refused by name", () => {
  const model = { ...scalar(1), diffuse: identity(1) };
  expect(() => filterElements(model, fromRows([[1], [2]]))).toThrow(/diffuse/);
});

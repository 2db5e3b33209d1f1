import fc from "fast-check";
import { expect, test } from "vitest";
import { addUp, deltaRule, learnWeights } from "../../src/models/weightRules.ts";
import { solve } from "../../src/numerics/solve.ts";
import { fromRows, type Matrix } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";

const rules = { beta: 0.5, R: 0.2, Q: 0, P0: 3 };

/** L pairs for n weights, as a seed has them. */
function pairs(seed: number, L: number, n: number) {
  const { normal } = generator(seed);
  const draw = (length: number) => Float64Array.from({ length }, normal);
  return { C: { rows: L, cols: n, data: draw(L * n) }, y: draw(L) };
}
const row = ({ data, cols }: Matrix, t: number) =>
  Array.from(data.slice(t * cols, t * cols + cols));

test("one step of each rule, by hand", () => {
  const [h, C] = [Float64Array.of(1, 2), Float64Array.of(0.6, 0.8)];
  // C h = 2.2, so 3 is 0.8 more than expected.
  expect(Array.from(deltaRule(h, C, 3, 0.5))).toEqual(
    [1 + 0.5 * 0.6 * 0.8, 2 + 0.5 * 0.8 * 0.8].map((x) => expect.closeTo(x, 14)),
  );
  expect(Array.from(addUp(h, C, 3, 0.5))).toEqual([1.9, 3.2].map((x) => expect.closeTo(x, 14)));
});

test("with weights that stand still the filter is ridge regression", () => {
  fc.assert(
    fc.property(
      fc.nat(1e6),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (seed, L, n) => {
        const { C, y } = pairs(seed, L, n);
        const { kalman } = learnWeights({ C, y }, rules);
        // argmin Σ (y − C h)²/R + |h|²/P0
        const G = Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => {
            let sum = i === j ? rules.R / rules.P0 : 0;
            for (let t = 0; t < L; t++) sum += C.data[t * n + i]! * C.data[t * n + j]!;
            return sum;
          }),
        );
        const b = Array.from({ length: n }, (_, i) => [
          y.reduce((sum, z, t) => sum + z * C.data[t * n + i]!, 0),
        ]);
        const best = Array.from(solve(fromRows(G), fromRows(b)).data);
        row(kalman, L).forEach((h, i) => expect(h).toBeCloseTo(best[i]!, 8));
      },
    ),
  );
});

test("the gain that a scalar filter settles at is the delta rule's rate", () => {
  // One weight, C = 1, Q > 0: P⁻ = P + Q, K = P⁻/(P⁻ + R), P = R K.
  const [Q, R, L] = [0.1, 0.4, 400];
  const y = pairs(7, L, 1).y;
  const C = { rows: L, cols: 1, data: new Float64Array(L).fill(1) };
  const K = (-Q + Math.sqrt(Q * Q + 4 * Q * R)) / (2 * R);
  const { kalman, delta, gain } = learnWeights({ C, y }, { beta: K, R, Q, P0: R * K + Q });
  expect(gain.data[L - 1]).toBeCloseTo(K, 12);
  expect(kalman.data[L]).toBeCloseTo(delta.data[L]!, 10);
});

test("at right angles, each asked once and all noise away, the three agree", () => {
  const C = fromRows([
    [0.6, 0.8],
    [-0.8, 0.6],
  ]);
  const y = Float64Array.of(0.5, -1.25);
  const { kalman, delta, added } = learnWeights({ C, y }, { beta: 1, R: 1e-12, Q: 0, P0: 1 });
  expect(row(delta, 2)).toEqual(row(added, 2));
  row(kalman, 2).forEach((h, i) => expect(h).toBeCloseTo(row(added, 2)[i]!, 10));
});

test("shapes that do not fit are named", () => {
  const { C } = pairs(1, 3, 2);
  expect(() => learnWeights({ C, y: new Float64Array(2) }, rules)).toThrow(/^y /);
  expect(() => learnWeights({ C, y: new Float64Array(3) }, { ...rules, P0: 0 })).toThrow(/P0/);
});

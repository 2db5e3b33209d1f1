import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { causalConvolve } from "../../src/numerics/fft.ts";
import { multiply, transpose } from "../../src/numerics/linalg.ts";
import { generator } from "../../src/numerics/random.ts";
import { solve } from "../../src/numerics/solve.ts";
import {
  bestKernel,
  gatedDelay,
  gatedErrors,
  kernelErrors,
  placedAnywhere,
  placedAt,
} from "../../src/models/fixedKernel.ts";

const sizes = fc.integer({ min: 1, max: 12 }).chain((L) =>
  fc.record({
    L: fc.constant(L),
    K: fc.integer({ min: 1, max: L }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  }),
);

/** K of L steps, every choice equally likely. */
function choose(K: number, L: number, uniform: () => number): number[] {
  const all = Array.from({ length: L }, (_, p) => [uniform(), p] as const);
  return all
    .toSorted((a, b) => a[0] - b[0])
    .slice(0, K)
    .map(([, p]) => p)
    .toSorted((a, b) => a - b);
}

describe("the best fixed kernel", () => {
  it("copies exactly when every value has the same lag: it is the delay", () => {
    for (const first of [0, 2, 5]) {
      const { kernel, errors } = bestKernel(placedAt([first, first + 1, first + 2], 8));
      expect([...errors]).toEqual([0, 0, 0]);
      expect(kernel[8 - first]).toBe(1);
      const u = new Float64Array(11);
      u.set([0.3, -2, 5], first);
      expectClose(causalConvolve(u, kernel).subarray(8), [0.3, -2, 5], 1e-12);
    }
  });

  it("fails on random places: 16 steps, 3 values", () => {
    const { errors } = bestKernel(placedAnywhere(3, 16));
    for (const e of errors) expect(e).toBeGreaterThan(0.6);
  });

  it("no other kernel does better, and its error is what sampling finds", () => {
    const [K, L, rows] = [3, 7, 10000];
    const { uniform, normal } = generator(3);
    const X = { rows: K * rows, cols: L + K, data: new Float64Array(K * rows * (L + K)) };
    const y = { rows: K * rows, cols: 1, data: new Float64Array(K * rows) };
    for (let r = 0; r < rows; r++)
      choose(K, L, uniform).forEach((p, j) => {
        const v = normal();
        for (let i = 0; i < K; i++) X.data[(r * K + i) * (L + K) + L + i - p] = v;
        y.data[r * K + j] = v;
      });
    const G = multiply(transpose(X), X);
    for (let l = 0; l < L + K; l++) if (G.data[l * (L + K) + l] === 0) G.data[l * (L + K) + l] = 1;
    const found = solve(G, multiply(transpose(X), y)).data;
    const { kernel, errors } = bestKernel(placedAnywhere(K, L));
    expectClose(found, kernel, 0.04); // 30,000 equations: a tap varies by some 0.01
    const residual = multiply(X, { rows: L + K, cols: 1, data: found }).data.map(
      (x, i) => x - y.data[i]!,
    );
    errors.forEach((e, i) => {
      const mean = residual.reduce((s, x, at) => s + (at % K === i ? x * x : 0), 0) / rows;
      expect(Math.abs(mean - e)).toBeLessThan(0.06);
    });
  });

  it("moving any tap makes it worse; a law at every size and placement", () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ L, K, seed }, known) => {
        const { uniform, normal } = generator(seed);
        const chances = known ? placedAt(choose(K, L, uniform), L) : placedAnywhere(K, L);
        const { kernel, errors } = bestKernel(chances);
        const total = (e: Float64Array) => e.reduce((a, b) => a + b, 0);
        const other = kernelErrors(
          kernel.map((k) => k + 0.3 * normal()),
          chances,
        );
        expect(total(other)).toBeGreaterThan(total(errors) - 1e-12);
      }),
    );
  });

  it("chances add up: each value stands somewhere, and K steps are taken", () => {
    fc.assert(
      fc.property(sizes, ({ L, K }) => {
        const { data } = placedAnywhere(K, L);
        for (let i = 0; i < K; i++)
          expect(data.subarray(i * L, (i + 1) * L).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        for (let p = 0; p < L; p++)
          expect(data.reduce((s, x, at) => s + (at % L === p ? x : 0), 0)).toBeCloseTo(K / L, 12);
      }),
    );
  });
});

describe("one gate that opens at the tokens", () => {
  it("copies every placement exactly; always open it is a fixed kernel", () => {
    fc.assert(
      fc.property(sizes, ({ L, K, seed }) => {
        const { uniform, normal } = generator(seed);
        const [u, gate] = [new Float64Array(L + K), new Float64Array(L + K).fill(1, L)];
        const places = choose(K, L, uniform);
        for (const p of places) [u[p], gate[p]] = [normal(), 1];
        const { y } = gatedDelay(u, gate, K);
        expectClose(
          y.subarray(L),
          places.map((p) => u[p]!),
          1e-12,
        );
        const delay = new Float64Array(L + K);
        if (K < L + K) delay[K] = 1;
        expectClose(
          gatedDelay(
            u,
            gate.map(() => 1),
            K,
          ).y,
          causalConvolve(u, delay),
          1e-12,
        );
      }),
    );
  });

  it("errs as its answers to a lone 1 at each value say, however far it is open at the blanks", () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), ({ L, K, seed }, blank) => {
        const places = choose(K, L, generator(seed).uniform);
        const gate = Float64Array.from({ length: L + K }, (_, t) =>
          t >= L || places.includes(t) ? 1 : blank,
        );
        const errors = new Float64Array(K);
        places.forEach((p, j) => {
          const { y } = gatedDelay(new Float64Array(L + K).fill(1, p, p + 1), gate, K);
          for (let i = 0; i < K; i++) errors[i]! += (y[L + i]! - Number(i === j)) ** 2;
        });
        expectClose(gatedErrors(places, L, blank), errors, 1e-12);
      }),
    );
  });

  it("refuses what is no gate and no place", () => {
    expect(() => gatedDelay(Float64Array.of(1), Float64Array.of(1.5), 1)).toThrow(
      /^gate\[0\] must be/,
    );
    expect(() => placedAt([1, 1], 4)).toThrow(/^places\[1\] must be/);
    expect(() => placedAt([4], 4)).toThrow(/^places\[0\] must be/);
    expect(() => placedAnywhere(3, 2)).toThrow(/^K must be at most L = 2/);
  });
});

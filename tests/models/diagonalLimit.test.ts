import { describe, expect, test } from "vitest";
import { diagonalGap, measuredGap, otherGap } from "../../src/models/diagonalLimit.ts";
import { continuousResponse } from "../../src/models/frequency.ts";
import { dplr } from "../../src/numerics/dplr.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { normals } from "../../src/numerics/random.ts";

const omega = Float64Array.of(0.05, 0.7, 3, 20, 400);

/** What C (iω − A)⁻¹ B makes of frequencies by elimination, for A = the normal part of LegS less κ QQᵀ. */
function seen(N: number, Q: Float64Array, B: Float64Array, C: Float64Array) {
  const { A, B: column } = legs(N);
  const less = A.data.map((a, i) => {
    const [n, k] = [Math.floor(i / N), i % N];
    return a + (column[n]! * column[k]!) / 2 - Q[n]! * Q[k]!;
  });
  const model = {
    A: { rows: N, cols: N, data: less },
    B: { rows: N, cols: 1, data: B },
    C: { rows: 1, cols: N, data: C },
    D: { rows: 1, cols: 1, data: new Float64Array(1) },
  };
  return continuousResponse(model, omega);
}

const P = (N: number) => legs(N).B.map((b) => b / Math.SQRT2);
const halfB = (N: number) => legs(N).B.map((b) => b / 2);

describe("S4D-LegS beside LegS, frequency by frequency", () => {
  test.each([1, 2, 5, 16])("N = %i: the law, for any row C, by elimination", (N) => {
    const C = normals(N + 3, N);
    const full = seen(N, P(N), legs(N).B, C);
    const diagonal = seen(N, new Float64Array(N), halfB(N), C);
    omega.forEach((w, k) => {
      const gap = Math.hypot(full.re[k]! - diagonal.re[k]!, full.im[k]! - diagonal.im[k]!);
      const size = Math.hypot(diagonal.re[k]!, diagonal.im[k]!);
      expect(gap / size / diagonalGap(N, w)).toBeCloseTo(1, 9);
    });
  });

  test("measured on the first number by the sum over poles, up to 256 of them", () => {
    for (const N of [1, 2, 7, 64, 256])
      measuredGap(dplr(N), omega).forEach((gap, k) =>
        expect(gap / diagonalGap(N, omega[k]!)).toBeCloseTo(1, 9),
      );
  });

  test("another column by Woodbury is what elimination says; with its own signs it is LegS", () => {
    const N = 9;
    const signs = Float64Array.of(1, -1, -1, 1, 1, -1, 1, -1, -1);
    const first = signs.map((_, n) => Number(n === 0));
    const Q = P(N).map((p, n) => p * signs[n]!);
    const full = seen(N, Q, legs(N).B, first);
    const diagonal = seen(N, new Float64Array(N), halfB(N), first);
    otherGap(dplr(N), signs, omega).forEach((found, k) => {
      const gap = Math.hypot(full.re[k]! - diagonal.re[k]!, full.im[k]! - diagonal.im[k]!);
      expect(found).toBeCloseTo(gap / Math.hypot(diagonal.re[k]!, diagonal.im[k]!), 9);
    });
    otherGap(dplr(N), new Float64Array(N).fill(1), omega).forEach((found, k) =>
      expect(found).toBeCloseTo(diagonalGap(N, omega[k]!), 9),
    );
  });
});

import { expect, test } from "vitest";
import { denseKernel } from "../../src/models/s4.ts";
import { s4Stages } from "../../src/models/s4Stages.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { multiply } from "../../src/numerics/linalg.ts";
import { fromRows, type Matrix, toRows } from "../../src/numerics/matrix.ts";
import { normals } from "../../src/numerics/random.ts";
import { inverse } from "../../src/numerics/solve.ts";

const row = (N: number, seed: number) => normals(seed, N);

test("the stages end on the kernel of the definition", () => {
  for (const [N, L, dt] of [
    [4, 8, 0.5],
    [1, 5, 2],
    [3, 1, 0.1],
    [7, 31, 0.04],
    [8, 64, 1],
  ] as const) {
    const C = row(N, N + L);
    const { A, B } = legs(N);
    const bar = discretize(A, { rows: N, cols: 1, data: B }, dt, "bilinear");
    const wanted = denseKernel(bar.A, bar.B.data, C, L);
    const { K } = s4Stages(C, L, dt);
    const size = Math.max(...wanted.map(Math.abs));
    expect(Math.max(...K.map((x, l) => Math.abs(x - wanted[l]!))) / size).toBeLessThan(1e-12);
  }
});

test("S4's golden kernel: LegS, N = 8, L = 16, Δ = 1/16, C_n = cos(n + 1)", () => {
  const C = Float64Array.from({ length: 8 }, (_, n) => Math.cos(n + 1));
  const { K } = s4Stages(C, 16, 1 / 16);
  [-0.047915, -0.215087, -0.1411, -0.016699].forEach((x, l) => expect(K[l]).toBeCloseTo(x, 6));
});

/** A complex matrix as a real one twice as large. */
const doubled = (re: Matrix, shift: { re: number; im: number }): Matrix => {
  const N = re.rows;
  const out = Array.from({ length: 2 * N }, () => Array.from({ length: 2 * N }, () => 0));
  toRows(re).forEach((line, n) =>
    line.forEach((x, k) => {
      const eye = n === k ? 1 : 0;
      out[n]![k] = out[N + n]![N + k] = shift.re * eye - x;
      out[N + n]![k] = shift.im * eye;
      out[n]![N + k] = -shift.im * eye;
    }),
  );
  return fromRows(out);
};

test("at each root the four sums are those of (g − A)⁻¹ with the normal part, and K̂ is C̃(g − A)⁻¹B c", () => {
  const [N, L, dt] = [5, 12, 0.3];
  const C = row(N, 4);
  const { truncated, roots } = s4Stages(C, L, dt);
  const { A, B } = legs(N);
  const normal = fromRows(toRows(A).map((line, n) => line.map((x, k) => x + (B[n]! * B[k]!) / 2)));
  const P = B.map((b) => b * Math.SQRT1_2);
  for (const root of roots) {
    if (!root.g || !root.c) continue;
    const between = (of: Matrix, left: Float64Array, right: Float64Array) => {
      const solved = multiply(inverse(doubled(of, root.g!)), {
        rows: 2 * N,
        cols: 1,
        data: Float64Array.of(...right, ...new Float64Array(N)),
      }).data;
      const dot = (from: number) => left.reduce((sum, x, n) => sum + x * solved[from + n]!, 0);
      return { re: dot(0), im: dot(N) };
    };
    const near = (x: { re: number; im: number }, want: { re: number; im: number }) => {
      expect(x.re).toBeCloseTo(want.re, 10);
      expect(x.im).toBeCloseTo(want.im, 10);
    };
    const times = (a: { re: number; im: number }, b: { re: number; im: number }) => ({
      re: a.re * b.re - a.im * b.im,
      im: a.re * b.im + a.im * b.re,
    });
    near(root.k10, between(normal, P, B));
    near(root.k11, between(normal, P, P));
    near(root.ck00, times(root.c, between(normal, truncated, B)));
    near(root.ck01, times(root.c, between(normal, truncated, P)));
    near(root.K, times(root.c, between(A, truncated, B)));
  }
});

test("K̂ is the discrete Fourier transform of the kernel, also at z = −1", () => {
  const { K, roots } = s4Stages(row(6, 9), 10, 0.7);
  roots.forEach(({ K: seen }, j) => {
    let [re, im] = [0, 0];
    K.forEach((x, l) => {
      re += x * Math.cos((2 * Math.PI * j * l) / 10);
      im -= x * Math.sin((2 * Math.PI * j * l) / 10);
    });
    expect(seen.re).toBeCloseTo(re, 12);
    expect(seen.im).toBeCloseTo(im, 12);
  });
});

test("not cut off, the kernel beyond L comes back at the beginning", () => {
  const [C, L, dt] = [row(4, 2), 6, 0.4];
  const long = s4Stages(C, 60 * L, dt).K;
  const { K } = s4Stages(C, L, dt, false);
  K.forEach((x, l) => {
    let sum = 0;
    for (let k = l; k < long.length; k += L) sum += long[k]!;
    expect(x).toBeCloseTo(sum, 12);
  });
});

test("what has no kernel is refused in a sentence", () => {
  expect(() => s4Stages(row(4, 1), 0, 0.5)).toThrow(/L/);
  expect(() => s4Stages(row(4, 1), 8, 0)).toThrow(/dt/);
  expect(() => s4Stages(Float64Array.of(NaN), 8, 1)).toThrow(/C/);
});

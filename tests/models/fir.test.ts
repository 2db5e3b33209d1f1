import { describe, expect, test } from "vitest";
import { expectClose } from "../near.ts";
import { filter, inParallel, inSeries, nearestKernel, roundFilter } from "../../src/models/fir.ts";
import { causalConvolve } from "../../src/numerics/fft.ts";
import { generator } from "../../src/numerics/random.ts";

const normals = (L: number, seed: number) => {
  const { normal } = generator(seed);
  return Float64Array.from({ length: L }, normal);
};

describe("filters with a finite kernel", () => {
  test("series and parallel as NumPy has them: np.convolve([1, 2, 3], [0, 1, 0.5])", () => {
    const [a, b] = [Float64Array.of(1, 2, 3), Float64Array.of(0, 1, 0.5)];
    expect(inSeries(a, b)).toEqual(Float64Array.of(0, 1, 2.5, 4, 1.5));
    expect(inParallel(a, Float64Array.of(1))).toEqual(Float64Array.of(2, 2, 3));
    expect(filter(a, Float64Array.of(1, 0, 0, -1))).toEqual(Float64Array.of(1, 2, 3, -1));
  });

  test("on a circle the end is heard at the beginning: what a line would hear after it is added there", () => {
    const [u, K] = [Float64Array.of(1, 2, 3), Float64Array.of(1, 1, 0.5)];
    expect(roundFilter(K, u)).toEqual(Float64Array.of(5, 4.5, 5.5));
    const [x, W] = [normals(9, 6), normals(5, 7)];
    const line = inSeries(x, W);
    const wrapped = line.slice(0, 9).map((y, t) => y + (line[t + 9] ?? 0));
    expectClose(roundFilter(W, x), wrapped, 1e-14);
    // A kernel longer than the circle goes round more than once.
    expect(roundFilter(Float64Array.of(1, 0, 0, 0, 0, 2), u)).toEqual(Float64Array.of(5, 8, 5));
  });

  test("a filter is the convolution by FFT, and one merged kernel is one filter after the other", () => {
    const [u, a, b] = [normals(100, 1), normals(7, 2), normals(5, 3)];
    expectClose(filter(a, u), causalConvolve(u, a), 1e-12);
    expectClose(filter(inSeries(a, b), u), filter(b, filter(a, u)), 1e-13);
    const sum = filter(a, u).map((x, t) => x + filter(b, u)[t]!);
    expectClose(filter(inParallel(a, b), u), sum, 1e-13);
  });

  test("the nearest kernel is the kernel itself where there is one, and else no small change is nearer", () => {
    const [u, a] = [normals(100, 4), normals(6, 5)];
    expectClose(nearestKernel(u, filter(a, u), 6), a, 1e-10);
    const y = filter(a, u).map((x) => Math.max(0, x));
    const best = nearestKernel(u, y, 6);
    const error = (W: Float64Array) =>
      filter(W, u).reduce((sum, x, t) => sum + (x - y[t]!) ** 2, 0);
    for (let i = 0; i < 6; i++)
      for (const d of [-1e-3, 1e-3])
        expect(error(best.with(i, best[i]! + d))).toBeGreaterThan(error(best));
  });

  test("lags that the input does not reach get no weight", () => {
    const u = Float64Array.of(0, 0, 0, 2);
    expect(nearestKernel(u, Float64Array.of(0, 0, 0, 1), 3)).toEqual(Float64Array.of(0.5, 0, 0));
    expect(nearestKernel(u.fill(0), u, 2)).toEqual(new Float64Array(2));
  });

  test("a kernel without taps is refused", () => {
    const none = new Float64Array(0);
    expect(() => filter(none, Float64Array.of(1))).toThrow(/W must be at least one tap/);
    expect(() => inSeries(Float64Array.of(1), none)).toThrow(/second/);
    expect(() => inParallel(Float64Array.of(NaN), none)).toThrow(/first/);
    expect(() => nearestKernel(Float64Array.of(1), Float64Array.of(1, 2), 1)).toThrow(/y/);
  });
});

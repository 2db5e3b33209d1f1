import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convolutional, denseKernel, legsKernel, recurrent, s4 } from "../../src/models/s4.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { dplr } from "../../src/numerics/dplr.ts";
import { causalConvolve, realFft } from "../../src/numerics/fft.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { fromRows, identity } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import golden from "../golden/s4_kernel.json" with { type: "json" };
import { expectClose } from "../near.ts";

const normals = (length: number, seed: number) => {
  const { normal } = generator(seed);
  return Float64Array.from({ length }, () => normal());
};
const discrete = (N: number, dt: number, rule: "bilinear" | "zoh" = "bilinear") => {
  const { A, B } = legs(N);
  const bar = discretize(A, { rows: N, cols: 1, data: B }, dt, rule);
  return { A: bar.A, B: bar.B.data };
};
const dense = (C: Float64Array, L: number, dt: number) => {
  const { A, B } = discrete(C.length, dt);
  return denseKernel(A, B, C, L);
};

describe("golden kernels", () => {
  it.each(golden.cases)("N = $N, L = $L, $method", ({ N, L, dt, method, C, kernel, u, y }) => {
    const row = Float64Array.from(C);
    const { A, B } = discrete(N, dt, method as "bilinear" | "zoh");
    expectClose(denseKernel(A, B, row, L), kernel, 1e-11);
    expectClose(causalConvolve(Float64Array.from(u), denseKernel(A, B, row, L)), y, 1e-11);
    if (method !== "bilinear") return;
    expectClose(legsKernel(row, L, dt), kernel, 1e-11);
    expectClose(convolutional(row, Float64Array.from(u), dt), y, 1e-11);
    const { step } = recurrent(row, dt);
    expectClose(
      u.map((x) => step(x)),
      y,
      1e-11,
    );
  });

  it("SCIENCE 2.4: N = 8, L = 16, Δ = 1/16, C_n = cos(n+1)", () => {
    const C = Float64Array.from({ length: 8 }, (_, n) => Math.cos(n + 1));
    expectClose(
      legsKernel(C, 16, 1 / 16).slice(0, 4),
      [-0.047915, -0.215087, -0.1411, -0.016699],
      4e-6,
    );
  });
});

describe("DPLR kernel = dense kernel", () => {
  it.each([
    [64, 4096, 1 / 4096],
    [64, 4095, 1 / 4096],
    [64, 4096, 0.1],
    [63, 4095, 0.01],
    [64, 4096, 5],
    [33, 1000, 1e-4],
    [128, 777, 1e-3],
    [1, 1, 0.1],
    [1, 64, 1],
    [2, 2, 0.3],
    [5, 3, 0.3],
  ])("N = %d, L = %d, dt = %d", (N, L, dt) => {
    const C = normals(N, N + L);
    expectClose(legsKernel(C, L, dt), dense(C, L, dt), 1e-11);
  });

  it("for any C, N ≤ 32, L ≤ 200, dt from 1e−5 to 10", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 32 }),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: -5, max: 1, noNaN: true }),
        (values, L, exponent) => {
          const [C, dt] = [Float64Array.from(values), 10 ** exponent];
          // scale of the terms that cancel in the sum C x, where C happens to miss the kernel
          const floor = dt * Math.hypot(...C) * C.length;
          expectClose(legsKernel(C, L, dt), dense(C, L, dt), 1e-11, Math.max(floor, 1e-300));
        },
      ),
    );
  });

  it("z = −1, even L: the spectrum there is (Δ/2) C̃'B̃ = (Δ/2) C(I − Ā^L) B", () => {
    const [N, L, dt] = [12, 40, 0.05];
    const C = normals(N, 4);
    const spectrum = realFft(legsKernel(C, L, dt));
    const { A } = discrete(N, dt);
    let x = legs(N).B;
    for (let l = 0; l < L; l++)
      x = x.map((_, n) => A.data.subarray(n * N, n * N + N).reduce((s, a, k) => s + a * x[k]!, 0));
    const limit = (dt / 2) * C.reduce((s, c, n) => s + c * (legs(N).B[n]! - x[n]!), 0);
    expectClose([spectrum.re[L / 2]!], [limit], 1e-11);
    expect(Math.abs(spectrum.im[L / 2]!)).toBeLessThan(1e-13);
  });

  it("the transfer function in closed form, C_n √(2n+1) Π (g−m)/Π (g+m+1): a third route", () => {
    // For dt·L large Ā^L vanishes and the spectrum is c C(g − A)⁻¹B, which LegS has as a product.
    const [N, L, dt] = [10, 512, 0.5];
    const C = normals(N, 9);
    const spectrum = realFft(legsKernel(C, L, dt));
    for (const j of [1, 7, 100, 255]) {
      const y = (2 / dt) * Math.tan((Math.PI * j) / L); // g = iy, c = 2/(1 + z) = 1 + i tan(πj/L)
      let [x, z, re, im] = [1, 0, 0, 0];
      for (let n = 0; n < N; n++) {
        const d = (n + 1) ** 2 + y * y; // × 1/(g + n + 1)
        [x, z] = [(x * (n + 1) + z * y) / d, (z * (n + 1) - x * y) / d];
        re += C[n]! * Math.sqrt(2 * n + 1) * x;
        im += C[n]! * Math.sqrt(2 * n + 1) * z;
        [x, z] = [-n * x - y * z, y * x - n * z]; // × (g − n)
      }
      const t = Math.tan((Math.PI * j) / L);
      expectClose([spectrum.re[j]!, spectrum.im[j]!], [re - t * im, im + t * re], 1e-10);
    }
  });

  it("the far series and the pole sum agree at their border", () => {
    // dt small: nearly all frequencies far; dt large: none. In between every threshold is crossed.
    for (const dt of [1e-6, 1e-4, 3e-4, 1e-3, 1e-2]) {
      const C = normals(48, 2);
      expectClose(legsKernel(C, 900, dt), dense(C, 900, dt), 1e-11);
    }
  });
});

describe("recurrence = convolution", () => {
  it("for any C, u and step", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 24 }),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 80 }),
        fc.double({ min: 1e-4, max: 2, noNaN: true }),
        (c, input, dt) => {
          const [C, u] = [Float64Array.from(c), Float64Array.from(input)];
          const { step } = recurrent(C, dt);
          const floor = dt * Math.hypot(...c) * c.length;
          expectClose(
            convolutional(C, u, dt),
            u.map((x) => step(x)),
            1e-10,
            Math.max(floor, 1e-300),
          );
        },
      ),
    );
  });

  it("runs on: 20,000 steps at N = 64 stay equal to the kernel, and C̃ x̃ = C x", () => {
    const [N, dt, L] = [64, 1e-3, 20_000];
    const C = normals(N, 1);
    const { step, state } = recurrent(C, dt);
    const out = Float64Array.from({ length: L }, (_, k) => step(k === 0 ? 1 : 0));
    expectClose(out, legsKernel(C, L, dt), 1e-11);
    expect(state.re.length).toBe(32);
    const { C: tilde, weight } = s4(C);
    const y = weight.reduce(
      (s, w, j) => s + w * (tilde.re[j]! * state.re[j]! - tilde.im[j]! * state.im[j]!),
      0,
    );
    expect(y).toBeCloseTo(out[L - 1]!, 14);
    expect(s4(C).Lambda).toEqual(dplr(N).Lambda);
  });
});

describe("bad arguments throw at once with name and expectation", () => {
  const C = new Float64Array([1, 2]);
  const bad = [0, -1, 1.5, Number.NaN, Infinity, "4", undefined] as number[];
  it.each(bad)("L or dt = %s", (x) => {
    expect(() => legsKernel(C, x, 0.1)).toThrow(/L must be a whole number of at least 1/);
    expect(() => denseKernel(identity(2), C, C, x)).toThrow(/L must be/);
    if (x === 1.5) return;
    expect(() => legsKernel(C, 8, x)).toThrow(/dt must be/);
    expect(() => recurrent(C, x)).toThrow(/dt must be/);
    expect(() => convolutional(C, C, x)).toThrow(/dt must be/);
  });

  it("shapes, emptiness, non-finite entries, overflow", () => {
    const empty = new Float64Array(0);
    for (const run of [
      () => s4(empty),
      () => legsKernel(empty, 4, 0.1),
      () => recurrent(empty, 0.1),
    ])
      expect(run).toThrow("the length of C must be a whole number of at least 1, got 0");
    expect(() => s4(new Float64Array([Number.NaN]))).toThrow(
      "C[0] must be a finite number, got NaN",
    );
    expect(() => convolutional(C, empty, 0.1)).toThrow(/length of u must be/);
    expect(() => recurrent(C, 0.1).step(Number.NaN)).toThrow("u must be a finite number, got NaN");
    expect(() => denseKernel(fromRows([[1, 2]]), C, C, 3)).toThrow("A must be square, got 1×2");
    expect(() => denseKernel(identity(2), new Float64Array(3), C, 3)).toThrow(
      /B must be a Float64Array of length 2/,
    );
    expect(() => denseKernel(identity(2), C, new Float64Array(1), 3)).toThrow(/C must be/);
    expect(() =>
      denseKernel(
        fromRows([
          [1e200, 0],
          [0, 1],
        ]),
        C,
        C,
        5,
      ),
    ).toThrow(/A must be such that/);
    expect(() => legsKernel(C, 4, 1e-80)).toThrow("dt must be from 1e-60 to 1e60, got 1e-80");
  });

  it("whatever comes in, finite numbers or a RangeError", () => {
    const any = fc.oneof(
      fc.double(),
      fc.constantFrom(0, 1e-300, 1e-60, 1e-30, 1e30, 1e60, 1e300, -1),
    );
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 6 }),
        fc.integer({ min: -1, max: 40 }),
        any,
        (c, L, dt) => {
          const values = Float64Array.from(c);
          for (const run of [
            () => legsKernel(values, L, dt),
            () => convolutional(values, values, dt),
            () => {
              const { step } = recurrent(values, dt);
              return values.map((x) => step(x));
            },
          ])
            try {
              expect(run().every(Number.isFinite)).toBe(true);
            } catch (error) {
              expect(error).toBeInstanceOf(RangeError);
            }
        },
      ),
      { numRuns: 500 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { denseKernel, s4 } from "../../src/models/s4.ts";
import {
  inv,
  invKernel,
  legs,
  legsDiagonalKernel,
  lin,
  linKernel,
  real,
  realKernel,
  recurrent,
  vandermonde,
  type Diagonal,
} from "../../src/models/s4d.ts";
import type { ComplexVector } from "../../src/numerics/complex.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { causalConvolve } from "../../src/numerics/fft.ts";
import { legsFeedback } from "../../src/numerics/hippo.ts";
import { zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import golden from "../golden/s4d_kernel.json" with { type: "json" };
import { expectClose } from "../near.ts";

const gaussian = (n: number, seed: number): ComplexVector => {
  const { normal } = generator(seed);
  const draw = () => Float64Array.from({ length: n }, () => normal());
  return { re: draw(), im: draw() };
};

describe("golden", () => {
  it.each(golden.cases)("S4D-Lin, half $half_N, L = $L", ({ C_re, C_im, L, dt, kernel }) => {
    const C = { re: Float64Array.from(C_re), im: Float64Array.from(C_im) };
    expectClose(linKernel(C, L, dt), kernel, 1e-12);
  });
});

describe("initialisations", () => {
  it("Lin −½ + iπn, Real −(n+1), Inv −½ + i(N/π)(N/(2n+1) − 1)", () => {
    expect([...lin(3).A.im]).toEqual([0, Math.PI, 2 * Math.PI]);
    expect([...lin(3).A.re, ...inv(2).A.re]).toEqual([-0.5, -0.5, -0.5, -0.5, -0.5]);
    expect([...real(4).A.re]).toEqual([-1, -2, -3, -4]);
    expectClose(inv(2).A.im, [12 / Math.PI, (4 / Math.PI) * (4 / 3 - 1)], 1e-15);
  });

  it("Inv approximates the frequencies of LegS (2206.11893 section 4.2): highest within 2 %, N = 64", () => {
    expect(inv(32).A.im[0]! / legs(64).A.im[0]!).toBeCloseTo(1, 1);
    expect(Math.abs(inv(32).A.im[0]! / legs(64).A.im[0]! - 1)).toBeLessThan(0.02);
  });
});

const systems: [string, Diagonal][] = [
  ["lin", lin(7)],
  ["inv", inv(7)],
  ["real", real(9)],
  ["legs", legs(12)],
  ["legs, odd", legs(11)],
  [
    "integrator",
    {
      A: { re: new Float64Array(1), im: new Float64Array(1) },
      B: { re: new Float64Array([1]), im: new Float64Array([0.5]) },
      weight: new Float64Array([1]),
    },
  ],
];

const rules = ["zoh", "bilinear"] as const;

describe("laws", () => {
  it.each(systems)("%s: kernel = recurrence = convolution", (_, system) => {
    const C = gaussian(system.weight.length, 3);
    const u = gaussian(300, 5).re;
    for (const [dt, rule] of [1e-3, 0.05, 1, 2].flatMap((dt) =>
      rules.map((r) => [dt, r] as const),
    )) {
      const K = vandermonde(system, C, 300, dt, rule);
      const pulse = recurrent(system, C, dt, rule);
      expectClose(
        u.map((_, k) => pulse.step(k === 0 ? 1 : 0)),
        K,
        1e-11,
      );
      const running = recurrent(system, C, dt, rule);
      expectClose(
        u.map((x) => running.step(x)),
        causalConvolve(u, K),
        1e-11,
      );
    }
  });

  it.each(systems)(
    "%s: kernel = the real system under ZOH, conjugates written out as 2×2 blocks, and under bilinear",
    (_, system) => {
      const H = system.weight.length;
      const C = gaussian(H, 8);
      const A = zeros(2 * H, 2 * H);
      const [B, row] = [zeros(2 * H, 1), new Float64Array(2 * H)];
      for (let n = 0; n < H; n++) {
        // z' = a z + b u with z = x + iy, and weight Re(c z) out
        const [a, i] = [2 * n * 2 * H + 2 * n, (2 * n + 1) * 2 * H + 2 * n];
        [A.data[a], A.data[a + 1]] = [system.A.re[n]!, -system.A.im[n]!];
        [A.data[i], A.data[i + 1]] = [system.A.im[n]!, system.A.re[n]!];
        [B.data[2 * n], B.data[2 * n + 1]] = [system.B.re[n]!, system.B.im[n]!];
        [row[2 * n], row[2 * n + 1]] = [
          system.weight[n]! * C.re[n]!,
          -system.weight[n]! * C.im[n]!,
        ];
      }
      for (const rule of rules) {
        const bar = discretize(A, B, 0.1, rule);
        expectClose(
          vandermonde(system, C, 100, 0.1, rule),
          denseKernel(bar.A, bar.B.data, row, 100),
          1e-10,
        );
      }
    },
  );

  it.each([6, 7, 20])("LegS with N = %d is the dense normal matrix A⁽ᴺ⁾ with ½B", (N) => {
    const C = gaussian(N, 2).re;
    const { A, B } = legsFeedback(N, 0);
    const bar = discretize(A, { rows: N, cols: 1, data: B.map((b) => b / 2) }, 0.02, "zoh");
    const actual = legsDiagonalKernel(N, s4(C).C, 200, 0.02);
    expectClose(actual, denseKernel(bar.A, bar.B.data, C, 200), 1e-10);
  });

  it("long kernels keep their digits: L = 65,536 against exp at the end", () => {
    const C = { re: new Float64Array([1]), im: new Float64Array([0]) };
    const system = { ...lin(1), A: { re: new Float64Array([-1e-3]), im: new Float64Array([300]) } };
    const [L, dt] = [65_536, 0.01];
    const K = vandermonde(system, C, L, dt);
    const decay = Math.exp(-1e-3 * dt * (L - 1));
    expect(Math.hypot(K[L - 1]!, 0)).toBeLessThanOrEqual(2.1 * decay * 0.01);
    const first = K[0]!;
    const { step } = recurrent(system, C, dt);
    expect(step(1)).toBeCloseTo(first, 15);
    // K_l = 2 Re(B̄ e^{l dt A}) with B̄ = (e^{dt A} − 1)/A
    const [x, y] = [Math.exp(-1e-5) * Math.cos(3) - 1, Math.exp(-1e-5) * Math.sin(3)];
    const size = 1e-6 + 9e4;
    const [re, im] = [(x * -1e-3 + y * 300) / size, (y * -1e-3 - x * 300) / size];
    const angle = 3 * (L - 1);
    expect(K[L - 1]!).toBeCloseTo(2 * decay * (re * Math.cos(angle) - im * Math.sin(angle)), 12);
  });

  it("real and inv kernels by name equal their systems", () => {
    const C = gaussian(5, 1);
    expectClose(invKernel(C, 50, 0.1), vandermonde(inv(5), C, 50, 0.1), 0);
    const zero = { re: C.re, im: new Float64Array(5) };
    expectClose(realKernel(C.re, 50, 0.1), vandermonde(real(5), zero, 50, 0.1), 0);
  });
});

describe("S4D-LegS towards LegS (SCIENCE 2.1: rms .28/.27/.10 for n = 0)", () => {
  /** e₀ᵀ e^{tA⁽ᴺ⁾} B/2 and its integral from 0 to t. */
  const first = ({ A, B, weight }: Diagonal, C: ComplexVector, t: number) => {
    let [pulse, step] = [0, 0];
    for (let j = 0; j < weight.length; j++) {
      const [re, im] = [weight[j]! * B.re[j]! * C.re[j]!, weight[j]! * B.re[j]! * C.im[j]!];
      const [a, w, decay] = [A.re[j]!, A.im[j]!, Math.exp(A.re[j]! * t)];
      const [x, y] = [decay * Math.cos(w * t), decay * Math.sin(w * t)];
      pulse += re * x - im * y;
      const [p, q] = [
        ((x - 1) * a + y * w) / (a * a + w * w),
        (y * a - (x - 1) * w) / (a * a + w * w),
      ];
      step += re * p - im * q;
    }
    return { pulse, step };
  };
  const rms = (N: number, times: number[], part: "pulse" | "step") => {
    const system = legs(N);
    const { C } = s4(Float64Array.from({ length: N }, (_, n) => (n === 0 ? 1 : 0)));
    return Math.sqrt(
      times.reduce((sum, t) => {
        const truth = part === "pulse" ? Math.exp(-t) : -Math.expm1(-t);
        return sum + (first(system, C, t)[part] - truth) ** 2;
      }, 0) / times.length,
    );
  };
  const coarse = Array.from({ length: 60 }, (_, i) => 0.05 * (i + 1));
  const random = generator(1);
  const fine = Array.from({ length: 1000 }, () => 0.05 + 2.95 * random.uniform());

  it("the published numbers, on the grid t = .05, .10 … 3", () => {
    expect(rms(16, coarse, "pulse")).toBeCloseTo(0.284, 3);
    expect(rms(64, coarse, "pulse")).toBeCloseTo(0.272, 3);
    expect(rms(256, coarse, "pulse")).toBeCloseTo(0.101, 3);
  });

  it("but .10 is the grid's: at random times the impulse response stays .28 off, the step response converges", () => {
    for (const N of [16, 64, 256]) expect(rms(N, fine, "pulse")).toBeCloseTo(0.28, 1);
    expect(rms(256, fine, "pulse")).toBeGreaterThan(0.25);
    expect(rms(16, fine, "step")).toBeLessThan(0.012);
    expect(rms(64, fine, "step")).toBeLessThan(0.0016);
    expect(rms(256, fine, "step")).toBeLessThan(0.0002);
  });
});

describe("bad arguments throw at once with name and expectation", () => {
  const C = gaussian(3, 1);
  it.each([0, -1, 1.5, Number.NaN, "3", undefined] as number[])("count = %s", (n) => {
    for (const make of [lin, inv]) expect(() => make(n)).toThrow(/half must be a whole number/);
    for (const make of [real, legs]) expect(() => make(n)).toThrow(/N must be a whole number/);
    expect(() => linKernel(C, n, 0.1)).toThrow(/L must be/);
    if (n !== 1.5) expect(() => linKernel(C, 4, n)).toThrow(/dt must be/);
    if (n !== 1.5) expect(() => recurrent(lin(3), C, n)).toThrow(/dt must be/);
  });

  it("lengths, growth, emptiness", () => {
    expect(() => vandermonde(lin(2), C, 4, 0.1)).toThrow(/C.re must be of length 2, got length 3/);
    expect(() => linKernel({ re: new Float64Array(0), im: new Float64Array(0) }, 4, 0.1)).toThrow(
      /length of C must be/,
    );
    expect(() => realKernel(new Float64Array(0), 4, 0.1)).toThrow(/length of C must be/);
    const growing = { ...lin(1), A: { re: new Float64Array([0.5]), im: new Float64Array(1) } };
    expect(() => recurrent(growing, gaussian(1, 1), 0.1)).toThrow(
      "A[0] must be of real part at most 0, got 0.5",
    );
    expect(() => vandermonde({ ...lin(3), weight: new Float64Array(2) }, C, 4, 0.1)).toThrow(
      /weight must be/,
    );
    expect(() => recurrent(lin(3), C, 0.1).step(Infinity)).toThrow(
      "u must be a finite number, got Infinity",
    );
  });

  it("whatever comes in, finite numbers or a RangeError", () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(0, 1e-300, 1e300, -1));
    const make = fc.constantFrom(lin, inv, real, legs);
    fc.assert(
      fc.property(
        make,
        fc.array(any, { maxLength: 5 }),
        fc.integer({ min: -1, max: 80 }),
        any,
        (make, c, L, dt) => {
          const C = { re: Float64Array.from(c), im: Float64Array.from(c.toReversed()) };
          for (const run of [
            () => vandermonde(make(c.length), C, L, dt),
            () => {
              const { step } = recurrent(make(c.length), C, dt);
              return C.re.map((x) => step(x));
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  continuous,
  leastNormRecall,
  middles,
  project,
  randomSystem,
  recall,
  reconstruct,
  remember,
  type Measure,
  type Rule,
} from "../../src/models/hippo.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { expm } from "../../src/numerics/expm.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { add, matvec, scale, transpose } from "../../src/numerics/linalg.ts";
import { identity, type Matrix } from "../../src/numerics/matrix.ts";
import { laguerreBasis, legendreBasis } from "../../src/numerics/polynomials.ts";
import { solve } from "../../src/numerics/solve.ts";
import golden from "../golden/hippo.json" with { type: "json" };
import { expectClose } from "../near.ts";

const row = (m: Matrix, k: number) => m.data.slice(k * m.cols, (k + 1) * m.cols);
const lastRow = (m: Matrix) => row(m, m.rows - 1);
const rms = (a: Float64Array, b: Float64Array) =>
  Math.sqrt(a.reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0) / a.length);
const sample = (f: (x: number) => number, L: number) => middles(L).map(f);
/** SCIENCE 2.2: samples stand at the middles (k + ½)/L of [0, 1], and the error is taken at the same middles. */
const signal = (x: number) => Math.sin(6 * x) + 0.3 * Math.cos(17 * x);

describe("scaled LegS against SCIENCE 2.2", () => {
  const f = sample(signal, 512);
  const at = middles(512);

  it.each([
    [4, 0.223, 3],
    [8, 0.0937, 4],
    [16, 0.0056, 4],
    [32, 0.0085, 4],
  ])("bilinear RMSE at N = %d is %d", (N, expected, digits) => {
    expect(rms(reconstruct(lastRow(remember(f, N)), at), f)).toBeCloseTo(expected, digits);
  });

  it.each([
    [4, 0.223, 3],
    [8, 0.0936, 4],
    [16, 0.00017, 5],
  ])(
    "direct projection (middle sums) at N = %d leaves %d, the staircase's no more",
    (N, expected, digits) => {
      const sums = matvec(transpose(legendreBasis(N, at)), f).map((c) => c / 512);
      expect(rms(reconstruct(sums, at), f)).toBeCloseTo(expected, digits);
      expect(rms(reconstruct(project(f, N), at), f)).toBeLessThan(expected + 10 ** -digits);
    },
  );

  it("the exact rule falls with N where bilinear turns back", () => {
    const error = (N: number, rule: Rule) =>
      rms(reconstruct(lastRow(remember(f, N, { rule })), at), f);
    let before = Infinity;
    for (const N of [1, 2, 4, 6, 8, 12, 16]) {
      expect(error(N, "exact")).toBeLessThan(before);
      before = error(N, "exact");
    }
    expect(error(32, "bilinear")).toBeGreaterThan(error(16, "bilinear"));
    expect(error(32, "exact")).toBeLessThan(1e-3);
  });
});

describe("golden projections", () => {
  const functions: Record<string, (x: number, phase: number) => number> = {
    sin: (x, phase) => Math.sin(3 * Math.PI * x + phase),
    cubic: (x) => 3 * x ** 3 - 2 * x + 0.5,
    bump: (x) => Math.exp(-40 * (x - 0.6) ** 2),
  };
  // The files hold integrals of f itself; a staircase of L samples differs by O(1/L²), a bilinear memory by O(1/L).
  it.each(golden.projections)("$f", ({ f, phase, N, coefficients }) => {
    const samples = sample((x) => functions[f]!(x, phase), 8192);
    expectClose(project(samples, N), coefficients, 1e-6);
    expectClose(lastRow(remember(samples, N, { rule: "exact" })), coefficients, 1e-6);
    expectClose(lastRow(remember(samples, N, { rule: "bilinear" })), coefficients, 2e-3);
    const x = middles(50);
    expectClose(
      reconstruct(Float64Array.from(coefficients), x),
      x.map((s) => functions[f]!(s, phase)),
      5e-3,
    );
  });
});

describe("scaled LegS, the law of each rule", () => {
  const f = sample(signal, 40);
  const N = 7;
  const { A, B } = legs(N);
  const explicit = (c: Float64Array, h: number, u: number) =>
    matvec(add(identity(N), scale(A, h)), c).map((x, n) => x + B[n]! * u);
  const implicit = (c: Float64Array, h: number) =>
    solve(add(identity(N), scale(A, -h)), { rows: N, cols: 1, data: c }).data;
  const dense: Partial<Record<Rule, (c: Float64Array, u: number, k: number) => Float64Array>> = {
    euler: (c, u, k) => explicit(c, 1 / k, u / k),
    backward: (c, u, k) =>
      implicit(
        c.map((x, n) => x + (B[n]! * u) / k),
        1 / k,
      ),
    bilinear: (c, u, k) => implicit(explicit(c, 0.5 / k, u / k), 0.5 / k),
    zoh: (c, u, k) => {
      const { A: Abar, B: Bbar } = discretize(
        A,
        { rows: N, cols: 1, data: B },
        Math.log((k + 1) / k),
        "zoh",
      );
      return matvec(Abar, c).map((x, n) => x + Bbar.data[n]! * u);
    },
  };

  it.each(Object.keys(dense) as Rule[])(
    "%s equals its dense formula in SCIENCE 2.2, row by row",
    (rule) => {
      const memory = remember(f, N, { rule });
      let c: Float64Array = new Float64Array(N);
      for (let k = 1; k <= f.length; k++) {
        c = dense[rule]!(c, f[k - 1]!, k);
        expectClose(row(memory, k - 1), c, rule === "euler" ? 1e-9 : 1e-12);
      }
    },
  );

  it("exact: every row is the projection of the staircase so far, up to N = 128", () => {
    for (const N of [1, 5, 64, 128]) {
      const memory = remember(f, N, { rule: "exact" });
      for (const k of [1, 2, 3, 17, 40])
        expectClose(row(memory, k - 1), project(f.slice(0, k), N), 1e-11);
    }
  });

  it("a constant is remembered exactly by every stable rule once it is known", () => {
    const memory = remember(new Float64Array(300).fill(2), 9, { rule: "exact" });
    for (const k of [0, 1, 50, 299])
      expectClose(row(memory, k), [2, 0, 0, 0, 0, 0, 0, 0, 0], 1e-13);
  });

  it("timescale equivariance: a signal at half speed leaves the same numbers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 2, max: 5 }),
        (values, N, slow) => {
          const fast = Float64Array.from(values);
          const slowed = Float64Array.from(
            { length: slow * fast.length },
            (_, i) => fast[Math.floor(i / slow)]!,
          );
          const [a, b] = [fast, slowed].map((x) => remember(x, N, { rule: "exact" })) as [
            Matrix,
            Matrix,
          ];
          for (let k = 0; k < fast.length; k++)
            expectClose(row(b, slow * (k + 1) - 1), row(a, k), 1e-10, 1);
        },
      ),
    );
    // LegT has a length of its own and does mind
    const legt = (x: Float64Array) => lastRow(remember(x, 8, { measure: "legt", dt: 1 / 40 }));
    const slowed = Float64Array.from({ length: 80 }, (_, i) => f[i >> 1]!);
    expect(rms(legt(slowed), legt(f))).toBeGreaterThan(0.05);
  });

  it("linear and causal in f", () => {
    const numbers = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    const measure = fc.constantFrom<Measure>("legs", "legs-lti", "legt", "lagt", "fout", "random");
    fc.assert(
      fc.property(numbers, numbers, measure, (a, b, measure) => {
        const run = (x: number[]) => remember(Float64Array.from(x), 5, { measure });
        const [ma, mb] = [run(a), run(b)];
        expectClose(
          run(a.map((x, i) => 2 * x - b[i]!)).data,
          ma.data.map((x, i) => 2 * x - mb.data[i]!),
          1e-11,
          1,
        );
        const late = run(a.map((x, i) => (i < 6 ? x : b[i]!)));
        expectClose(late.data.slice(0, 30), ma.data.slice(0, 30), 0);
      }),
    );
  });
});

describe("rules that blow up say so", () => {
  it("Euler swings to 1e44 at N = 64 before it recovers: `peak`", () => {
    const f = sample(signal, 512);
    const euler = remember(f, 64, { rule: "euler" });
    expect(euler.finite).toBe(512);
    expect(euler.peak).toBeGreaterThan(1e40);
    for (const rule of ["bilinear", "backward", "zoh", "exact"] as const)
      expect(remember(f, 64, { rule }).peak).toBeLessThan(1.3); // max|f|: Bessel
  });

  it("LTI Euler past the range of Float64: rows from `finite` on are zero, none is NaN", () => {
    const memory = remember(new Float64Array(500).fill(1), 32, {
      measure: "legs-lti",
      rule: "euler",
      dt: 1,
    });
    expect(memory.finite).toBeGreaterThan(100);
    expect(memory.finite).toBeLessThan(500);
    expect(memory.data.every(Number.isFinite)).toBe(true);
    expect(memory.data.subarray(memory.finite * 32).every((x) => x === 0)).toBe(true);
    expect(row(memory, memory.finite - 1).some((x) => Math.abs(x) > 1e290)).toBe(true);
  });
});

describe("LTI memories", () => {
  const L = 500;

  it.each<[Measure, number, number, number, number]>([
    ["legt", 48, 0, 1, 6e-4], // SCIENCE 2.1: N = 48, window 2.5, sin 2t: rms 6e-4
    ["fout", 128, 0.1, 0.9, 0.005], // Gibbs at the ends of the window
    ["fout", 127, 0.1, 0.9, 0.005], // an odd N leaves out its lone cosine
    ["lagt", 64, 0, 2, 0.02], // a tail: its 64 functions pass on sin 5t for n/25 units only, sin t for all
    ["legs-lti", 48, 0, 1, 1e-3],
  ])("%s recalls a smooth input (N = %d, ages %d to %d)", (measure, N, from, to, tolerance) => {
    const dt = 1 / L; // one unit of the measure is L samples of sin 2t; the input starts softly
    const omega = measure === "lagt" ? 1 : 5;
    const u = (t: number) => Math.sin(omega * t) * (1 - Math.exp(-((t / 1.5) ** 4)));
    const f = Float64Array.from({ length: 4 * L }, (_, k) => u((k + 0.5) * dt));
    const x = lastRow(remember(f, N, { measure, rule: "zoh", dt }));
    const ages = middles(200).map((s) => from + s * (to - from));
    const truth = ages.map((s) => u(4 - s));
    expect(rms(recall(x, ages, measure), truth)).toBeLessThan(tolerance);
  });

  it("LagT: the state is the projection ∫ L_n(s) e^{−s/2} u(t − s) ds", () => {
    const f = sample(signal, 2000);
    const x = lastRow(remember(f, 20, { measure: "lagt", rule: "zoh", dt: 1 / 200 }));
    const basis = laguerreBasis(
      20,
      middles(2000).map((s) => 10 * s),
    );
    const sums = matvec(transpose(basis), f.toReversed()).map((c) => c / 200);
    expectClose(x, sums, 1e-4);
  });

  it("equal discretize and plain recurrence, every rule", () => {
    const f = sample(signal, 30);
    for (const measure of ["legs-lti", "legt", "lagt", "fout", "random"] as const)
      for (const rule of ["euler", "backward", "bilinear", "zoh"] as const) {
        const N = 6;
        const { A, B } = continuous(measure, N, 5);
        const bar = discretize(A, { rows: N, cols: 1, data: B }, 0.05, rule);
        let c: Float64Array = new Float64Array(N);
        const memory = remember(f, N, { measure, rule, dt: 0.05, seed: 5 });
        f.forEach((u, k) => {
          c = matvec(bar.A, c).map((x, n) => x + bar.B.data[n]! * u);
          expectClose(row(memory, k), c, 1e-11);
        });
      }
  });

  it("LegS without 1/t: impulse response from expm, the warped memory of SCIENCE 2.2", () => {
    const dt = 0.001;
    const impulse = new Float64Array(3000);
    impulse[0] = 1 / dt;
    const memory = remember(impulse, 8, { measure: "legs-lti", rule: "zoh", dt });
    const { A, B } = legs(8);
    // a held impulse is its response averaged over one step: compare at the middle, O(dt²) apart
    for (const k of [0, 500, 2999])
      expectClose(row(memory, k), matvec(expm(scale(A, (k + 0.5) * dt)), B), 1e-4);
  });

  it("random: same seed same memory, slowest mode −½, and a worse recall than HiPPO of the same size", () => {
    for (const N of [1, 2, 7, 32])
      expect(Math.max(...eigenvalues(randomSystem(N, 3).A).re)).toBeCloseTo(-0.5, 8);
    expect(randomSystem(5, 1).A).toEqual(randomSystem(5, 1).A);
    expect(randomSystem(5, 1).A).not.toEqual(randomSystem(5, 2).A);
    const dt = 1 / 200;
    const f = Float64Array.from({ length: 600 }, (_, k) => signal(3 * (k / 600)));
    const error = (measure: Measure) => {
      const x = lastRow(remember(f, 32, { measure, dt, rule: "zoh" }));
      const { A, B } = continuous(measure, 32, 1);
      const bar = discretize(A, { rows: 32, cols: 1, data: B }, dt, "zoh");
      const W = leastNormRecall(bar.A, bar.B.data, 600);
      return rms(matvec(W, x).slice(0, 200), f.toReversed().slice(0, 200));
    };
    expect(error("legt")).toBeLessThan(0.07);
    expect(error("random")).toBeGreaterThan(3 * error("legt"));
  });
});

describe("bad arguments throw at once with name and expectation", () => {
  const f = new Float64Array(4);
  const call = (options: object) => () => remember(f, 3, options);

  it("remember", () => {
    expect(() => remember(new Float64Array(0), 3)).toThrow(
      "the length of f must be a whole number of at least 1, got 0",
    );
    expect(() => remember([1, 2] as unknown as Float64Array, 3)).toThrow(
      "f must be a Float64Array, got an array",
    );
    expect(() => remember(new Float64Array([0, Number.NaN]), 3)).toThrow(
      "f[1] must be a finite number, got NaN",
    );
    for (const N of [0, -1, 1.5, Number.NaN, Infinity])
      expect(() => remember(f, N)).toThrow(/N must be a whole number|cols must be/);
    expect(call({ rule: "rk4" })).toThrow(
      "rule must be euler, backward, bilinear, zoh, exact, got rk4",
    );
    expect(call({ measure: "chebyshev" })).toThrow(/measure must be legs, .*got chebyshev/);
    expect(call({ measure: "legt", rule: "exact" })).toThrow(
      "rule must be zoh for this measure, got exact",
    );
    for (const dt of [0, -1, Number.NaN, Infinity]) expect(call({ dt })).toThrow(/dt must be/);
    expect(call({ measure: "random", seed: 0.5 })).toThrow(/seed must be/);
  });

  it("reconstruct, recall, project, leastNormRecall", () => {
    expect(() => reconstruct(new Float64Array(0), f)).toThrow(/length of c must be/);
    expect(() => reconstruct(f, new Float64Array([1.1]))).toThrow(
      "at[0] must be from 0 to 1, got 1.1",
    );
    expect(() => recall(f, new Float64Array([2]), "legt")).toThrow(
      "ages[0] must be from 0 to 1, got 2",
    );
    expect(() => recall(f, new Float64Array([-1]), "lagt")).toThrow(
      "ages[0] must be at least 0, got -1",
    );
    expect(() => recall(f, f, "legs")).toThrow(/measure must be legs-lti/);
    expect(() => project(f, 0)).toThrow(/N must be/);
    expect(() => middles(0)).toThrow(/L must be/);
    expect(() => leastNormRecall(identity(2), f, 3)).toThrow(/B must be/);
  });

  it("whatever comes in, it returns finite numbers or throws a RangeError, and never hangs", () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -2, max: 12 }), fc.constant(1e308));
    const options = fc.record(
      {
        measure: fc.constantFrom("legs", "legs-lti", "legt", "lagt", "fout", "random", "x"),
        rule: fc.constantFrom("euler", "backward", "bilinear", "zoh", "exact", ""),
        dt: anyNumber,
        seed: fc.integer(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(anyNumber, { maxLength: 8 }),
        fc.integer({ min: -1, max: 9 }),
        options,
        (u, N, o) => {
          try {
            const memory = remember(Float64Array.from(u), N, o as Parameters<typeof remember>[2]);
            expect(memory.data.every(Number.isFinite)).toBe(true);
            expect(memory.finite).toBeLessThanOrEqual(u.length);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

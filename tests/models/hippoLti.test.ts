import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  continuous,
  leastNormRecall,
  middles,
  randomSystem,
  recall,
  remember,
  type Measure,
} from "../../src/models/hippo.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { expm } from "../../src/numerics/expm.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { matvec, scale, transpose } from "../../src/numerics/linalg.ts";
import { laguerreBasis } from "../../src/numerics/polynomials.ts";
import { expectClose } from "../near.ts";
import { lastRow, rms, row, sample, signal } from "./hippoCases.ts";

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
      for (const [i, rule] of (["euler", "backward", "bilinear", "zoh"] as const).entries()) {
        const N = 4 + i; // odd and even
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  middles,
  project,
  reconstruct,
  remember,
  type Memory,
  type Rule,
} from "../../src/models/hippo.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { add, matvec, scale, transpose } from "../../src/numerics/linalg.ts";
import { identity } from "../../src/numerics/matrix.ts";
import { legendreBasis } from "../../src/numerics/polynomials.ts";
import { solve } from "../../src/numerics/solve.ts";
import golden from "../golden/hippo.json" with { type: "json" };
import { expectClose } from "../near.ts";
import { lastRow, rms, row, sample, signal } from "./hippoCases.ts";

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
            Memory,
            Memory,
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
});

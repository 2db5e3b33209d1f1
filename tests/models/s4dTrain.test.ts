import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { vandermonde } from "../../src/models/s4d.ts";
import { s4dBackward, type S4DChannel } from "../../src/models/s4dTrain.ts";
import { generator } from "../../src/numerics/random.ts";

interface Case {
  L: number;
  log_dt: number;
  log_minus_re: number[];
  im: number[];
  C_re: number[];
  C_im: number[];
  D: number;
  u: number[];
  weights: number[];
  kernel: number[];
  y: number[];
  gradients: Record<string, number | number[]>;
}
const { cases } = JSON.parse(
  readFileSync(new URL("../golden/s4d-gradients.json", import.meta.url), "utf8"),
) as { cases: Case[] };
const array = (x: number | number[] | undefined) => Float64Array.from([x ?? []].flat());

function channel(seed: number, L: number, N: number): S4DChannel {
  const { normal, uniform } = generator(seed);
  const fill = (f: () => number) => Float64Array.from({ length: N }, f);
  return {
    L,
    D: normal(),
    logDt: Math.log(0.001) + uniform() * Math.log(1000),
    logMinusRe: fill(() => normal() - 0.7),
    im: fill(() => 6 * normal()),
    C: { re: fill(normal), im: fill(normal) },
  };
}
const noise = (seed: number, n: number) => {
  const { normal } = generator(seed);
  return Float64Array.from({ length: n }, normal);
};

describe("s4dBackward", () => {
  it.each(cases)("PyTorch's autograd, L = $L: kernel, output, every gradient to 1e-9", (c) => {
    const { kernel, y, gradients } = s4dBackward(
      {
        L: c.L,
        logDt: c.log_dt,
        D: c.D,
        logMinusRe: array(c.log_minus_re),
        im: array(c.im),
        C: { re: array(c.C_re), im: array(c.C_im) },
      },
      array(c.u),
      array(c.weights),
    );
    expectClose(kernel, c.kernel, 1e-9);
    expectClose(y, c.y, 1e-9);
    const names = {
      logDt: "log_dt",
      logMinusRe: "log_minus_re",
      im: "im",
      Cre: "C_re",
      Cim: "C_im",
      D: "D",
      u: "u",
    } as const;
    for (const [ours, theirs] of Object.entries(names)) {
      const got = gradients[ours as keyof typeof names];
      expectClose(typeof got === "number" ? [got] : got, array(c.gradients[theirs]), 1e-9);
    }
  });

  it("is the slope of central differences by every number, at any length and size of step", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 6 }),
        (seed, L, N) => {
          const c = channel(seed, L, N);
          const [u, weights] = [noise(seed + 1, L), noise(seed + 2, L)];
          const { gradients: g } = s4dBackward(c, u, weights);
          const loss = (c: S4DChannel, input = u) =>
            s4dBackward(c, input, weights).y.reduce((sum, y, t) => sum + y * weights[t]!, 0);
          const check = (name: string, got: number, at: (by: number) => number, scale: number) => {
            const h = 1e-4;
            const slope = (8 * (at(h) - at(-h)) - at(2 * h) + at(-2 * h)) / (12 * h);
            expect(Math.abs(got - slope), name).toBeLessThan(1e-7 * scale);
          };
          const bump = (x: Float64Array, i: number, by: number) => x.with(i, x[i]! + by);
          const scale = 1 + Math.abs(loss(c)) + Math.max(...weights.map(Math.abs)) * L;
          check("logDt", g.logDt, (by) => loss({ ...c, logDt: c.logDt + by }), scale);
          check("D", g.D, (by) => loss({ ...c, D: c.D + by }), scale);
          for (let n = 0; n < N; n++) {
            check(
              "re",
              g.logMinusRe[n]!,
              (by) => loss({ ...c, logMinusRe: bump(c.logMinusRe, n, by) }),
              scale,
            );
            check("im", g.im[n]!, (by) => loss({ ...c, im: bump(c.im, n, by) }), scale);
            check(
              "Cre",
              g.Cre[n]!,
              (by) => loss({ ...c, C: { ...c.C, re: bump(c.C.re, n, by) } }),
              scale,
            );
            check(
              "Cim",
              g.Cim[n]!,
              (by) => loss({ ...c, C: { ...c.C, im: bump(c.C.im, n, by) } }),
              scale,
            );
          }
          u.forEach((_, t) => check("u", g.u[t]!, (by) => loss(c, bump(u, t, by)), scale));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("has the kernel of the course's S4D, for long sequences too", () => {
    const c = channel(5, 3000, 4);
    const { kernel } = s4dBackward(c, noise(1, 3000), noise(2, 3000));
    const A = { re: c.logMinusRe.map((x) => -Math.exp(x)), im: c.im };
    const B = { re: new Float64Array(4).fill(1), im: new Float64Array(4) };
    const want = vandermonde(
      { A, B, weight: new Float64Array(4).fill(2) },
      c.C,
      3000,
      Math.exp(c.logDt),
    );
    expectClose(kernel, want, 1e-11);
  });

  it("goes on smoothly where the series takes over from the quotients, |ΔA| = ½", () => {
    const at = (im: number) => {
      const c = {
        ...channel(7, 20, 1),
        logDt: 0,
        logMinusRe: Float64Array.of(-40),
        im: Float64Array.of(im),
      };
      return s4dBackward(c, noise(1, 20), noise(2, 20)).gradients;
    };
    const [below, above] = [at(0.5 - 1e-12), at(0.5 + 1e-12)];
    expectClose(below.im, above.im, 1e-10);
    expect(Math.abs(below.logDt - above.logDt)).toBeLessThan(1e-9);
  });

  it("refuses what does not fit", () => {
    const c = channel(1, 5, 2);
    const [u, w] = [noise(1, 5), noise(2, 5)];
    expect(() => s4dBackward(c, noise(1, 4), w)).toThrow(/^u must be/);
    expect(() => s4dBackward(c, u, noise(1, 6))).toThrow(/^weights must be/);
    expect(() => s4dBackward({ ...c, im: noise(1, 3) }, u, w)).toThrow(/^logMinusRe must be/);
    expect(() => s4dBackward({ ...c, logDt: NaN }, u, w)).toThrow(/^logDt must be/);
    expect(() => s4dBackward({ ...c, logDt: 14 }, u, w)).toThrow(/radians a step/);
  });
});

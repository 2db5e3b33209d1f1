import { describe, expect, it } from "vitest";
import {
  functionsAt,
  projection,
  readOff,
  type Shape,
  weighing,
} from "../../src/models/measures.ts";
import { fout, type Hippo, lagt, legs, legt, lmu } from "../../src/numerics/hippo.ts";
import { stieltjes } from "../../src/numerics/orthonormal.ts";
import { gaussLegendre } from "../../src/numerics/quadrature.ts";

const closed: Readonly<Record<Exclude<Shape, "drawn">, (N: number) => Hippo>> = {
  legs,
  legt,
  lagt,
  fout,
  lmu,
};
const shapes = Object.keys(closed) as (keyof typeof closed)[];
const drawn = (N: number) => projection("drawn", N, [1, 0.3, 0.8, 0.5, 0.1]);

const apart = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

describe("quadrature", () => {
  it("has the nodes and weights of Abramowitz and Stegun, table 25.4", () => {
    const { nodes, weights } = gaussLegendre(3, [-1, 1]);
    expect(apart(nodes, [-Math.sqrt(0.6), 0, Math.sqrt(0.6)])).toBeLessThan(1e-15);
    expect(apart(weights, [5 / 9, 8 / 9, 5 / 9])).toBeLessThan(1e-15);
  });

  it.each([1, 2, 5, 12, 40])("is exact up to degree 2n − 1, n = %i", (n) => {
    const { nodes, weights } = gaussLegendre(n, [0, 0.5, 2]);
    for (const d of [0, 1, n, 2 * n - 1]) {
      const sum = nodes.reduce((total, x, i) => total + weights[i]! * (x / 2) ** d, 0);
      expect(sum).toBeCloseTo(2 / (d + 1), 12);
    }
    const over = nodes.reduce((total, x, i) => total + weights[i]! * (x / 2) ** (2 * n), 0);
    if (n < 5) expect(Math.abs(over - 2 / (2 * n + 1))).toBeGreaterThan(1e-8);
  });
});

describe("Stieltjes's procedure", () => {
  it("finds Legendre's recurrence under an even weight: a = ½, √b_n = n/(2√(4n² − 1))", () => {
    const { a, root, first } = stieltjes(8, gaussLegendre(12, [0, 1]));
    expect(first).toBeCloseTo(1, 14);
    a.forEach((x) => expect(x).toBeCloseTo(0.5, 13));
    for (let n = 1; n < 8; n++)
      expect(root[n]!).toBeCloseTo(n / (2 * Math.sqrt(4 * n * n - 1)), 13);
  });

  it("wants a weight", () => {
    expect(() => stieltjes(2, { nodes: Float64Array.of(1), weights: Float64Array.of(0) })).toThrow(
      "the sum of the weights",
    );
  });
});

describe.each([...shapes, "drawn" as const])("%s", (shape) => {
  const of = (N: number) => (shape === "drawn" ? drawn(N) : projection(shape, N));

  it("has functions that are orthonormal under its weight, and their slopes", () => {
    const p = of(8);
    const sums = new Float64Array(64);
    p.rule.nodes.forEach((s, i) => {
      const [k, { g }] = [weighing(p, s), functionsAt(p, s)];
      for (let j = 0; j < 64; j++) sums[j]! += p.rule.weights[i]! * k[j >> 3]! * g[j % 8]!;
    });
    const dead = shape === "fout" ? 1 : -1;
    sums.forEach((x, j) => {
      const same = j >> 3 === j % 8 && j >> 3 !== dead;
      expect(x).toBeCloseTo(same ? 1 : 0, 12);
    });
    const h = 1e-5;
    const [low, high] = [functionsAt(p, 0.37 - h).g, functionsAt(p, 0.37 + h).g];
    functionsAt(p, 0.37).slope.forEach((d, n) =>
      expect((high[n]! - low[n]!) / (2 * h)).toBeCloseTo(d, 4),
    );
  });

  it("gives the same A by parts, −(B g(0)ᵀ + G)", () => {
    const { A, B, G, now } = readOff(of(7));
    const parts = A.data.map((_, i) => -(B[Math.floor(i / 7)]! * now[i % 7]! + G.data[i]!));
    expect(apart(A.data, parts)).toBeLessThan(1e-11);
  });
});

describe("read off by quadrature", () => {
  it.each(shapes)("%s has the paper's closed form to 1e-12 of its largest entry", (shape) => {
    for (const N of [1, 2, 3, 6, 12]) {
      const { A, B } = readOff(projection(shape, N));
      const wanted = closed[shape](N);
      const most = Math.max(...wanted.A.data.map(Math.abs), 1);
      expect(apart(A.data, wanted.A.data)).toBeLessThan(1e-12 * most);
      expect(apart(B, wanted.B)).toBeLessThan(1e-12 * most);
    }
  });

  it("LagT loses nothing at an end, LegS neither: its beginning stands still", () => {
    for (const shape of ["legs", "lagt"] as const)
      expect(readOff(projection(shape, 5)).lost.data.every((x) => x === 0)).toBe(true);
  });

  it("a weight drawn even is LegT", () => {
    const even = readOff(projection("drawn", 5, [1, 1, 1, 1, 1]));
    const { A } = legt(5);
    expect(apart(even.A.data, A.data)).toBeLessThan(1e-11);
  });

  it("a weight that never grows with age loses energy: −(A + Aᵀ) is positive semidefinite", () => {
    const { A } = readOff(projection("drawn", 6, [1, 0.7, 0.7, 0.2, 0.1]));
    const form = (x: number[]) =>
      x.reduce(
        (sum, xn, n) => sum + xn * x.reduce((s, xk, k) => s + A.data[n * 6 + k]! * xk, 0),
        0,
      );
    for (let seed = 0; seed < 20; seed++)
      expect(
        form(Array.from({ length: 6 }, (_, n) => Math.cos(seed * 1.7 + n * n + n))),
      ).toBeLessThan(1e-9);
  });
});

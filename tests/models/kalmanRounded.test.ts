import { expect, test } from "vitest";
import {
  filter,
  type KalmanModel,
  roundedCovariances,
  roundedRoots,
} from "../../src/models/kalman.ts";
import { multiply, normFro, subtract, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { randomModel } from "./kalmanCases.ts";

const off = (a: Matrix, b: Matrix) => normFro(subtract(a, b)) / normFro(b);
const model = (P0: number, R: number): KalmanModel => ({
  A: fromRows([
    [1, 1],
    [0, 1],
  ]),
  C: fromRows([[1, 0.5]]),
  Q: fromRows([
    [1e-3 / 3, 5e-4],
    [5e-4, 1e-3],
  ]),
  R: fromRows([[R]]),
  m0: new Float64Array(2),
  P0: { ...identity(2), data: identity(2).data.map((x) => x * P0) },
});
const determinant = ({ data: [a, b, c, d] }: Matrix) => a! * d! - ((b! + c!) / 2) ** 2;

test("with all 53 bits the three forms are the filter's covariances", () => {
  for (let seed = 0; seed < 20; seed++) {
    const n = 1 + (seed % 4);
    const any = randomModel(n, 1, n, seed);
    const { filteredCov } = filter(any, zeros(12, 1));
    const short = roundedCovariances(any, { L: 12, bits: 53, form: "short" });
    const joseph = roundedCovariances(any, { L: 12, bits: 53, form: "joseph" });
    const roots = roundedRoots(any, { L: 12, bits: 53 }).map((W) => multiply(W, transpose(W)));
    filteredCov.forEach((P, t) => {
      for (const form of [short, joseph, roots]) expect(off(form[t]!, P)).toBeLessThan(1e-9);
    });
  }
});

test("in single precision the short form turns indefinite where Joseph's does not, and roots are near the truth", () => {
  const set = model(1e6, 0.03);
  const least = (form: "short" | "joseph") =>
    Math.min(...roundedCovariances(set, { L: 20, bits: 24, form }).map(determinant));
  expect(least("short")).toBeLessThan(0);
  expect(least("joseph")).toBeGreaterThan(0);
  const { filteredCov } = filter(set, zeros(20, 1));
  roundedRoots(set, { L: 20, bits: 24 }).forEach((W, t) => {
    const [a, b, c, d] = W.data as unknown as [number, number, number, number];
    expect((a * d - b * c) ** 2 / determinant(filteredCov[t]!)).toBeCloseTo(1, 2);
  });
});

test("a precision is named that is none", () => {
  expect(() => roundedCovariances(model(1, 1), { L: 2, bits: 60, form: "short" })).toThrow(/bits/);
  expect(() => roundedRoots(model(1, 1), { L: 0, bits: 24 })).toThrow(/L/);
});

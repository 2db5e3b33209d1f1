import { EigenvalueDecomposition, Matrix as Dense } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { hessenbergQr } from "../../src/numerics/hessenbergQr.ts";
import { legt } from "../../src/numerics/hippo.ts";
import { type Matrix, toRows, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";

/** The same by JAMA's algorithm, in the same order. */
function byJama(A: Matrix) {
  const { realEigenvalues: re, imaginaryEigenvalues: im } = new EigenvalueDecomposition(
    new Dense(toRows(A)),
  );
  const order = re.map((_, i) => i);
  order.sort((i, j) => re[j]! - re[i]! || Math.abs(im[j]!) - Math.abs(im[i]!) || im[j]! - im[i]!);
  return { re: order.map((i) => re[i]!), im: order.map((i) => im[i]!) };
}

describe("Hessenberg form and QR", () => {
  it.each([3, 4, 7, 20, 64, 128])("a Gaussian matrix of size %d agrees with JAMA", (n) => {
    const { normal } = generator(n);
    const A = zeros(n, n);
    for (let i = 0; i < n * n; i++) A.data[i] = normal();
    const [ours, theirs] = [eigenvalues(A), byJama(A)];
    expectClose(ours.re, theirs.re, 1e-11);
    expectClose(ours.im, theirs.im, 1e-11);
  });

  it("a companion matrix has the roots of its polynomial (x − 1)(x − 2)…(x − 6)", () => {
    const A = zeros(6, 6);
    A.data.set([21, -175, 735, -1624, 1764, -720]);
    for (let i = 1; i < 6; i++) A.data[i * 6 + i - 1] = 1;
    const { re, im } = eigenvalues(A);
    expectClose(re, [6, 5, 4, 3, 2, 1], 1e-9);
    expect(im.every((x) => x === 0)).toBe(true);
  });

  it("a cyclic permutation, on which plain QR steps never move, has the roots of unity", () => {
    for (const n of [3, 4, 8, 11]) {
      const A = zeros(n, n);
      for (let i = 0; i < n; i++) A.data[i * n + ((i + 1) % n)] = 1;
      const { re, im } = hessenbergQr(A.data, n);
      const turns = Array.from(re, (x, i) => (Math.atan2(im[i]!, x) * n) / (2 * Math.PI));
      re.forEach((x, i) => expect(Math.hypot(x, im[i]!)).toBeCloseTo(1, 12));
      expect(new Set(turns.map((x) => (Math.round(x) + n) % n)).size).toBe(n);
    }
  });

  it("LegT loses energy in every mode", () => {
    for (const N of [3, 8, 32]) expect(Math.max(...eigenvalues(legt(N).A).re)).toBeLessThan(0);
  });
});

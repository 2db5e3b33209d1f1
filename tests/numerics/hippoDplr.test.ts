import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagonalisation, dplr } from "../../src/numerics/dplr.ts";
import { spectralNorm } from "../../src/numerics/spectralNorm.ts";
import { eigenSymmetric } from "../../src/numerics/eigen.ts";
import { legs, legsFeedback } from "../../src/numerics/hippo.ts";
import { legsStep } from "../../src/numerics/legsStep.ts";
import {
  add,
  block,
  matvec,
  multiply,
  scale,
  outer,
  subtract,
  transpose,
} from "../../src/numerics/linalg.ts";
import { identity, zeros } from "../../src/numerics/matrix.ts";
import { expm } from "../../src/numerics/expm.ts";
import { inverse, solve } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";

const sizes = [1, 2, 3, 8, 17, 64, 128];

describe("DPLR of LegS", () => {
  it.each(sizes)("N = %d: V Λ V* is the normal part, V*B is B, to rounding", (N) => {
    const { Lambda, V, B, P, weight } = dplr(N);
    const H = B.length;
    const [normal, b] = [zeros(N, N), new Float64Array(N)];
    for (let n = 0; n < N; n++)
      for (let j = 0; j < H; j++) {
        const [x, y] = [V.re.data[n * H + j]!, V.im.data[n * H + j]!];
        b[n]! += weight[j]! * x * B[j]!; // Re V (V*B), conjugates implied
        for (let k = 0; k < N; k++) {
          const [p, q] = [V.re.data[k * H + j]!, V.im.data[k * H + j]!];
          // Re (x + iy) Λ (p − iq)
          const [re, im] = [x * p + y * q, y * p - x * q];
          normal.data[n * N + k]! += weight[j]! * (re * Lambda.re[j]! - im * Lambda.im[j]!);
        }
      }
    expectClose(b, legs(N).B, 1e-13);
    expectClose(normal.data, legsFeedback(N, 0).A.data, 1e-13);
    const A = subtract(normal, scale(outer(b, b), 0.5));
    expectClose(A.data, legs(N).A.data, 1e-13);
    expectClose(
      P,
      B.map((x) => x / Math.SQRT2),
      1e-15,
    );
    expect(weight.reduce((sum, w) => sum + w, 0)).toBe(N);
  });

  it.each(sizes)("N = %d: the columns of V are orthonormal, conjugates included", (N) => {
    const { V, B, weight } = dplr(N);
    const H = B.length;
    const gram = (j: number, k: number, sign: number) => {
      let [re, im] = [0, 0];
      for (let n = 0; n < N; n++) {
        const [x, y] = [V.re.data[n * H + j]!, -V.im.data[n * H + j]!];
        const [p, q] = [V.re.data[n * H + k]!, sign * V.im.data[n * H + k]!];
        re += x * p - y * q;
        im += x * q + y * p;
      }
      return Math.hypot(re, im);
    };
    for (let j = 0; j < H; j++)
      for (let k = 0; k <= j; k++) {
        expect(gram(j, k, 1)).toBeCloseTo(j === k ? 1 : 0, 12);
        expect(gram(j, k, -1)).toBeCloseTo(j === k && weight[j] === 1 ? 1 : 0, 12);
      }
  });

  it.each([2, 5, 16, 40])("N = %d: the closed form agrees with a symmetric eigensolver", (N) => {
    // −iK is Hermitian for the skew K, and [[0, K], [−K, 0]] its real form, each eigenvalue twice.
    const K = add(legsFeedback(N, 0).A, scale(identity(N), 0.5));
    const embedded = block([
      [zeros(N, N), K],
      [scale(K, -1), zeros(N, N)],
    ]);
    const twice = [...dplr(N).Lambda.im].flatMap((w) => (w > 0 ? [w, w, -w, -w] : [w, w]));
    expectClose(
      eigenSymmetric(embedded).values,
      twice.toSorted((a, b) => a - b),
      1e-13,
    );
  });

  it("N = 2 by hand: ω = √3/2, and the largest ω tends to N²/π", () => {
    expect(dplr(2).Lambda.im[0]).toBeCloseTo(Math.sqrt(3) / 2, 15);
    for (const N of [64, 128])
      expect(dplr(N).Lambda.im[0]! / ((N * N) / Math.PI)).toBeCloseTo(1, 2);
  });

  it("the frequencies fall strictly to the lowest, and odd N ends at 0", () => {
    for (const N of [2, 3, 64, 127]) {
      const { im } = dplr(N).Lambda;
      expect(im.every((w, j) => j === 0 || w < im[j - 1]!)).toBe(true);
      expect(im.at(-1) === 0).toBe(N % 2 === 1);
    }
  });
});

describe("plain diagonalisation of LegS", () => {
  it.each([2, 4, 8])("N = %d: condition equals the one computed from the eigenvectors", (N) => {
    // numeric inverse: usable only while the condition itself is small
    const X = zeros(N, N);
    for (let j = 0; j < N; j++)
      for (let n = j, w = 1; n < N; w *= -(n + j + 1) / (n + 1 - j), n++)
        X.data[n * N + j] = Math.sqrt(2 * n + 1) * w;
    const { A } = legs(N);
    const AX = multiply(A, X);
    expectClose(
      AX.data,
      X.data.map((x, i) => -((i % N) + 1) * x),
      1e-13,
    );
    const lengths = multiply(transpose(X), X);
    for (let i = 0; i < N * N; i++) X.data[i]! /= Math.sqrt(lengths.data[(i % N) * N + (i % N)]!);
    const norm = (M: { data: Float64Array }) =>
      spectralNorm({ re: M.data, im: new Float64Array(N * N) }, N);
    expectClose([diagonalisation(N).condition], [norm(X) * norm(inverse(X))], 1e-9);
  });

  it("entries reach C(4i, 2i) at N = 3i + 1, about 2^{4N/3} (S4 Lemma 3.2); κ passes 1/ε at N = 23", () => {
    expect(diagonalisation(7).largest).toBe(84); // C(9, 3), n = 6, j = 3
    for (const i of [2, 5, 10]) {
      let central = 1;
      for (let k = 1; k <= 2 * i; k++) central *= (2 * i + k) / k;
      expect(diagonalisation(3 * i + 1).largest).toBeGreaterThanOrEqual(central * (1 - 1e-12));
    }
    expect(diagonalisation(22).condition).toBeLessThan(2 ** 52);
    expect(diagonalisation(23).condition).toBeGreaterThan(2 ** 52);
    expect(diagonalisation(1)).toEqual({ condition: 1, largest: 1 });
    expect(Number.isFinite(diagonalisation(128).condition)).toBe(true);
  });

  it("grows with N", () => {
    for (let N = 1; N < 60; N++)
      expect(diagonalisation(N + 1).condition).toBeGreaterThan(diagonalisation(N).condition);
  });
});

describe("one LegS step in O(N) and O(N²)", () => {
  const state = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
    minLength: 1,
    maxLength: 20,
  });
  const input = fc.double({ min: -5, max: 5, noNaN: true });
  const alpha = fc.constantFrom(0, 0.3, 0.5, 1);

  it("gbt = (I − αhA)⁻¹((I + (1−α)hA) c + hBu)", () => {
    fc.assert(
      fc.property(
        state,
        input,
        alpha,
        fc.double({ min: 1e-3, max: 2, noNaN: true }),
        (c, u, a, h) => {
          const N = c.length;
          const { A, B } = legs(N);
          const right = matvec(add(identity(N), scale(A, (1 - a) * h)), Float64Array.from(c));
          right.forEach((_, n) => (right[n]! += h * B[n]! * u));
          const left = subtract(identity(N), scale(A, a * h));
          const expected = solve(left, { rows: N, cols: 1, data: right }).data;
          const actual = Float64Array.from(c);
          legsStep(N).gbt(actual, u, h, a);
          expectClose(actual, expected, 1e-9); // the dense solve loses digits, not the substitution
        },
      ),
    );
  });

  it("hold = E c + (I − E) e₀ u with E = expm(−A ln r)", () => {
    fc.assert(
      fc.property(state, input, fc.double({ min: 0.3, max: 1, noNaN: true }), (c, u, r) => {
        const N = c.length;
        const E = expm(scale(legs(N).A, -Math.log(r)));
        const past = Float64Array.from(c);
        past[0]! -= u;
        const expected = matvec(E, past);
        expected[0]! += u;
        const actual = Float64Array.from(c);
        legsStep(N).hold(actual, u, r);
        expectClose(actual, expected, 1e-11, 1); // c − u + u rounds at the size of u
      }),
    );
  });
});

describe("bad arguments", () => {
  it.each([0, -3, 2.5, Number.NaN, "8", undefined] as number[])("N = %s", (N) => {
    for (const make of [dplr, diagonalisation, legsStep])
      expect(() => make(N)).toThrow(/N must be/);
  });
  it("diagonalisation beyond Float64", () => {
    expect(() => diagonalisation(129)).toThrow("N must be at most 128, got 129");
  });
});

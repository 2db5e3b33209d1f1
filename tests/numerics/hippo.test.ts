import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { expm } from "../../src/numerics/expm.ts";
import {
  fout,
  lagt,
  legs,
  legsFeedback,
  legt,
  lmu,
  rankCorrection,
  type Hippo,
} from "../../src/numerics/hippo.ts";
import {
  add,
  matvec,
  multiply,
  outer,
  scale,
  subtract,
  transpose,
} from "../../src/numerics/linalg.ts";
import { identity, toRows, type Matrix } from "../../src/numerics/matrix.ts";
import { fourierBasis, laguerreBasis, legendreBasis } from "../../src/numerics/polynomials.ts";
import golden from "../golden/hippo.json" with { type: "json" };
import { expectClose } from "../near.ts";

const size = fc.integer({ min: 1, max: 40 });
const families = { legs, legt: (N: number) => legt(N), lagt, fout: (N: number) => fout(N) };

describe("golden matrices and printed values", () => {
  it.each(golden.legs)("LegS N = $N", ({ N, A, B }) => {
    expectClose(legs(N).A.data, A.flat(), 1e-15);
    expectClose(legs(N).B, B, 1e-15);
  });

  it.each(golden.legt)("LegT N = $N", ({ N, A, B }) => {
    expectClose(legt(N, 1).A.data, A.flat(), 1e-15);
    expectClose(legt(N, 1).B, B, 1e-15);
  });

  it("LegS of S4 equation 2 for N = 4, to the six digits of SCIENCE 2.1", () => {
    const rows = [
      [-1, 0, 0, 0],
      [-1.732051, -2, 0, 0],
      [-2.236068, -3.872983, -3, 0],
      [-2.645751, -4.582576, -5.91608, -4],
    ];
    expectClose(legs(4).A.data, rows.flat(), 1e-7);
  });

  it("LMU for N = 3 as printed in Voelker et al. 2019, equation 2", () => {
    expect(toRows(lmu(3, 1).A)).toEqual([
      [-1, -1, -1],
      [3, -3, -3],
      [-5, 5, -5],
    ]);
    expect([...lmu(3, 1).B]).toEqual([1, -3, 5]);
  });
});

describe("laws of the matrices", () => {
  it("LegS: A + Aᵀ + I + BBᵀ = 0, lower triangular with −1 … −N on the diagonal", () => {
    fc.assert(
      fc.property(size, (N) => {
        const { A, B } = legs(N);
        const sum = add(add(A, transpose(A)), add(identity(N), outer(B, B)));
        expect(Math.max(...sum.data.map(Math.abs))).toBeLessThan(1e-14 * N);
        for (let n = 0; n < N; n++) {
          expect(A.data[n * N + n]).toBe(-(n + 1));
          for (let k = n + 1; k < N; k++) expect(A.data[n * N + k]).toBe(0);
        }
      }),
    );
  });

  it("LegS: a general eigenvalue routine finds −1 … −N", () => {
    // Only for small N: the eigenvectors' condition is 9e10 at N = 16 (see diagonalisation), so ten digits are lost there.
    for (const N of [1, 2, 4, 8]) {
      const { re, im } = eigenvalues(legs(N).A);
      const sorted = re.toSorted((a, b) => b - a);
      expectClose(
        sorted,
        Float64Array.from({ length: N }, (_, n) => -(n + 1)),
        1e-9,
      );
      expect(Math.max(...im.map(Math.abs))).toBeLessThan(1e-9);
    }
  });

  it("A + PPᵀ is normal for every family", () => {
    fc.assert(
      fc.property(size, fc.constantFrom("legs", "legt", "lagt", "fout" as const), (N, name) => {
        const P = rankCorrection(name, N);
        expect(P.cols).toBe(name === "legt" ? 2 : 1);
        const S = add(families[name](N).A, multiply(P, transpose(P)));
        const commutator = subtract(multiply(S, transpose(S)), multiply(transpose(S), S));
        const scale2 = Math.max(...S.data.map(Math.abs)) ** 2 * N;
        expect(Math.max(...commutator.data.map(Math.abs))).toBeLessThanOrEqual(1e-14 * scale2);
      }),
    );
  });

  it("LegS as feedback: (A + ½BBᵀ) − ½BBᵀ = A, normal at κ = 0, LegS at κ = 1, A(κ) = A⁽ᴺ⁾ + BK", () => {
    fc.assert(
      fc.property(size, fc.double({ min: -3, max: 3, noNaN: true }), (N, kappa) => {
        const { A, B } = legs(N);
        const normal = legsFeedback(N, 0).A;
        expectClose(normal.data, add(A, scale(outer(B, B), 0.5)).data, 1e-14);
        expectClose(legsFeedback(N, 1).A.data, A.data, 1e-15);
        const K = B.map((b) => (-kappa / 2) * b);
        expectClose(legsFeedback(N, kappa).A.data, add(normal, outer(B, K)).data, 1e-14);
        const skew = add(normal, scale(identity(N), 0.5));
        expectClose(add(skew, transpose(skew)).data, new Float64Array(N * N), 0);
      }),
    );
  });

  it("LMU is LegT with state n scaled by (−1)ⁿ√(2n+1); theta only rescales time", () => {
    fc.assert(
      fc.property(size, fc.double({ min: 0.01, max: 100, noNaN: true }), (N, theta) => {
        const T = Float64Array.from({ length: N }, (_, n) => (-1) ** n * Math.sqrt(2 * n + 1));
        const { A, B } = legt(N, theta);
        const similar = A.data.map((a, i) => (T[Math.floor(i / N)]! * a) / T[i % N]!);
        expectClose(lmu(N, theta).A.data, similar, 1e-13);
        expectClose(
          lmu(N, theta).B,
          B.map((b, n) => b * T[n]!),
          1e-13,
        );
        for (const family of [legt, fout]) {
          expectClose(
            family(N, theta).A.data,
            family(N).A.data.map((a) => a / theta),
            1e-14,
          );
          expectClose(
            family(N, theta).B,
            family(N).B.map((b) => b / theta),
            1e-14,
          );
        }
      }),
    );
  });
});

describe("what the memories look like: e^{tA}B", () => {
  const at = ({ A, B }: Hippo, t: number) => matvec(expm(scale(A, t)), B);

  it("LegS: √(2n+1) P_n(2e^{−t} − 1) e^{−t}", () => {
    for (const t of [0.1, 0.7, 2, 5]) {
      const basis = legendreBasis(12, new Float64Array([Math.exp(-t)])).data;
      expectClose(
        at(legs(12), t),
        basis.map((p) => p * Math.exp(-t)),
        1e-11,
      );
    }
  });

  it("LagT: L_n(t) e^{−t/2}", () => {
    for (const t of [0.1, 1, 4, 20]) {
      expectClose(at(lagt(24), t), laguerreBasis(24, new Float64Array([t])).data, 1e-11);
    }
  });

  /** Root mean square error of each of the first six states over the steps of s ∈ (from, to), 400 to a window. */
  const errors = (system: Hippo, from: number, to: number, basis: (s: Float64Array) => Matrix) => {
    const N = system.B.length;
    const s = Float64Array.from({ length: 800 }, (_, i) => i / 400);
    const expected = basis(s).data;
    const E = expm(scale(system.A, 1 / 400));
    const sum = new Float64Array(6);
    let x = system.B;
    let points = 0;
    s.forEach((age, i) => {
      if (age >= from && age <= to) {
        points++;
        sum.forEach((_, n) => (sum[n]! += (x[n]! - (age <= 1 ? expected[i * N + n]! : 0)) ** 2));
      }
      x = matvec(E, x);
    });
    return sum.map((e) => Math.sqrt(e / points));
  };

  it("LegT: √(2n+1) P_n(1 − 2s) on the window (rms .05 for n = 0, N = 64: SCIENCE 2.1), little after it", () => {
    const basis = (N: number) => (s: Float64Array) =>
      legendreBasis(
        N,
        s.map((x) => 1 - x),
      );
    expect(errors(legt(64), 0, 1, basis(64))[0]!).toBeCloseTo(0.0465, 3);
    expect(Math.max(...errors(legt(64), 1.1, 2, basis(64)))).toBeLessThan(0.09);
    expect(errors(legt(64), 0, 1, basis(64))[0]!).toBeLessThan(
      errors(legt(16), 0, 1, basis(16))[0]! / 1.5,
    );
  });

  it("FouT: 1, √2 cos 2πjs, √2 sin 2πjs inside the window (rms .006, N = 128: SCIENCE 2.1), little after it", () => {
    const basis = (s: Float64Array) => fourierBasis(128, s);
    const inside = errors(fout(128), 0.1, 0.9, basis);
    expect(Math.sqrt(inside.reduce((sum, e) => sum + e * e, 0) / 6)).toBeCloseTo(0.0066, 3);
    expect(inside[1]).toBe(0);
    expect(Math.max(...errors(fout(128), 1.1, 2, basis))).toBeLessThan(0.02);
  });
});

describe("bad arguments throw with name and expectation", () => {
  const bad = [0, -1, 1.5, Number.NaN, Infinity, "3", undefined, null] as number[];
  it.each(bad)("N = %s", (N) => {
    for (const make of [legs, legt, lagt, fout, lmu])
      expect(() => make(N)).toThrow(/N must be a whole number/);
    expect(() => legsFeedback(N, 1)).toThrow(/N must be/);
    expect(() => rankCorrection("legs", N)).toThrow(/N must be/);
    expect(() => legendreBasis(N, new Float64Array(2))).toThrow(/N must be/);
  });
  it.each([0, -1, Number.NaN, Infinity] as number[])("theta = %s", (theta) => {
    for (const make of [legt, fout, lmu]) expect(() => make(3, theta)).toThrow(/theta must be/);
  });
  it("kappa and points", () => {
    expect(() => legsFeedback(2, Number.NaN)).toThrow(/kappa must be/);
    expect(() => fourierBasis(2, new Float64Array(0))).toThrow(/number of points must be/);
    expect(() => laguerreBasis(2, new Float64Array([Number.NaN]))).toThrow(/points\[0\] must be/);
    expect(() => legendreBasis(2, [1] as unknown as Float64Array)).toThrow(/points must be/);
    expect(() => rankCorrection("x" as "legs", 2)).toThrow(/measure must be legs/);
  });
});

import { describe, it } from "vitest";
import { multiply, scale, transpose } from "../../src/numerics/linalg.ts";
import { identity, type Matrix } from "../../src/numerics/matrix.ts";
import {
  fourierBasis,
  laguerreBasis,
  legendreBasis,
  legendreIntegrals,
} from "../../src/numerics/polynomials.ts";
import { expectClose } from "../near.ts";

describe("bases", () => {
  it("are orthonormal (middle sums of 4,000 points; Laguerre on [0, 120])", () => {
    const x = Float64Array.from({ length: 4000 }, (_, i) => (i + 0.5) / 4000);
    const gram = (basis: Matrix, dx: number) => scale(multiply(transpose(basis), basis), dx);
    expectClose(gram(legendreBasis(12, x), 1 / 4000).data, identity(12).data, 1e-4);
    const lag = laguerreBasis(
      12,
      x.map((s) => 120 * s),
    );
    expectClose(gram(lag, 120 / 4000).data, identity(12).data, 1e-3);
    const fourier = identity(9);
    fourier.data[10] = 0; // the sine of frequency 0
    expectClose(gram(fourierBasis(9, x), 1 / 4000).data, fourier.data, 1e-12);
  });

  it("Legendre values of NIST DLMF 18.5: P₂(½) = −1/8, P₃(½) = −7/16, P₄(½) = −37/128", () => {
    const p = legendreBasis(5, new Float64Array([0.75])).data;
    expectClose(
      p.map((v, n) => v / Math.sqrt(2 * n + 1)),
      [1, 0.5, -1 / 8, -7 / 16, -37 / 128],
      1e-15,
    );
  });

  it("the integrals differentiate back to the basis", () => {
    const x = new Float64Array([0.1, 0.4, 0.77]);
    const h = 1e-5;
    const up = legendreIntegrals(
      10,
      x.map((v) => v + h),
    ).data;
    const down = legendreIntegrals(
      10,
      x.map((v) => v - h),
    ).data;
    expectClose(
      up.map((v, i) => (v - down[i]!) / (2 * h)),
      legendreBasis(10, x).data,
      1e-7,
    );
    expectClose(
      legendreIntegrals(10, new Float64Array([0, 1])).data,
      [...Array(10).fill(0), 1, ...Array(9).fill(0)],
      1e-15,
    );
  });
});

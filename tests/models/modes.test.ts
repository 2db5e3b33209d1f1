import { describe, expect, it } from "vitest";
import { parts, powerNorms, slanted } from "../../src/models/modes.ts";
import { eigenvalues2x2 } from "../../src/numerics/eigen2x2.ts";
import { multiply } from "../../src/numerics/linalg.ts";
import { fromRows, identity } from "../../src/numerics/matrix.ts";
import { singular2x2 } from "../../src/numerics/norm2x2.ts";
import { spectralNorm } from "../../src/numerics/spectralNorm.ts";

const degree = Math.PI / 180;
const power = (A: ReturnType<typeof slanted>, k: number) =>
  Array.from({ length: k }).reduce<typeof A>((P) => multiply(A, P), identity(2));

describe("modes", () => {
  it("has the eigenvalues it was made of, at any angle", () => {
    for (const angle of [2, 45, 90, 150]) {
      const { re, im } = eigenvalues2x2(slanted(0.95, -0.6, angle * degree));
      expect([...re, ...im]).toEqual([expect.closeTo(0.95, 12), expect.closeTo(-0.6, 12), 0, 0]);
    }
    expect([...slanted(0.5, 0.9, Math.PI / 2).data]).toEqual([0.5, 0, 0, 0.9]);
    expect(() => slanted(1, 1, 0)).toThrow("angle must be between 0 and π");
  });

  it("takes a state apart along both directions", () => {
    const a = 30 * degree;
    const [p, q] = parts([0.3, 1], a);
    expect(p[0] + q[0]).toBeCloseTo(0.3, 14);
    expect([p[1], q[1]]).toEqual([0, 1]);
    expect(q[1] / q[0]).toBeCloseTo(Math.tan(a), 14);
  });

  it("grows by the norm of the power, as the power method finds it", () => {
    const A = slanted(0.95, 0.6, 4 * degree);
    const norms = powerNorms(A, 12);
    expect(norms[0]).toBe(1);
    for (const k of [1, 5, 12]) {
      const re = power(A, k).data;
      expect(norms[k]).toBeCloseTo(spectralNorm({ re, im: new Float64Array(4) }, 2), 9);
    }
    // Ten times, with both eigenvalues below 1.
    expect(Math.max(...norms)).toBeCloseTo(9.984, 3);
  });

  it("finds both singular values", () => {
    expect(
      singular2x2(
        fromRows([
          [3, 0],
          [4, 5],
        ]),
      ),
    ).toEqual([expect.closeTo(Math.sqrt(45), 12), expect.closeTo(Math.sqrt(5), 12)]);
    expect(
      singular2x2(
        fromRows([
          [0, -2],
          [2, 0],
        ]),
      ),
    ).toEqual([2, 2]);
    expect(
      singular2x2(
        fromRows([
          [1, 2],
          [2, 4],
        ]),
      )[1],
    ).toBe(0);
    expect(
      singular2x2(
        fromRows([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toEqual([0, 0]);
    expect(() => singular2x2(identity(3))).toThrow("M must be 2×2");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discretize, type Rule } from "../../src/numerics/discretize.ts";
import { normFro, scale, subtract } from "../../src/numerics/linalg.ts";
import { fromRows, type Matrix } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { matrix } from "./arbitrary.ts";

const pair = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, m]) => fc.tuple(matrix(n, n, 2), matrix(n, m, 2)));
const step = fc.double({ min: 1e-3, max: 1, noNaN: true });
const close = (A: Matrix, B: Matrix) => normFro(subtract(A, B));

describe("scales far apart do not touch each other's digits", () => {
  const one = (a: number, b: number, dt: number, rule: Rule = "zoh") => {
    const { A, B } = discretize(fromRows([[a]]), fromRows([[b]]), dt, rule);
    return [A.data[0]!, B.data[0]!] as const;
  };
  const sizes = fc.integer({ min: -200, max: 200 }).map((k) => 10 ** k);
  const near = (found: number, wanted: number) =>
    expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-13);

  test("ZOH of one state, whatever the size of B", () => {
    const rate = fc.double({ min: 1e-3, max: 9, noNaN: true });
    fc.assert(
      fc.property(rate, step, sizes, (a, dt, b) => {
        const [A, B] = one(-a, b, dt);
        near(A, Math.exp(-a * dt));
        near(B / b, -Math.expm1(-a * dt) / a);
      }),
    );
    near(one(-1, 1e12, 0.1)[0], 0.9048374180359595);
  });

  test("linear in every column of B, to the last digit but two", () => {
    fc.assert(
      fc.property(pair, step, sizes, ([A, B], dt, b) => {
        const [plain, huge] = [discretize(A, B, dt, "zoh"), discretize(A, scale(B, b), dt, "zoh")];
        expect(close(plain.A, huge.A)).toBeLessThan(1e-13 * normFro(plain.A));
        expect(close(plain.B, scale(huge.B, 1 / b))).toBeLessThan(
          1e-13 * (normFro(plain.B) + 1e-3),
        );
      }),
    );
  });

  test("in other units of the states the same model: Ā = D⁻¹ Ā₀ D", () => {
    const units = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(pair, step, units, ([A, B], dt, powers) => {
        const n = A.rows;
        const d = powers.map((k) => 2 ** k);
        const turn = (M: Matrix, column: (j: number) => number) => ({
          ...M,
          data: M.data.map((x, at) => (x / d[Math.floor(at / M.cols)]!) * column(at % M.cols)),
        });
        const plain = discretize(A, B, dt, "zoh");
        const turned = discretize(
          turn(A, (j) => d[j]!),
          turn(B, () => 1),
          dt,
          "zoh",
        );
        const wanted = turn(plain.A, (j) => d[j]!);
        turned.A.data.forEach((x, at) => {
          const unit = d[at % n]! / d[Math.floor(at / n)]!;
          expect(Math.abs(x - wanted.data[at]!) / unit).toBeLessThan(
            1e-12 * (1 + normFro(plain.A)),
          );
        });
      }),
    );
  });

  test("a fast state beside a slow one, coupled or not; a rotation; a nilpotent chain", () => {
    const stiff = discretize(fromRows([[-1, 0], [0, -1e9]]), fromRows([[1], [1e-9]]), 0.1, "zoh"); // prettier-ignore
    near(stiff.A.data[0]!, Math.exp(-0.1));
    near(stiff.B.data[0]!, -Math.expm1(-0.1));
    near(stiff.B.data[1]!, 1e-18);
    const coupled = discretize(fromRows([[-1, 1e12], [0, -2]]), fromRows([[0], [1]]), 0.1, "zoh"); // prettier-ignore
    near(coupled.A.data[0]!, Math.exp(-0.1));
    near(coupled.A.data[1]!, 1e12 * (Math.exp(-0.1) - Math.exp(-0.2)));
    const turn = discretize(fromRows([[0, 1e8], [-1e-8, 0]]), fromRows([[0], [1e10]]), 0.1, "zoh"); // prettier-ignore
    near(turn.A.data[0]!, Math.cos(0.1));
    near(turn.A.data[2]!, -1e-8 * Math.sin(0.1));
    near(turn.B.data[0]!, 2e18 * Math.sin(0.05) ** 2);
    const chain = discretize(fromRows([[0, 1e6], [0, 0]]), fromRows([[0], [1e14]]), 0.5, "zoh"); // prettier-ignore
    expectClose(chain.B.data, [1.25e19, 5e13], 1e-15);
  });

  test("the implicit rules and Euler", () => {
    for (const [alpha, rule] of [
      [0, "euler"],
      [0.5, "bilinear"],
      [1, "backward"],
      [0.3, { gbt: 0.3 }],
    ] as const)
      for (const [a, b, dt] of [
        [-1, 1e12, 0.1],
        [-1e12, 1e-12, 0.1],
        [-1, 1, 1e15],
        [-1e-9, 1e200, 1e3],
      ] as const) {
        const [A, B] = one(a, b, dt, rule);
        near(A, (1 + (1 - alpha) * a * dt) / (1 - alpha * a * dt));
        near(B, (dt * b) / (1 - alpha * a * dt));
      }
    expect(one(-1, 3, 1e300)).toEqual([0, expect.closeTo(3, 12)]);
  });
});

import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { discretize, mambaRule, type Rule, zohDiagonal } from "../../src/numerics/discretize.ts";
import { add, multiply, normFro, scale, subtract } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { inverse } from "../../src/numerics/solve.ts";
import { spectralRadius } from "../../src/models/structure.ts";
import { expectClose } from "../near.ts";
import { matrix, soundOrRefused, wild, wildMatrix } from "./arbitrary.ts";

interface Pair {
  A: number[][];
  B: number[][];
}
interface Case extends Pair {
  dt: number;
  methods: Record<string, Pair>;
}
const golden = JSON.parse(
  readFileSync(new URL("../golden/discretize.json", import.meta.url), "utf8"),
) as { cases: Case[] };
const rules: Record<string, Rule> = {
  zoh: "zoh",
  bilinear: "bilinear",
  euler: "euler",
  backward_diff: "backward",
  gbt: { gbt: 0.3 }, // scipy was called with alpha = 0.3
};

test.each(golden.cases)("equals scipy's cont2discrete, case %#", ({ A, B, dt, methods }) => {
  for (const [name, expected] of Object.entries(methods)) {
    const found = discretize(fromRows(A), fromRows(B), dt, rules[name]!);
    expectClose(found.A.data, expected.A.flat(), 1e-9);
    expectClose(found.B.data, expected.B.flat(), 1e-9);
  }
});

test("the golden values of the course: a = −1, B = 1, and LegS of two states", () => {
  const one = (rule: Rule, dt: number) => {
    const { A, B } = discretize(fromRows([[-1]]), fromRows([[1]]), dt, rule);
    return [A.data[0]!, B.data[0]!];
  };
  const names = ["euler", "bilinear", "backward", "zoh"] as const;
  const near = (found: number[], expected: number[]) =>
    found.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 6));
  near(
    names.map((rule) => one(rule, 0.1)[0]!),
    [0.9, 0.904762, 0.909091, 0.904837],
  );
  near(
    names.map((rule) => one(rule, 3)[0]!),
    [-2, -0.2, 0.25, 0.049787],
  );
  near(
    names.map((rule) => one(rule, 1)[1]!),
    [1, 0.666667, 0.5, 0.632121],
  );
  const [A, B] = [
    fromRows([
      [-1, 0],
      [-Math.sqrt(3), -2],
    ]),
    fromRows([[1], [Math.sqrt(3)]]),
  ];
  const bilinear = discretize(A, B, 0.1, "bilinear");
  near([...bilinear.A.data], [0.904762, 0, -0.149961, 0.818182]);
  near([...bilinear.B.data], [0.095238, 0.149961]);
  const zoh = discretize(A, B, 0.1, "zoh");
  near([...zoh.A.data], [0.904837, 0, -0.149141, 0.818731]);
  near([...zoh.B.data], [0.095163, 0.149141]);
});

const pair = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, m]) => fc.tuple(matrix(n, n, 2), matrix(n, m, 2)));
const step = fc.double({ min: 1e-3, max: 1, noNaN: true });

test("ZOH over Δ twice is ZOH over 2Δ, and in any two parts", () => {
  fc.assert(
    fc.property(pair, step, step, ([A, B], s, t) => {
      const [first, second] = [discretize(A, B, s, "zoh"), discretize(A, B, t, "zoh")];
      const whole = discretize(A, B, s + t, "zoh");
      const bound = normFro(first.A) * normFro(second.A) + normFro(first.B) + normFro(second.B);
      expect(close(multiply(second.A, first.A), whole.A) / bound).toBeLessThan(1e-13);
      const moved = add(multiply(second.A, first.B), second.B);
      expect(close(moved, whole.B) / (bound * (1 + normFro(second.A)))).toBeLessThan(1e-13);
    }),
  );
});

test("ZOH is A⁻¹(Ā − I)B where A has an inverse, and ΔB, ½Δ²… where it is nilpotent", () => {
  fc.assert(
    fc.property(pair, step, ([M, B], dt) => {
      const A = subtract(M, scale(identity(M.rows), 25));
      const found = discretize(A, B, dt, "zoh");
      const direct = multiply(inverse(A), multiply(subtract(found.A, identity(A.rows)), B));
      expect(close(found.B, direct)).toBeLessThan(1e-13 * (normFro(B) + 1));
    }),
  );
  const { A, B } = discretize(
    fromRows([
      [0, 1],
      [0, 0],
    ]),
    fromRows([[0], [1]]),
    0.5,
    "zoh",
  );
  expectClose(A.data, [1, 0.5, 0, 1], 1e-15);
  expectClose(B.data, [0.125, 0.5], 1e-15);
});

test("generalised bilinear: 0, ½ and 1 are Euler, bilinear and backward", () => {
  fc.assert(
    fc.property(pair, ([A, B]) => {
      for (const [gbt, rule] of [
        [0, "euler"],
        [0.5, "bilinear"],
        [1, "backward"],
      ] as const)
        expect(discretize(A, B, 0.01, { gbt })).toEqual(discretize(A, B, 0.01, rule));
    }),
  );
});

/** A with its eigenvalues strictly left: −(M Mᵀ + ½ I) plus a skew part. */
const stable = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.tuple(matrix(n, n, 2), matrix(n, n, 5)))
  .map(([M, K]) => {
    const n = M.rows;
    const A = scale(multiply(M, { rows: n, cols: n, data: turned(M) }), -1);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        A.data[i * n + j]! += K.data[i * n + j]! - K.data[j * n + i]! - (i === j ? 0.5 : 0);
    return A;
  });

test("bilinear, backward and ZOH keep a stable model stable at every step; Euler does not", () => {
  fc.assert(
    fc.property(stable, fc.double({ min: 1e-3, max: 50, noNaN: true }), (A, dt) => {
      const B = zeros(A.rows, 1);
      for (const rule of ["bilinear", "backward", "zoh", { gbt: 0.7 }] as const)
        expect(spectralRadius(discretize(A, B, dt, rule).A)).toBeLessThan(1 + 1e-12);
    }),
  );
  const radius = (dt: number) =>
    spectralRadius(discretize(fromRows([[-1]]), fromRows([[1]]), dt, "euler").A);
  expect(radius(1.99)).toBeLessThan(1);
  expect(radius(2.01)).toBeGreaterThan(1);
});

test("order of accuracy: halving Δ quarters the error of Euler and backward, and an eighth remains of bilinear", () => {
  const [A, B] = [
    fromRows([
      [-0.3, 1],
      [-1, -0.2],
    ]),
    fromRows([[0.5], [1]]),
  ];
  const error = (dt: number, rule: Rule) =>
    close(discretize(A, B, dt, rule).A, discretize(A, B, dt, "zoh").A);
  const order = (rule: Rule) => Math.log2(error(0.02, rule) / error(0.01, rule));
  expect(order("euler")).toBeCloseTo(2, 1);
  expect(order("backward")).toBeCloseTo(2, 1);
  expect(order("bilinear")).toBeCloseTo(3, 1);
});

test("every rule rests where the continuous model rests under a constant input", () => {
  fc.assert(
    fc.property(stable, step, (A, dt) => {
      const n = A.rows;
      const B: Matrix = {
        rows: n,
        cols: 1,
        data: Float64Array.from({ length: n }, (_, i) => i + 1),
      };
      const rest = scale(multiply(inverse(A), B), -1);
      for (const rule of ["zoh", "bilinear", "backward", "euler"] as const) {
        const { A: Abar, B: Bbar } = discretize(A, B, dt, rule);
        const moved = add(multiply(Abar, rest), Bbar);
        expect(close(moved, rest)).toBeLessThan(1e-12 * normFro(rest) * (1 + normFro(Abar)));
      }
    }),
  );
});

test("wrong arguments are named", () => {
  const [A, B] = [identity(2), zeros(2, 1)];
  expect(() => discretize(zeros(2, 3), B, 1, "zoh")).toThrow("A must be square, got 2×3");
  expect(() => discretize(A, zeros(3, 1), 1, "zoh")).toThrow("B must be 2×any, got 3×1");
  expect(() => discretize(A, B, 0, "zoh")).toThrow("dt must be a finite number above 0, got 0");
  expect(() => discretize(A, B, -1, "euler")).toThrow("dt must be a finite number above 0, got -1");
  expect(() => discretize(A, B, NaN, "euler")).toThrow(
    "dt must be a finite number above 0, got NaN",
  );
  expect(() => discretize(A, B, 1, "foh" as Rule)).toThrow('rule must be "zoh", "bilinear"');
  expect(() => discretize(A, B, 1, null as unknown as Rule)).toThrow("rule must be");
  expect(() => discretize(A, B, 1, { gbt: 1.5 })).toThrow("rule.gbt must be a number from 0 to 1");
  expect(() => discretize(A, B, 1, { gbt: NaN })).toThrow("rule.gbt must be a number from 0 to 1");
  expect(() => discretize(A, B, 2, "bilinear")).toThrow("I − αΔA must be non-singular");
  expect(() => discretize(A, B, 1e4, "zoh")).toThrow("exp(A) to be within the range of Float64");
  const none = new Float64Array(0);
  expect(() => mambaRule(none, none, 1)).toThrow("A must be a vector of at least one entry");
  expect(() => zohDiagonal(Float64Array.of(1), none, 1)).toThrow(
    "B must be a Float64Array of length 1",
  );
  expect(() => zohDiagonal(Float64Array.of(1e4), Float64Array.of(1), 1)).toThrow("exp(ΔA) must be");
});

test("no NaN leaves silently", () => {
  const rule = fc.oneof(
    fc.constantFrom("zoh", "euler", "bilinear", "backward"),
    wild.map((gbt) => ({ gbt })),
  );
  fc.assert(
    fc.property(wildMatrix(3), wildMatrix(3), wild, rule, (A, B, dt, r) => {
      soundOrRefused(() => discretize(A, B, dt, r as Rule));
      soundOrRefused(() => mambaRule(A.data, B.data, dt));
      soundOrRefused(() => zohDiagonal(A.data, B.data, dt));
    }),
    { numRuns: 1000 },
  );
});

function close(A: Matrix, B: Matrix): number {
  return normFro(subtract(A, B));
}

function turned(M: Matrix): Float64Array {
  return M.data.map((_, at) => M.data[(at % M.cols) * M.cols + Math.floor(at / M.cols)]!);
}

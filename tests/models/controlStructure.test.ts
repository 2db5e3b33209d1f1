import fc from "fast-check";
import { expect, test } from "vitest";
import { simulate } from "../../src/models/ssm.ts";
import {
  controllabilityMatrix,
  isControllable,
  isObservable,
  observabilityMatrix,
  poles,
  spectralRadius,
} from "../../src/models/structure.ts";
import { normFro, scale, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { solve } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";
import { matrix } from "../numerics/arbitrary.ts";

const pairOf = (most: number, inputs: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: inputs }))
    .chain(([n, m]) => fc.tuple(matrix(n, n, 2), matrix(n, m, 2)));

/** Controllable with room to spare, so that rounding is not the subject. */
const firm = ([A, B]: readonly [Matrix, Matrix]) => isControllable(A, B, 1e-3);

test("poles of known models, and of a rotation by 30° that fades", () => {
  const angle = Math.PI / 6;
  const [c, s] = [0.9 * Math.cos(angle), 0.9 * Math.sin(angle)];
  const { re, im } = poles({
    A: fromRows([
      [c, -s],
      [s, c],
    ]),
  });
  expectClose(re, [c, c], 1e-15);
  expectClose(im, [s, -s], 1e-15);
  expect(
    spectralRadius(
      fromRows([
        [c, -s],
        [s, c],
      ]),
    ),
  ).toBeCloseTo(0.9, 14);
});

test("controllable = the inputs reach any state within n steps", () => {
  fc.assert(
    fc.property(
      pairOf(4, 1),
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }),
      (pair, to) => {
        fc.pre(firm(pair));
        const [A, B] = pair;
        const n = A.rows;
        const target: Matrix = { rows: n, cols: 1, data: Float64Array.from(to.slice(0, n)) };
        // h_n = A^{n−1}B u_0 + … + B u_{n−1}
        const u = solve(controllabilityMatrix(A, B), target).data.toReversed();
        const model = { A, B, C: identity(n), D: zeros(n, 1) };
        const run = simulate(model, { rows: n, cols: 1, data: u }, { readout: "immediate" });
        expectClose(run.states.data.slice(-n), target.data, 1e-8, 1);
      },
    ),
  );
});

test("controllability is that of the dual's observability, and survives a change of basis and of scale", () => {
  fc.assert(
    fc.property(pairOf(4, 2), fc.integer({ min: -100, max: 100 }), ([A, B], exponent) => {
      expect(isObservable(transpose(A), transpose(B))).toBe(isControllable(A, B));
      expect(transpose(observabilityMatrix(transpose(A), transpose(B)))).toEqual(
        controllabilityMatrix(A, B),
      );
      fc.pre(firm([A, B]) && normFro(A) > 0);
      expect(isControllable(scale(A, 2 ** exponent), scale(B, 2 ** -exponent))).toBe(true);
    }),
  );
});

test("not controllable: a mode without input, two equal modes with one input", () => {
  expect(
    isControllable(
      fromRows([
        [1, 0],
        [0, 2],
      ]),
      fromRows([[1], [0]]),
    ),
  ).toBe(false);
  expect(isControllable(identity(2), fromRows([[1], [1]]))).toBe(false);
  expect(isControllable(identity(2), identity(2))).toBe(true);
  expect(
    isControllable(
      fromRows([
        [1, 1],
        [0, 1],
      ]),
      fromRows([[0], [1]]),
    ),
  ).toBe(true);
  expect(
    isControllable(
      fromRows([
        [1, 1],
        [0, 1],
      ]),
      fromRows([[1], [0]]),
    ),
  ).toBe(false);
  expect(isControllable(zeros(2, 2), zeros(2, 1))).toBe(false);
  expect(
    isObservable(
      fromRows([
        [1, 1],
        [0, 1],
      ]),
      fromRows([[1, 0]]),
    ),
  ).toBe(true);
  expect(
    isObservable(
      fromRows([
        [1, 1],
        [0, 1],
      ]),
      fromRows([[0, 1]]),
    ),
  ).toBe(false);
});

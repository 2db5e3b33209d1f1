import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  impulseResponse,
  simulate,
  type OutputTiming,
  type StateSpace,
} from "../../src/models/ssm.ts";
import { causalConvolve } from "../../src/numerics/fft.ts";
import { multiply, normFro, scale, subtract } from "../../src/numerics/linalg.ts";
import { fromRows, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { matrix, numbers } from "../numerics/arbitrary.ts";

interface Case {
  A: number[][];
  B: number[][];
  C: number[][];
  D: number[][];
  u: number[][];
  h0: number[];
  states: number[][];
  y: number[][];
}
const golden = JSON.parse(
  readFileSync(new URL("../golden/simulate.json", import.meta.url), "utf8"),
) as { cases: Case[] };

const modelOf = ({ A, B, C, D }: Pick<Case, "A" | "B" | "C" | "D">): StateSpace => ({
  A: fromRows(A),
  B: fromRows(B),
  C: fromRows(C),
  D: fromRows(D),
});

test.each(golden.cases)("equals scipy's dlsim, case %#", (c) => {
  const { states, outputs, finite } = simulate(modelOf(c), fromRows(c.u), {
    h0: Float64Array.from(c.h0),
  });
  expectClose(states.data, c.states.flat(), 1e-9);
  expectClose(outputs.data, c.y.flat(), 1e-9);
  expect([states.rows, states.cols]).toEqual([c.u.length, c.A.length]);
  expect([outputs.rows, outputs.cols]).toEqual([c.u.length, c.C.length]);
  expect(finite).toBe(c.u.length);
});

const shape = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 2 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 20 }),
);
/** A model with ‖A‖ ≤ 1, an input, a start and a read-out. */
const setting = shape.chain(([n, m, p, L]) =>
  fc.record({
    model: fc.record({
      A: matrix(n, n).map((A) => scale(A, 1 / Math.max(1, normFro(A)))),
      B: matrix(n, m),
      C: matrix(p, n),
      D: matrix(p, m),
    }),
    u: matrix(L, m),
    other: matrix(L, m),
    h0: numbers(n, n),
    readout: fc.constantFrom<OutputTiming[]>("delayed", "immediate"),
  }),
);

test("linear: the response to 2u − 3w from rest is 2 × that to u − 3 × that to w", () => {
  fc.assert(
    fc.property(setting, ({ model, u, other, readout }) => {
      const out = (x: Matrix) => simulate(model, x, { readout }).outputs;
      const [a, b] = [out(u), out(other)];
      const both = out(subtract(scale(u, 2), scale(other, 3)));
      const expected = subtract(scale(a, 2), scale(b, 3));
      const size = 2 * normFro(a) + 3 * normFro(b) + 1e-9;
      expect(normFro(subtract(both, expected)) / size).toBeLessThan(1e-12);
    }),
  );
});

test("time-invariant: input a step later, output a step later", () => {
  fc.assert(
    fc.property(setting, ({ model, u, readout }) => {
      const later = zeros(u.rows + 1, u.cols);
      later.data.set(u.data, u.cols);
      const now = simulate(model, u, { readout }).outputs;
      const then = simulate(model, later, { readout }).outputs;
      expect([...then.data.subarray(0, now.cols)].every((x) => x === 0)).toBe(true);
      expect(then.data.slice(now.cols)).toEqual(now.data);
    }),
  );
});

test("causal: what comes at step t leaves every earlier output alone, and delayed h_t too", () => {
  fc.assert(
    fc.property(setting, fc.nat(19), ({ model, u, h0, readout }, at) => {
      const t = at % u.rows;
      const changed = { ...u, data: u.data.slice() };
      changed.data[t * u.cols]! += 5;
      const [a, b] = [u, changed].map((x) => simulate(model, x, { h0, readout }));
      const p = a!.outputs.cols;
      expect(b!.outputs.data.slice(0, t * p)).toEqual(a!.outputs.data.slice(0, t * p));
      const seen = (t + (readout === "delayed" ? 1 : 0)) * model.A.rows;
      expect(b!.states.data.slice(0, seen)).toEqual(a!.states.data.slice(0, seen));
    }),
  );
});

test("recurrence = convolution with the impulse response, by FFT, for both read-outs", () => {
  fc.assert(
    fc.property(setting, ({ model, u, readout }) => {
      const L = u.rows;
      const [m, p] = [model.B.cols, model.C.rows];
      const run = simulate(model, u, { readout }).outputs;
      const kernels = impulseResponse(model, L, readout).outputs;
      const column = (M: Matrix, j: number) =>
        Float64Array.from({ length: L }, (_, t) => M.data[t * M.cols + j]!);
      for (let i = 0; i < p; i++) {
        const sum = new Float64Array(L);
        let size = 1e-9;
        for (let j = 0; j < m; j++) {
          const [x, kernel] = [column(u, j), column(kernels, i * m + j)];
          size += Math.hypot(...x) * Math.hypot(...kernel);
          causalConvolve(x, kernel).forEach((y, t) => (sum[t]! += y));
        }
        column(run, i).forEach((y, t) => expect(Math.abs(y - sum[t]!) / size).toBeLessThan(1e-12));
      }
    }),
  );
});

test("the impulse response is D, CB, CAB, … delayed and CB + D, CAB, … immediate", () => {
  fc.assert(
    fc.property(setting, ({ model, u }) => {
      const { A, B, C, D } = model;
      const L = u.rows + 1;
      const delayed = impulseResponse(model, L).outputs;
      const immediate = impulseResponse(model, L, "immediate").outputs;
      const width = B.cols * C.rows;
      let power = B;
      expectClose(delayed.data.subarray(0, width), D.data, 1e-12);
      for (let t = 0; t < L; t++) {
        const term = multiply(C, power);
        const size = normFro(C) * normFro(B) + normFro(D) + 1e-9;
        for (let i = 0; i < width; i++) {
          const plain = term.data[i]! + (t === 0 ? D.data[i]! : 0);
          expect(Math.abs(immediate.data[t * width + i]! - plain) / size).toBeLessThan(1e-13);
          if (t + 1 < L)
            expect(
              Math.abs(delayed.data[(t + 1) * width + i]! - term.data[i]!) / size,
            ).toBeLessThan(1e-13);
        }
        power = multiply(A, power);
      }
    }),
  );
});

test("the delayed states are the immediate ones a step later", () => {
  fc.assert(
    fc.property(setting, ({ model, u, h0 }) => {
      const delayed = simulate(model, u, { h0 }).states;
      const immediate = simulate(model, u, { h0, readout: "immediate" }).states;
      const n = model.A.rows;
      expect(delayed.data.slice(0, n)).toEqual(h0);
      expect(delayed.data.slice(n)).toEqual(immediate.data.slice(0, -n));
    }),
  );
});

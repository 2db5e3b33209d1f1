import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { fromRows, toRows, zeros } from "../../src/numerics/matrix.ts";
import type { Matrix } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { chunkedScan, hillisSteele } from "../../src/numerics/scan.ts";
import { gatedStep } from "../../src/models/s6Gate.ts";
import {
  activations,
  affineMaps,
  composable,
  seedGate,
  seedMaps,
} from "../../src/models/seedGate.ts";
import type { Activation, SeedGate } from "../../src/models/seedGate.ts";

const all = Object.keys(activations) as Activation[];

function sample(seed: number, f: Activation, n = 3, m = 2, L = 17): { model: SeedGate; u: Matrix } {
  const { normal } = generator(seed);
  const fill = (rows: number, cols: number) => {
    const M = zeros(rows, cols);
    M.data.forEach((_, i) => (M.data[i] = normal()));
    return M;
  };
  return { model: { A: fill(n, n), B: fill(n, m), W: fill(n, m), f }, u: fill(L, m) };
}

describe("seedGate", () => {
  it("is h = f(A h + B u) ⊙ σ(W u), by hand", () => {
    const model: SeedGate = {
      A: fromRows([[0.5]]),
      B: fromRows([[2]]),
      W: fromRows([[1]]),
      f: "tanh",
    };
    const { states, gates } = seedGate(model, fromRows([[1], [-1]]), { h0: new Float64Array([4]) });
    const h1 = Math.tanh(4) / (1 + Math.exp(-1));
    const h2 = Math.tanh(0.5 * h1 - 2) / (1 + Math.exp(1));
    expect([states.rows, states.cols]).toEqual([2, 1]);
    expectClose(states.data, [h1, h2], 1e-14);
    expectClose(gates.data, [1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(1))], 1e-14);
  });
  it.each(all)("with f = %s has no state where its gate is shut; S6 keeps its own there", (f) => {
    const { model, u } = sample(1, f);
    const gates = zeros(u.rows, 3);
    gates.data.fill(1);
    gates.data.fill(0, 15, 18); // token 5
    const { states } = seedGate(
      {
        ...model,
        A: fromRows([
          [0.5, 0, 0],
          [0, 0.5, 0],
          [0, 0, 0.5],
        ]),
      },
      u,
      { gates },
    );
    expect(toRows(states)[5]!.map(Math.abs)).toEqual([0, 0, 0]);
    expect(toRows(states)[4]!.some((x) => x !== 0)).toBe(true);
    expect(gatedStep(0.7, 0, u.data[0]!)).toBe(0.7);
  });
  it.each(all)("with f = %s is causal", (f) => {
    const { model, u } = sample(2, f);
    const before = seedGate({ ...model, A: zeros(3, 3) }, u).states;
    u.data[20]! += 1; // token 10
    const after = seedGate({ ...model, A: zeros(3, 3) }, u).states;
    expect(toRows(after).slice(0, 10)).toEqual(toRows(before).slice(0, 10));
  });
});

describe("composable", () => {
  it("is true of the identity alone", () => {
    expect(all.filter(composable)).toEqual(["identity"]);
    expect(() => composable("gelu" as never)).toThrow(/^f must be one of relu, sigmoid, tanh/);
    expect(() => composable("toString" as never)).toThrow(/^f must be one of/);
  });
  it("for the identity: any tree over the maps gives the recurrence", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (seed, L, chunk) => {
          const { model, u } = sample(seed, "identity", 3, 2, L);
          model.A.data.forEach((a, i) => (model.A.data[i] = a / 4));
          const truth = seedGate(model, u).states;
          const maps = seedMaps(model, u);
          for (const { values } of [
            hillisSteele(maps, affineMaps),
            chunkedScan(maps, affineMaps, { chunk }),
          ])
            expectClose(
              values.flatMap((map) => [...map.b]),
              truth.data,
              1e-12,
            );
          expect(maps).toHaveLength(L);
        },
      ),
    );
  });
  it.each(all.filter((f) => f !== "identity"))(
    "for %s: two steps are no map of the same form, and there are no maps to merge",
    (f) => {
      const { model, u } = sample(3, f);
      expect(() => seedMaps(model, u)).toThrow(/^f must be identity/);
      // A step of an affine map would keep midpoints; these do not.
      const scalar: SeedGate = { A: fromRows([[1]]), B: fromRows([[0]]), W: fromRows([[0]]), f };
      const to = (h: number) =>
        seedGate(scalar, fromRows([[1], [1]]), { h0: new Float64Array([h]) }).states.data[1]!;
      expect(Math.abs(to(-2) + to(3) - 2 * to(0.5))).toBeGreaterThan(1e-3);
    },
  );
});

it("bad arguments throw by name, and no overflow leaves", () => {
  const { model, u } = sample(4, "identity");
  expect(() => seedGate({ ...model, A: zeros(3, 2) }, u)).toThrow(/^A must be/);
  expect(() => seedGate({ ...model, B: zeros(2, 2) }, u)).toThrow(/^B must be/);
  expect(() => seedGate({ ...model, W: zeros(3, 1) }, u)).toThrow(/^W must be/);
  expect(() => seedGate({ ...model, f: "x" as never }, u)).toThrow(/^f must be/);
  expect(() => seedGate(model, zeros(4, 3))).toThrow(/^u must be/);
  expect(() => seedGate(model, u, { h0: new Float64Array(2) })).toThrow(/^h0 must be/);
  expect(() => seedGate(model, u, { gates: zeros(17, 2) })).toThrow(/^gates must be/);
  expect(() => seedMaps(model, u, { gates: zeros(17, 2) })).toThrow(/^gates must be/);
  model.A.data.fill(1e200);
  expect(() => seedGate(model, u)).toThrow(/must be finite \(it overflowed\)/);
});

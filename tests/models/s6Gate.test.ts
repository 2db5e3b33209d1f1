import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { generator } from "../../src/numerics/random.ts";
import { selectiveScan } from "../../src/models/s6.ts";
import type { S6Input } from "../../src/models/s6.ts";
import {
  gatedStep,
  sigmoid,
  silu,
  siluSlope,
  softplus,
  theoremOne,
} from "../../src/models/s6Gate.ts";

const seed = fc.integer({ min: 0, max: 1e6 });

describe("theorem 1", () => {
  it("holds with exact ZOH to 1e-12 and not with the simplified rule", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), seed, (L, k) => {
        const { normal } = generator(k);
        const delta = Float64Array.from({ length: L }, () => 4 * normal());
        const u = Float64Array.from({ length: L }, normal);
        const one = new Float64Array(L).fill(1);
        const s: S6Input = {
          L,
          channels: 1,
          states: 1,
          u,
          delta,
          A: new Float64Array([-1]),
          B: one,
          C: one,
          D: new Float64Array(1),
        };
        const { states, gates } = theoremOne(delta, u);
        expectClose(selectiveScan(s, { rule: "zoh", softplus: true }).y, states, 1e-12);
        expect(gates[0]).toBe(sigmoid(delta[0]!));
      }),
    );
    const [s, x] = [new Float64Array([3, 3]), new Float64Array([1, 1])];
    const one = new Float64Array([1, 1]);
    const { y } = selectiveScan(
      {
        L: 2,
        channels: 1,
        states: 1,
        u: x,
        delta: s,
        A: new Float64Array([-1]),
        B: one,
        C: one,
        D: new Float64Array(1),
      },
      { softplus: true },
    );
    expect(Math.abs(y[1]! - theoremOne(s, x).states[1]!)).toBeGreaterThan(0.5);
  });
  it("has a gate that holds at 0 and takes the input at 1", () => {
    expect(gatedStep(5, 0, 7)).toBe(5);
    expect(gatedStep(5, 1, 7)).toBe(7);
    expect(() => theoremOne(new Float64Array(2), new Float64Array(3))).toThrow(/^x must be/);
    expect(() => theoremOne(new Float64Array(), new Float64Array())).toThrow(/^s must be/);
    expect(() => theoremOne(new Float64Array(1), new Float64Array(1), Number.NaN)).toThrow(
      /^h0 must/,
    );
  });
  it("has σ, softplus and SiLU that neither overflow nor cancel", () => {
    expect([-1000, 0, 1000].map(sigmoid)).toEqual([0, 0.5, 1]);
    expect([-1000, 0, 1000].map(softplus)).toEqual([0, Math.LN2, 1000]);
    expect(softplus(-40) / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(softplus(-6.907255194) / 0.001).toBeCloseTo(1, 3);
    expect(sigmoid(-30) / Math.exp(-30)).toBeCloseTo(1, 12);
    for (const x of [-5, -1, 0, 0.3, 4])
      expect(siluSlope(x)).toBeCloseTo((silu(x + 1e-5) - silu(x - 1e-5)) / 2e-5, 9);
  });
});

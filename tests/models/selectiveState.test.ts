import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { s6Sample } from "./s6Sample.ts";
import { selectiveScan } from "../../src/models/s6.ts";
import { influence, theoremGap } from "../../src/models/selectiveState.ts";
import { normals } from "../../src/numerics/random.ts";

const seed = fc.integer({ min: 0, max: 1e6 });

describe("Theorem 1", () => {
  it("holds to rounding under exact ZOH, and by no means under Mamba's rule", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 60 }), (seed, L) => {
        const x = normals(seed, L);
        const { zoh, simplified } = theoremGap(
          normals(seed + 1, L).map((s) => s - 1),
          x,
        );
        expect(zoh).toBeLessThan(1e-14);
        expect(simplified).toBeGreaterThan(1e-3 * Math.abs(x[0]!)); // Δ − (1 − e^−Δ) of the first token at least
      }),
    );
  });
});

describe("influence", () => {
  it("is what the output changes by when one input does, and adds up to the output", () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom("zoh" as const, "simplified" as const),
        (seed, L, rule) => {
          const input = s6Sample(seed, [L, 2, 3], false);
          const t = L - 1;
          const heard = influence(input, 1, t, { rule });
          const y = selectiveScan(input, { rule }).y[t * 2 + 1]!;
          expectClose(
            [heard.reduce((sum, k, s) => sum + k * input.u[s * 2 + 1]!, 0)],
            [y],
            1e-11,
            1,
          );
          const s = seed % L;
          const moved = input.u.with(s * 2 + 1, input.u[s * 2 + 1]! + 1);
          expectClose(
            [selectiveScan({ ...input, u: moved }, { rule }).y[t * 2 + 1]! - y],
            [heard[s]!],
            1e-11,
            1,
          );
        },
      ),
    );
  });

  it("is one kernel for all steps as long as Δ, B and C stay the same", () => {
    const input = s6Sample(3, [9, 1, 2], false);
    const [B, C] = [input.B.map((_, i) => input.B[i % 2]!), input.C.map((_, i) => input.C[i % 2]!)];
    const constant = { ...input, B, C, delta: input.delta.fill(0.3) };
    const late = influence(constant, 0, 8);
    expectClose(influence(constant, 0, 5), late.subarray(3), 1e-13);
    expect(() => influence(constant, 0, 9)).toThrow(/^t must be below 9/);
    expect(() => influence(constant, 1, 0)).toThrow(/^channel must be below 1/);
  });
});

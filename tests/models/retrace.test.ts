import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../near.ts";
import { newStack } from "../../src/models/mamba/initial.ts";
import { intermediate, type Intermediate } from "../../src/models/mamba/intermediates.ts";
import { retrace } from "../../src/models/mamba/retrace.ts";
import { tag, traceStack } from "../../src/models/mamba/stack.ts";
import { selectiveScan } from "../../src/models/s6.ts";
import { generator } from "../../src/numerics/random.ts";

const stackOf = (layers: number, seed: number) =>
  newStack({ d: 6, N: 3, layers, input: { vocab: 5 }, output: 4 }, seed);
const idsOf = (L: number, seed: number) => {
  const { uniform } = generator(seed);
  return Int32Array.from({ length: L }, () => Math.floor(5 * uniform()));
};
const cases = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  layers: fc.integer({ min: 1, max: 3 }),
  L: fc.integer({ min: 1, max: 12 }),
});

describe("a trace with its step sizes changed", () => {
  it("says what it said, to the last bit, where they are as they were", () => {
    fc.assert(
      fc.property(cases, ({ seed, layers, L }) => {
        const [stack, ids] = [stackOf(layers, seed), idsOf(L, seed)];
        const { run } = traceStack(stack, ids);
        const layer = seed % layers;
        const { data } = intermediate(run, layer, "delta");
        expect([...retrace(stack, run, layer, data)]).toEqual([...tag(stack, ids)]);
      }),
    );
  });

  it("scans with the new ones, as the selective scan does, and leaves what came before", () => {
    fc.assert(
      fc.property(cases, ({ seed, L }) => {
        const [stack, ids] = [stackOf(1, seed), idsOf(L, seed)];
        const { run } = traceStack(stack, ids);
        const seen = (name: Intermediate) => intermediate(run, 0, name).data;
        const { E, N } = stack.shape;
        const [at, before] = [seed % L, tag(stack, ids)];
        const delta = seen("delta").fill(seed % 3, at * E, (at + 1) * E);
        const after = retrace(stack, run, 0, delta);
        expect([...after.subarray(0, at * 4)]).toEqual([...before.subarray(0, at * 4)]);
        const w = stack.weights.blocks[0]!;
        const { y } = selectiveScan({
          L,
          channels: E,
          states: N,
          u: seen("u"),
          delta,
          A: Float64Array.from(w.s6!.ALog, (x) => -Math.exp(x)),
          B: seen("B"),
          C: seen("C"),
          D: Float64Array.from(w.D),
        });
        expectClose(seen("y"), y, 1e-12, 1);
      }),
    );
  });

  it("is S6's, of a layer that there is, with step sizes of at least 0", () => {
    const [stack, ids] = [stackOf(1, 1), idsOf(4, 1)];
    const { run } = traceStack(stack, ids);
    const zeros = new Float64Array(4 * stack.shape.E);
    expect(() => retrace(stack, run, 1, zeros)).toThrow(/^layer must be below 1/);
    expect(() => retrace(stack, run, 0, zeros.subarray(1))).toThrow(/^delta must/);
    expect(() => retrace(stack, run, 0, zeros.with(3, -1))).toThrow(/^delta\[3\] must be/);
  });
});

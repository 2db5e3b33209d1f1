import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slices } from "../../src/gpu/kernels/selective-scan/plan.ts";
import { layoutFor } from "../../src/gpu/kernels/selective-scan/layout.ts";
import { scanSample } from "../../src/gpu/kernels/selective-scan/sample.ts";
import { selectiveScanTwin } from "../../src/gpu/kernels/selective-scan/twin.ts";
import { vectorOf } from "../../src/gpu/kernels/selective-scan/wgsl.ts";
import { Gpu } from "../../src/gpu/device.ts";
import { GpuProblem } from "../../src/gpu/problem.ts";
import { selectiveScan } from "../../src/models/s6.ts";

const MiB = 2 ** 20;
const sizes = fc.record({
  batch: fc.integer({ min: 1, max: 5 }),
  L: fc.integer({ min: 1, max: 2 ** 21 }),
  channels: fc.integer({ min: 1, max: 2048 }),
  states: fc.integer({ min: 1, max: 64 }),
});

test("slices cover every token of every sequence once, in order, and fit into a binding", () =>
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 2 ** 21 }), (all, chunk) => {
      fc.pre(all.batch * all.L * all.channels < 2 ** 30);
      let [sequence, token] = [0, 0];
      for (const slice of slices(all, chunk)) {
        expect([slice.sequence, slice.token]).toEqual([sequence, token]);
        const widest = slice.batch * slice.L * Math.max(all.channels, all.states) * 4;
        expect(widest).toBeLessThanOrEqual(128 * MiB);
        expect(Math.ceil(slice.L / chunk)).toBeLessThanOrEqual(65_535);
        if (slice.token + slice.L < all.L && slice.L > chunk) expect(slice.L % chunk).toBe(0);
        token += slice.L;
        if (token === all.L) [sequence, token] = [sequence + slice.batch, 0];
      }
      expect([sequence, token]).toEqual([all.batch, 0]);
    }),
  ));

test("a layout fits the default limits, whatever the sizes", () =>
  fc.assert(
    fc.property(sizes, (all) => {
      const input = scanSample([1, 1, 1]);
      const { layout, chunk } = layoutFor(all, input, {});
      const { states, lanes, split, wide, block, stage } = layout;
      expect((states / vectorOf(states)) % split).toBe(0);
      expect(all.channels % wide).toBe(0);
      expect(lanes * split).toBeLessThanOrEqual(256);
      expect(stage % block).toBe(0);
      const near = (2 * stage * states + (split > 1 ? block * wide * lanes * split : 0)) * 4;
      expect(near).toBeLessThanOrEqual(16_384);
      expect(chunk).toBeGreaterThan(0);
      expect(chunk).toBeLessThanOrEqual(all.L);
    }),
  ));

test("the twin is the model's selective scan", () => {
  for (const full of [false, true]) {
    const sample = scanSample([40, 5, 6], { full });
    const wide = (x: Float32Array | undefined) => x && Float64Array.from(x);
    const { y } = selectiveScan(
      {
        L: 40,
        channels: 5,
        states: 6,
        D: wide(sample.D)!,
        u: wide(sample.u)!,
        delta: wide(sample.delta)!,
        A: wide(sample.A)!,
        B: wide(sample.B)!,
        C: wide(sample.C)!,
        z: wide(sample.z),
      },
      full ? { softplus: true, deltaBias: wide(sample.deltaBias) } : {},
    );
    const twin = selectiveScanTwin(sample);
    const most = Math.max(...y.map(Math.abs));
    y.forEach((v, i) => expect(Math.abs(v - twin[i]!)).toBeLessThan(1e-12 * most));
  }
});

describe("without a GPU", () => {
  const adapter = (isFallbackAdapter: boolean) =>
    ({ info: { isFallbackAdapter }, features: new Set() }) as unknown as GPUAdapter;
  const from = (found: GPUAdapter | null) =>
    ({ requestAdapter: async () => found }) as unknown as GPU;
  test.each([
    ["unsupported", undefined, /no WebGPU/],
    ["no-adapter", from(null), /no graphics card that it may use/],
    ["fallback", from(adapter(true)), /in software/],
  ] as const)("%s is said in a sentence", async (absence, source, sentence) => {
    const problem = await new Gpu({ source }).describe().catch((e: unknown) => e);
    expect(problem).toBeInstanceOf(GpuProblem);
    expect((problem as GpuProblem).absence).toBe(absence);
    expect((problem as GpuProblem).message).toMatch(sentence);
  });
});

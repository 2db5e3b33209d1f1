import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gpu } from "../../src/gpu/device.ts";
import { scanSample } from "../../src/gpu/kernels/selective-scan/sample.ts";
import type { ScanInput } from "../../src/gpu/kernels/selective-scan/scan.ts";
import { selectiveScanTwin } from "../../src/gpu/kernels/selective-scan/twin.ts";
import { selectiveScanBackward } from "../../src/gpu/kernels/selective-scan-backward/backward.ts";
import { floatsOf } from "../../src/gpu/kernels/selective-scan-backward/buffers.ts";
import { layoutFor, memory } from "../../src/gpu/kernels/selective-scan-backward/layout.ts";
import { slices } from "../../src/gpu/kernels/selective-scan-backward/plan.ts";
import { selectiveScanBackwardTwin } from "../../src/gpu/kernels/selective-scan-backward/twin.ts";
import type { TwinGradients } from "../../src/gpu/kernels/selective-scan-backward/twin.ts";
import { selectiveScanBackward as model } from "../../src/models/s6Backward.ts";
import { generator } from "../../src/numerics/random.ts";

const inputs = ["u", "delta", "A", "B", "C", "D", "z", "deltaBias"] as const;
const gradients = (g: TwinGradients) => ({
  u: g.du,
  delta: g.ddelta,
  A: g.dA,
  B: g.dB,
  C: g.dC,
  D: g.dD,
  z: g.dz,
  deltaBias: g.ddeltaBias,
});
const slopes = (n: number) => {
  const { normal } = generator(2);
  return Float32Array.from({ length: n }, () => normal());
};
/** The same numbers in double precision, so that a small step is not rounded away. */
const widened = (x: ScanInput) => {
  const wide = inputs.map((name) => [name, x[name] && Float64Array.from(x[name])]);
  return { ...x, ...Object.fromEntries(wide) } as unknown as ScanInput;
};

test.each([false, true])("the backward twin is the forward twin's slope, full: %s", (full) => {
  const input = widened(scanSample([7, 3, 4], { full, batch: 2 }));
  const dy = slopes(2 * 7 * 3);
  const loss = () => selectiveScanTwin(input).reduce((sum, y, i) => sum + y * dy[i]!, 0);
  const all = gradients(selectiveScanBackwardTwin(input, dy));
  for (const name of inputs) {
    const x = input[name];
    if (!x) continue;
    const most = Math.max(...all[name]!.map(Math.abs));
    x.forEach((value, i) => {
      const at = (move: number) => {
        x[i] = value + move;
        return loss();
      };
      const step = 1e-5;
      const slope = (at(step) - at(-step)) / (2 * step);
      x[i] = value;
      expect(Math.abs(slope - all[name]![i]!), `∂/∂${name}[${i}]`).toBeLessThan(1e-8 * most);
    });
  }
});

test.each([false, true])("the backward twin is the model's, full: %s", (full) => {
  const input = scanSample([40, 5, 6], { full });
  const dy = slopes(200);
  const wide = widened(input) as unknown as Parameters<typeof model>[0];
  const { deltaBias } = wide as { deltaBias?: Float64Array };
  const want = model(wide, Float64Array.from(dy), full ? { softplus: true, deltaBias } : {});
  const got = gradients(selectiveScanBackwardTwin(input, dy));
  for (const name of inputs) {
    const most = Math.max(...(want[name] ?? []).map(Math.abs));
    expect(got[name]?.length).toBe(want[name]?.length);
    want[name]?.forEach((x, i) => expect(Math.abs(x - got[name]![i]!)).toBeLessThan(1e-12 * most));
  }
});

const sizes = fc.record({
  batch: fc.integer({ min: 1, max: 5 }),
  L: fc.integer({ min: 1, max: 2 ** 20 }),
  channels: fc.integer({ min: 1, max: 2048 }),
  states: fc.integer({ min: 1, max: 64 }),
});

test("a layout of the backward pass fits the default limits, whatever the sizes", () =>
  fc.assert(
    fc.property(sizes, fc.boolean(), fc.option(fc.nat(9999)), (all, full, chunk) => {
      const given = chunk === null ? {} : { chunk: chunk + 1 };
      const layout = layoutFor(all, scanSample([1, 1, 1], { full }), given);
      const { lanes, split, width, parts, stretch } = layout;
      expect(split * width).toBe(all.states);
      expect(lanes * split).toBeLessThanOrEqual(256);
      expect(lanes % parts).toBe(0);
      expect(layout.chunk % stretch).toBe(0);
      expect(4 * memory(layout)).toBeLessThanOrEqual(16_384);
    }),
  ));

test("slices of the backward pass cover every token once, in order, and each buffer fits into a binding", () =>
  fc.assert(
    fc.property(sizes, fc.boolean(), (all, full) => {
      fc.pre(all.batch * all.L * all.channels < 2 ** 30);
      const layout = layoutFor(all, scanSample([1, 1, 1], { full }), {});
      let [sequence, token] = [0, 0];
      for (const slice of slices(all, layout)) {
        expect([slice.sequence, slice.token]).toEqual([sequence, token]);
        const most = Math.max(...Object.values(floatsOf(slice, layout)));
        expect(most * 4).toBeLessThanOrEqual(2 ** 27);
        token += slice.L;
        if (token === all.L) [sequence, token] = [sequence + slice.batch, 0];
      }
      expect([sequence, token]).toEqual([all.batch, 0]);
    }),
  ));

describe("wrong shapes are said in a sentence before any GPU is asked for", () => {
  const input = scanSample([4, 3, 2]);
  test.each([
    ["dy", input, new Float32Array(11)],
    ["dy", input, new Float64Array(12) as unknown as Float32Array],
    ["B", { ...input, B: new Float32Array(7) }, new Float32Array(12)],
    ["states", { ...input, states: 65 }, new Float32Array(12)],
  ] as const)("%s", async (name, given, dy) => {
    const asked = selectiveScanBackward(new Gpu({ source: undefined }), given, dy);
    await expect(asked).rejects.toThrow(RangeError);
    await expect(asked).rejects.toThrow(new RegExp(`^${name} must be`));
  });
  test("without a GPU the problem is named", async () => {
    const asked = selectiveScanBackward(new Gpu(), input, new Float32Array(12));
    await expect(asked).rejects.toMatchObject({ absence: "unsupported" });
  });
});

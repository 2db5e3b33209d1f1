import { expect, test } from "vitest";
import { layoutFor } from "../../src/gpu/kernels/selective-scan/layout.ts";
import { scanSample } from "../../src/gpu/kernels/selective-scan/sample.ts";
import { selectiveScan } from "../../src/gpu/kernels/selective-scan/scan.ts";
import { pairScan } from "../../src/gpu/pairScan.ts";
import { fusedShapes } from "../../src/gpu/shape.ts";
import { scanCost } from "../../src/numerics/scanCost.ts";
import { counting } from "./counting.ts";

const cases = [
  [[12, 1, 1], 3, 1],
  [[100, 65, 16], undefined, 2],
  [[300, 3, 6], 7, 1],
  [[64, 16, 4], 64, 2],
] as const;

test.each(cases)("workgroups of %j, chunk %s, are the engine's", async (shape, chunk, batch) => {
  const [L, channels, states] = shape;
  const sizes = { batch, L, channels, states };
  const asked = chunk === undefined ? {} : { chunk };
  const { gpu, ran } = counting();
  const done = await selectiveScan(gpu, scanSample(shape, { batch }), asked);
  const shapes = fusedShapes(sizes, layoutFor(sizes, {}, asked));
  const first = ran.slice(0, shapes.length);
  expect(first.map(({ groups }) => groups)).toEqual(shapes.map(({ groups }) => [...groups]));
  expect(first.map(({ code }) => Number(/workgroup_size\((\d+)\)/.exec(code)![1]))).toEqual(
    shapes.map(({ threads }) => threads),
  );
  expect(ran.length).toBe(shapes.length);
  for (const { name, steps } of shapes)
    if (name !== "K2 carry") expect(steps).toBe(Math.min(done.chunk, L));
});

test.each([undefined, 64, 20])(
  "a large scan goes in pieces of the same workgroups, chunk %s",
  async (chunk) => {
    const sizes = { batch: 1, L: 1024, channels: 1024, states: 16 };
    const asked = chunk === undefined ? {} : { chunk };
    const { gpu, ran } = counting();
    await selectiveScan(gpu, scanSample([1024, 1024, 16]), asked);
    const output = fusedShapes(sizes, layoutFor(sizes, {}, asked)).at(-1)!;
    const outputs = ran.filter(({ bound }) => bound.length === 7);
    expect(outputs.length).toBeGreaterThan(1);
    // The first pieces are tried out before all run: together they walk each chunk at least once.
    const along = outputs.reduce((sum, { groups }) => sum + groups[1]!, 0);
    expect(along).toBeGreaterThanOrEqual(output.groups[1]);
    for (const { groups, code } of outputs) {
      expect([groups[0], groups[2]]).toEqual([output.groups[0], 1]);
      expect(Number(/workgroup_size\((\d+)\)/.exec(code)![1])).toBe(output.threads);
    }
  },
);

test("K2's steps are those of its loops, for any number of segments", () => {
  const sizes = { batch: 1, L: 4096, channels: 4, states: 2 };
  const [, carry] = fusedShapes(sizes, layoutFor(sizes, {}, { chunk: 16 }));
  // 8 series: 16 segments for 256 threads; 255 ends in segments of 16, the segments before, then the same again.
  expect(carry!.groups).toEqual([1, 1, 1]);
  expect(carry!.steps).toBe(16 + 15 + 16);
});

test("a tree on the card is one dispatch more than its levels, each a wait for all", async () => {
  for (const n of [2, 12, 64]) {
    const { gpu, ran } = counting();
    const ones = new Float32Array(n);
    await pairScan(gpu, { a: ones, b: ones }, { method: "blelloch" });
    expect(ran.length - 1).toBe(scanCost("blellochInclusive", n).depth);
  }
});

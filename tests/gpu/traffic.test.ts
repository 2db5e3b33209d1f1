import { expect, test } from "vitest";
import { scanSample } from "../../src/gpu/kernels/selective-scan/sample.ts";
import { selectiveScan } from "../../src/gpu/kernels/selective-scan/scan.ts";
import { selectiveScanBackward } from "../../src/gpu/kernels/selective-scan-backward/backward.ts";
import { floatsOf } from "../../src/gpu/kernels/selective-scan-backward/buffers.ts";
import { layoutFor } from "../../src/gpu/kernels/selective-scan-backward/layout.ts";
import { unfusedScan } from "../../src/gpu/kernels/unfused-scan/scan.ts";
import {
  bytesOf,
  fusedBackward,
  fusedForward,
  unfusedBackward,
  unfusedForward,
} from "../../src/gpu/traffic.ts";
import type { Dispatch } from "../../src/gpu/traffic.ts";
import { counting } from "./counting.ts";

/** Every dispatch that ran has the formula's tensors at its bindings: one buffer each, long enough, written only where it may be. */
function expectRun(ran: ReturnType<typeof counting>["ran"], formula: readonly Dispatch[]): void {
  expect(ran.length).toBe(formula.length);
  const buffers = new Map<string, object>();
  const names = new Map<object, string>();
  const most = new Map<string, number>();
  formula.forEach(({ name, uses }, k) => {
    const { code, bound } = ran[k]!;
    expect(bound.length, name).toBe(uses.length);
    uses.forEach(({ tensor, read, written }, i) => {
      const { buffer, bytes } = bound[i]!;
      expect(buffers.get(tensor) ?? buffer, `${name}: ${tensor}`).toBe(buffer);
      expect(names.get(buffer) ?? tensor, name).toBe(tensor);
      buffers.set(tensor, buffer);
      names.set(buffer, tensor);
      const mayWrite = code.includes(`@binding(${i + 1}) var<storage, read_write>`);
      if (written > 0) expect(mayWrite, `${name}: ${tensor}`).toBe(true);
      for (const moved of [written, tensor === "state" ? 0 : read])
        expect(moved, `${name}: ${tensor}`).toBeLessThanOrEqual(bytes);
      most.set(tensor, Math.max(most.get(tensor) ?? 0, read, written));
    });
  });
  // What is a tensor of the scan itself is moved whole at least once; the engine keeps no number that nobody asks for.
  for (const tensor of [
    "u",
    "delta",
    "B",
    "C",
    "y",
    "z",
    "dy",
    "slope",
    "out",
    "dBC",
    "dz",
    "sums",
    "parts",
    "between",
    "a",
    "b",
  ])
    if (most.has(tensor))
      expect(Math.max(16, most.get(tensor)!), tensor).toBe(
        (buffers.get(tensor) as { size: number }).size,
      );
}

const shapes = [
  [1, 1, 4],
  [16, 48, 16],
  [100, 65, 16],
  [300, 3, 6],
  [600, 16, 16],
] as const;

test.each(shapes)("bytes of the fused scan, L %i, D %i, N %i", async (...shape) => {
  for (const full of [false, true]) {
    const input = scanSample(shape, { full, batch: 2 });
    const { gpu, ran } = counting();
    const { chunk } = await selectiveScan(gpu, input);
    const sizes = { batch: 2, L: shape[0], channels: shape[1], states: shape[2] };
    expectRun(ran, fusedForward(sizes, chunk, { softplus: full, gated: full }));
  }
});

test.each(shapes)("bytes of the fused backward pass, L %i, D %i, N %i", async (...shape) => {
  for (const full of [false, true]) {
    const input = scanSample(shape, { full, batch: 2 });
    const sizes = { batch: 2, L: shape[0], channels: shape[1], states: shape[2] };
    const layout = layoutFor(sizes, input, {});
    const { gpu, ran, made } = counting();
    await selectiveScanBackward(gpu, input, input.u);
    expectRun(ran, fusedBackward(sizes, layout));
    const floats = Object.values(floatsOf(sizes, layout)).filter((n) => n > 0);
    const sort = (x: readonly number[]) => x.toSorted((a, b) => a - b);
    expect(sort(made)).toEqual(sort(floats.map((n) => Math.max(16, 4 * n))));
  }
});

test.each(shapes)("bytes of the unfused scan, L %i, D %i, N %i", async (...shape) => {
  const { gpu, ran } = counting();
  await unfusedScan(gpu, scanSample(shape));
  const sizes = { batch: 1, L: shape[0], channels: shape[1], states: shape[2] };
  expectRun(ran, unfusedForward(sizes));
});

test("fusing saves what the states would take, forward and backward", () => {
  const sizes = { batch: 1, L: 4096, channels: 1536, states: 16 };
  const total = (all: readonly Dispatch[]) => bytesOf(all).read + bytesOf(all).written;
  const layout = layoutFor(sizes, scanSample([1, 1, 16]), {});
  const tensor = 4 * 4096 * 1536;
  // Written out: 12 levels of 4 numbers a state and token, 3 around them. Fused: u and Δ twice, y; states of every 64th token.
  expect(total(unfusedForward(sizes)) / tensor / ((12 * 4 + 3) * 16 + 4)).toBeCloseTo(1, 1);
  expect(total(fusedForward(sizes, 64)) / tensor / (5 + (4 * 16) / 64)).toBeCloseTo(1, 1);
  expect(total(unfusedBackward(sizes))).toBeGreaterThan(25 * total(fusedBackward(sizes, layout)));
});

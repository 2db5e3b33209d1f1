import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectClose } from "../near.ts";
import conv from "../../src/figures/fuse-filters/conv.json" with { type: "json" };
import figure from "../../src/figures/fuse-filters/figure.ts";
import { inForce, parts, run } from "../../src/figures/fuse-filters/compute.ts";
import type { Setting } from "../../src/figures/fuse-filters/params.ts";
import { kernelFrom, takeKernel, withTap } from "../../src/figures/fuse-filters/row.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { readWeights } from "../../src/models/shipped/weights.ts";

const setting = (preset?: string, more: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset),
  ...more,
});

test("a kernel as it is typed: numbers of any width and comma, none beyond 1, eight at most", () => {
  expect(takeKernel(" 0.4，-.3; ０．２ 0 0")).toEqual({ value: "0.4 -0.3 0.2" });
  expect(takeKernel("−0.5 0.004")).toEqual({ value: "-0.5" });
  expect(takeKernel("0 0")).toEqual({ value: "0" });
  expect(takeKernel("1.2")).toEqual({ note: "range" });
  expect(takeKernel("0.1 x")).toEqual({ note: "strange" });
  expect(takeKernel("  ")).toEqual({ note: "nothing" });
  expect(takeKernel("1 ".repeat(9))).toEqual({ value: "1 1 1 1 1 1 1 1", note: "long" });
});

test("a weight drawn further out makes the kernel longer, one put to 0 shorter", () => {
  expect(withTap("0.5 0.25", 3, 0.31)).toBe("0.5 0.25 0 0.3");
  expect(withTap("0.5 0.25", 1, 0.01)).toBe("0.5");
  expect(withTap("0.5", 0, 7)).toBe("1");
  expect(kernelFrom("0.5 0 -1")).toEqual(Float64Array.of(0.5, 0, -1));
});

test("the bundled taps are those of the shipped English Mamba, lag 0 first", () => {
  const card = JSON.parse(readFileSync("public/models/english/card.json", "utf8"));
  const tensors = readWeights(
    card,
    new Uint8Array(readFileSync("public/models/english/weights.bin")),
  );
  for (const { layer, channel, taps } of [conv.smooth, conv.change]) {
    const { data } = tensors.get(`backbone.layers.${layer}.mixer.conv1d.weight`)!;
    expectClose(taps, data.slice(4 * channel, 4 * channel + 4).toReversed(), 1e-6);
  }
});

test("an echo of half the size at lag 4 and its removal leave a quarter of it at lag 8", () => {
  const { merged } = run(setting("undo"));
  expect(merged).toEqual(Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, -0.25));
});

test("a ReLU parts the two routes exactly where it cuts", () => {
  expect(parts(run(setting("relu")))).toBe(true);
  const lucky = run(setting("positive"));
  expect(lucky.passed.every((p) => p === 1)).toBe(true);
  expect(lucky.gap).toBeLessThan(1e-15);
});

test("the kernel in force is one and the same where it can be merged, and not where Δ follows the input", () => {
  const [still, moving] = [setting("still"), setting("selective")];
  const [fixed, selective] = [run(still), run(moving)];
  expectClose(inForce(fixed, still, 50), fixed.merged.slice(0, 51), 1e-13);
  expectClose(inForce(fixed, still, 20), fixed.merged.slice(0, 21), 1e-13);
  const apart = inForce(selective, moving, 20).map(
    (w, i) => w - inForce(selective, moving, 50)[i]!,
  );
  expect(Math.max(...apart.map(Math.abs))).toBeGreaterThan(0.1);
});

test("each weight in force is the slope of the output by that input", () => {
  for (const preset of ["relu", "parallel", "s4"]) {
    const v = setting(preset);
    const r = run(v);
    const K = inForce(r, v, 50);
    for (const lag of [0, 1, 3, 5]) {
      const u = r.u.with(50 - lag, r.u[50 - lag]! + 1e-7);
      const moved = run({ ...v, input: { kind: "own", data: u, scale: 1 } });
      expect((moved.y[50]! - r.y[50]!) / 1e-7).toBeCloseTo(K[lag]!, 6);
    }
  }
});

test("costs: what is multiplied and what is moved", () => {
  const told = (name: string, v: Setting) =>
    figure.readouts[name as keyof typeof figure.readouts]!.of(run(v), v, 0);
  const row = (preset: string) => {
    const v = setting(preset);
    return ["multTwo", "multOne", "movedTwo", "movedOne"].map((name) => told(name, v));
  };
  expect(row("series")).toEqual([7, 6, 4, 2]);
  expect(row("long")).toEqual([16, 15, 4, 2]);
  expect(row("parallelLong")).toEqual([16, 8, 7, 2]);
  expect(row("relu")).toEqual([7, NaN, 6, 2]);
  expect(row("selective")).toEqual([6, NaN, 4, 2]);
});

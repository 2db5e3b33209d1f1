import { describe, expect, test } from "vitest";
import figure from "../../src/figures/seed-gate/figure.ts";
import { run } from "../../src/figures/seed-gate/compute.ts";
import { seedStep, type Step } from "../../src/figures/seed-gate/step.ts";
import { GRID, merged, merges } from "../../src/figures/seed-gate/merge.ts";
import type { Setting } from "../../src/figures/seed-gate/params.ts";
import {
  takeGate,
  takeTokens,
  tokensOf,
  withGate,
  withToken,
} from "../../src/figures/seed-gate/row.ts";
import { keptBySeed } from "../../src/figures/seed-gate/told.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { activations, type Activation } from "../../src/models/seedGate.ts";
import { generator } from "../../src/numerics/random.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const steps = (f: Activation, u: readonly number[], gate = 0.7): Step[] =>
  u.map((x) => ({ f, a: 1, b: 1, u: x, gate }));

test("a shut gate erases the one and holds the other, whatever f", () => {
  for (const f of Object.keys(activations) as Activation[]) {
    const r = run(setting({ f }));
    expect(r.seed.slice(3, 10).every((h) => h === 0)).toBe(true);
    expect(r.s6.slice(2, 10)).toEqual(new Float64Array(8).fill(1.6));
    expect(r.s6.at(-1)).toBe(-1.4);
  }
});

test("what is kept: (1 − g) by S6, and g times a times the slope of f by the article", () => {
  const v = setting({ gates: "5555555555555555", a: 0.8 });
  const r = run(v);
  for (const t of [3, 9]) {
    const inner = 0.8 * r.seed[t - 1]! + r.u[t]!;
    expect(keptBySeed(r, v, t)).toBeCloseTo((5 / 9) * 0.8 * (1 - Math.tanh(inner) ** 2), 8);
  }
});

describe("two steps as one", () => {
  test.each(["tanh", "sigmoid", "silu", "relu"] as const)(
    "with %s no single step comes nearer on the mean than the one found, and it is none",
    (f) => {
      const tree = merged(steps(f, [0.4, 1.2]));
      const { inTurn, nearest, gap } = tree.levels[0]![0]!;
      expect(gap).toBeGreaterThan(1e-3);
      expect(tree.whole).toBe(false);
      const miss = (values: Float64Array) =>
        values.reduce((sum, x, k) => sum + (x - inTurn[k]!) ** 2, 0);
      const random = generator(3);
      for (let n = 0; n < 3000; n++) {
        const [slope, shift] = [6 * random.normal(), 4 * random.normal()];
        const shape = GRID.map((h) => activations[f](slope * h + shift));
        const xx = shape.reduce((sum, x) => sum + x * x, 0);
        const xy = shape.reduce((sum, x, k) => sum + x * inTurn[k]!, 0);
        const gate = xx === 0 ? 0 : xy / xx;
        // it is looked for at every second place of the grid
        expect(miss(shape.map((x) => gate * x))).toBeGreaterThan(0.98 * miss(nearest));
      }
    },
  );

  test("a sigmoid's single step goes down to 0; two in turn never do", () => {
    const [one, two] = steps("sigmoid", [0.4, 1.2]);
    const far = seedStep(two!, seedStep(one!, -1e3));
    expect(far).toBeCloseTo(0.7 * activations.sigmoid(1.2), 12);
    expect(seedStep(one!, -1e3)).toBeLessThan(1e-12);
  });

  test("with ReLU two may be one by luck: h + 1.2 and then −0.4 is h + 0.8 where it is above 0", () => {
    const tree = merged(steps("relu", [1.2, -0.4], 1));
    expect(merges(tree.levels[0]![0]!)).toBe(true);
    expect(tree.whole).toBe(true);
    expect(merges(merged(steps("relu", [1.2, 0.4], 1)).levels[0]![0]!)).toBe(false);
  });

  test("without an f any number of them are one, slopes multiplied", () => {
    const tree = merged(steps("identity", [0.4, 1.2, -2, 0.3], 0.5));
    expect(tree.whole).toBe(true);
    expect(tree.levels.map((l) => l.length)).toEqual([2, 1]);
    expect(tree.levels[1]![0]!.single.slope).toBeCloseTo(0.5 ** 4, 15);
    expect(tree.last).toBeCloseTo(0.4 / 16 + 1.2 / 8 - 2 / 4 + 0.3 / 2, 14);
  });

  test("after a shut gate nothing of before is left: that is one step, too", () => {
    expect(merged([...steps("tanh", [1]), ...steps("tanh", [0.5], 0)]).whole).toBe(true);
  });
});

describe("a row as it is typed", () => {
  test.each([
    ["6 -2 1 4", "6-214000000000000"],
    ["６，−２、1;4", "6-214000000000000"],
    ["123", "1230000000000000"],
  ])("%j", (typed, value) => {
    expect(takeTokens(typed)).toEqual({ value });
    expect(tokensOf(value).length).toBe(16);
  });

  test("what is too long is cut, and what is strange changes nothing; neither is slow", () => {
    expect(takeTokens("1".repeat(20))).toEqual({ value: "1".repeat(16), note: "long" });
    expect(takeTokens("7".repeat(100_000)).note).toBe("long");
    expect(takeTokens("x".repeat(100_000))).toEqual({ note: "strange" });
    expect(takeGate("-".repeat(100_000))).toEqual({ note: "strangeGate" });
    expect(takeGate("9 0 -1")).toEqual({ note: "strangeGate" });
    expect(takeGate("")).toEqual({ note: "nothing" });
  });

  test("drawn, a value is the nearest digit, and never beyond 9", () => {
    const row = "0".repeat(16);
    expect(withToken(row, 1, -0.39)).toBe(`0-2${"0".repeat(14)}`);
    expect(withToken(row, 0, 99)).toBe(`9${"0".repeat(15)}`);
    expect(withGate(row, 15, 0.5)).toBe(`${"0".repeat(15)}5`);
    expect(withGate(row, 15, -1)).toBe(row);
  });
});

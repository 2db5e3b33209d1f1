import { describe, expect, it } from "vitest";
import { radius, run, turn } from "../../src/figures/every-rule/compute.ts";
import figure from "../../src/figures/every-rule/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";

const base = settingOf(figure);

describe("every-rule", () => {
  it("turns and stretches a swing as the rules' complex factors do", () => {
    const v = { ...base, dt: 0.6 }; // iωΔ = 1.2 i
    const { rules } = run(v);
    expect(radius(rules.euler, v)).toBeCloseTo(Math.sqrt(1 + 1.44), 12);
    expect(radius(rules.backward, v)).toBeCloseTo(1 / Math.sqrt(1 + 1.44), 12);
    // 2 arctan 0.6 = 61.93°, and 1.2 rad = 68.75°: six steps are 41° apart
    expect(turn(rules.bilinear)).toBeCloseTo(61.9275, 4);
    expect(turn(rules.zoh)).toBeCloseTo(68.7549, 4);
  });

  it("has the published poles of LegS, N = 2, Δ = 0.1", () => {
    const { rules } = run({ ...base, system: "legs", N: 2, dt: 0.1 });
    expect(Array.from(rules.bilinear.poles, (z) => +z.toFixed(6))).toEqual([0.904762, 0.818182]);
    expect(Array.from(rules.zoh.poles, (z) => +z.toFixed(6))).toEqual([0.904837, 0.818731]);
  });

  it("lets LegS grow by Euler for a while below 2/N, and without end above", () => {
    const lengths = (dt: number) => run({ ...base, system: "legs", dt }).rules.euler.size;
    const below = lengths(0.2);
    // As NumPy has it, at step 4: chapter 4 says 77 times.
    expect(Math.max(...below)).toBeCloseTo(77.1971871984984, 9);
    expect(below.indexOf(Math.max(...below))).toBe(4);
    expect(below.at(-1)).toBeLessThan(1e-3);
    expect(lengths(0.3).at(-1)).toBeGreaterThan(1e8);
  });
});

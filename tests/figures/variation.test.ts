import { describe, expect, it } from "vitest";
import figure from "../../src/figures/variation/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { SLICES } from "../../src/figures/variation/compute.ts";
import { KNOTS, type Setting } from "../../src/figures/variation/params.ts";

const at = (patch: Partial<Setting>) => {
  const v = { ...settingOf(figure), ...patch };
  return { v, r: figure.compute(v) };
};
const told = (name: keyof typeof figure.readouts, patch: Partial<Setting>, t = SLICES) => {
  const { v, r } = at(patch);
  return figure.readouts[name]!.of(r, v, t);
};

describe("variation", () => {
  it("ends where SciPy's quad of e^{a(Δ − s)} u(s) says", () => {
    // The input between two knots by SciPy's CubicHermiteSpline, with the slopes of numpy.gradient.
    expect(told("exact", {})).toBeCloseTo(0.7384014957582331, 12);
    expect(told("h1", {})).toBeCloseTo(0.7384014957582331, 12);
  });

  it("has the rules' textbook numbers for A = −1, B = 1, Δ = 1 and a level input", () => {
    const level = Object.fromEntries(KNOTS.map((k) => [k, 1]));
    const end = (way: Setting["way"]) => told("h1", { ...level, way, a: -1, dt: 1, h0: 0 });
    expect(end("euler")).toBeCloseTo(1, 12);
    expect(end("bilinear")).toBeCloseTo(2 / 3, 12);
    expect(end("backward")).toBeCloseTo(0.5, 12);
    expect(end("zoh")).toBeCloseTo(0.6321205588, 10);
    expect(end("mamba")).toBeCloseTo(1, 12);
    expect(told("error", { ...level, way: "zoh" })).toBe(0);
  });

  it("agrees nowhere on the way to the trapezium's end but there", () => {
    const solved = { way: "bilinear", reads: "ends" } as const;
    for (const t of [0, 8, 20])
      expect(Math.abs(told("gives", solved, t) - told("assumed", solved, t))).toBeGreaterThan(0.1);
    expect(told("gives", solved)).toBeCloseTo(told("assumed", solved), 12);
  });
});

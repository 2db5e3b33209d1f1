import { describe, expect, test } from "vitest";
import { errorsOf, orderOf, ratesOf, run, versionOf } from "../../src/figures/mamba-123/compute.ts";
import figure from "../../src/figures/mamba-123/figure.ts";
import type { Setting } from "../../src/figures/mamba-123/params.ts";
import { settingOf } from "../../src/kit/derive.ts";

const setting = (set: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...set });
const readout = (name: keyof typeof figure.readouts, v: Setting) =>
  figure.readouts[name]!.of(figure.compute(v), v, 0);

describe("the three versions", () => {
  test("are the presets of their names", () => {
    const names = ["one", "two", "three", "trapezoid"].map((k) => versionOf(settingOf(figure, k)));
    expect(names).toEqual(["mamba1", "mamba2", "mamba3", "between"]);
  });

  test("a head of 64 channels with 8 states: one exponential in place of 512, a ninth more kept", () => {
    expect(readout("decays", settingOf(figure, "one"))).toBe(512);
    expect(readout("decays", settingOf(figure, "two"))).toBe(1);
    expect(readout("kept", settingOf(figure, "two"))).toBe(512);
    expect(readout("kept", settingOf(figure, "three"))).toBe(512 + 64 + 8 + 4);
    expect(readout("products", settingOf(figure, "three"))).toBe(3 * 512 + 64 + 512 + 64 + 36);
  });

  test("one token is heard twice where λ < 1", () => {
    const { response, rates } = run(setting({ input: "impulse", lambda: 0.5, delta: 0.4 }));
    const P = rates.re.length;
    const at = (t: number) => response.re.subarray(0, P * 21)[t]!; // the slowest state
    const alpha = Math.exp(-0.2);
    expect(at(0)).toBeCloseTo(0.2, 14);
    expect(at(1)).toBeCloseTo(alpha * 0.2 + 0.2 * alpha, 14);
    expect(at(2)).toBeCloseTo(alpha * at(1), 14);
  });
});

describe("the order of the rules", () => {
  test("on a sine wave 1 and 2, on a step 1 for both, between them 1", () => {
    const order = (input: Setting["input"], lambda: number) =>
      orderOf(errorsOf(ratesOf("own", 2), input, lambda));
    expect(order("sine", 1)).toBeCloseTo(1, 1);
    expect(order("sine", 0.5)).toBeCloseTo(2, 1);
    expect(order("sine", 0.75)).toBeCloseTo(1, 1);
    expect(order("step", 1)).toBeCloseTo(1, 1);
    expect(order("step", 0.5)).toBeCloseTo(1, 1);
    expect(order("impulse", 1)).toBeNaN();
  });
});

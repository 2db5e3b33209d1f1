import { expect, test } from "vitest";
import figure from "../../src/figures/frequency-response/figure.ts";
import { run } from "../../src/figures/frequency-response/compute.ts";
import { settingOf } from "../../src/kit/derive.ts";

const read = (preset: string, readout: keyof typeof figure.readouts, patch = {}) => {
  const v = { ...settingOf(figure, preset), ...patch };
  return figure.readouts[readout]!.of(run(v), v, 0);
};

test("a resonator answers most where the textbook says, √(1 − 2ζ²) of its frequency, by 1/(2ζ√(1 − ζ²))", () => {
  const peak = 4 * Math.sqrt(1 - 2 * 0.1 ** 2);
  expect(read("warped", "peak")).toBeCloseTo(peak, 4);
  const gain = 20 * Math.log10(1 / (0.2 * Math.sqrt(1 - 0.01)));
  expect(read("warped", "smoothGain", { w: +peak.toFixed(2) })).toBeCloseTo(gain, 3);
});

test("bilinear steps of 0.5 hear it at 3.13 instead of 3.96, steps of 0.05 where it is; a hold moves it little", () => {
  expect(read("warped", "steppedPeak")).toBeCloseTo(3.13, 2);
  expect(read("warped", "warped")).toBeCloseTo(4 * Math.atan(3.9598 / 4), 3);
  expect(read("fine", "steppedPeak")).toBeCloseTo(3.95, 1);
  expect(read("held", "steppedPeak")).toBeCloseTo(3.96, 1);
});

test("a frequency beyond π/Δ is said to be another one", () => {
  const v = { ...settingOf(figure, "warped"), w: 10 };
  expect(figure.describe(run(v), v, 0)).toBe("beyond");
});

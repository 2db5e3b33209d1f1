import { describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/playground/figure.ts";
import { run } from "../../src/figures/playground/compute.ts";
import type { Setting } from "../../src/figures/playground/params.ts";
import { settingOf } from "../../src/kit/derive.ts";

const at = (preset: string | undefined, set: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset),
  ...set,
});

describe("the loudest frequency", () => {
  const read = (preset: string | undefined, set: Partial<Setting> = {}) => {
    const v = at(preset, set);
    const r = run(v);
    return { ...r.peak, said: figure.describe(r, v, 0) };
  };
  // SciPy: the maximum of |C (zI − Ā)⁻¹ B̄| over 200,001 frequencies.
  test.each([
    ["straight", 1.4002, 9.8489],
    ["warp", 1.2337, 12.3145],
    ["resonance", 0.29696, 13.9911],
    ["delay", 0.3507, 0.1134],
  ] as const)("of %s is %f, between the frequencies that are drawn", (preset, w, gain) => {
    expect(read(preset).at).toBeCloseTo(w, 3);
    expect(read(preset).gain).toBeCloseTo(gain, 3);
  });
  test("of a leaky memory is rest, where 0.5/(1 − 0.86) comes out", () => {
    expect(read("leaky").at).toBe(0);
    expect(read("leaky").gain).toBeCloseTo(20 * Math.log10(0.5 / 0.14), 6);
  });
  test("on the unit circle grows without bound, unless nothing drives it", () => {
    expect(read("turn").at).toBeCloseTo(Math.atan2(0.28, 0.96), 9);
    expect(read("turn").gain).toBe(Infinity);
    expect(read("velocity")).toMatchObject({ at: 0, gain: Infinity, rest: Infinity });
    expect(read("smoother").gain).toBe(-Infinity);
  });
  test("is none where all pass alike, and a register forgets nothing by halves", () => {
    expect(read("shift")).toEqual({ at: NaN, gain: 0, rest: 0, said: "ends" });
    expect(read("leaky", { own: [[0.5, 0], [1, 2]] }).said).toBe("alike"); // prettier-ignore
  });
});

test("a view that is fetched when it is asked for leaves those that are there, true to the moment, until it has come", async () => {
  vi.resetModules(); // other tests have fetched them all
  const figure = (await import("../../src/figures/playground/figure.ts")).default;
  const host = document.body.appendChild(document.createElement("div"));
  const say = (phrase: string) => figure.phrases[phrase as keyof typeof figure.phrases];
  const nothing = () => undefined;
  const view = figure.view({ host, compact: false, say, set: nothing, seek: nothing });
  const moment = (set: Partial<Setting>) => {
    const values = at(undefined, set);
    return { values, result: run(values), t: 9, ghost: undefined };
  };
  const heads = () =>
    Object.entries({ time: "Time", spectrum: "Spectrum", poles: "Eigenvalues" })
      .filter(([, word]) => host.textContent.includes(word))
      .map(([name]) => name);
  view.draw(moment({ views: ["time", "poles"] }));
  expect(heads()).toEqual(["time", "poles"]);
  const asked = moment({ views: ["time", "spectrum"] });
  expect(figure.ready!(asked.values)).toBeInstanceOf(Promise);
  view.draw(asked);
  expect(heads()).toEqual(["time", "poles"]);
  await figure.ready!(asked.values);
  await Promise.resolve();
  expect(heads()).toEqual(["time", "spectrum"]);
  expect(figure.ready!(asked.values)).toBeUndefined();
  view.destroy();
  host.remove();
});

import { describe, expect, test } from "vitest";
import { answered, type Run } from "../../src/figures/delay-line/compute.ts";
import figure from "../../src/figures/delay-line/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";
import type { Setting } from "../../src/figures/delay-line/params.ts";

type Name = keyof typeof figure.presets | "";
const setting = (preset: Name, set: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset || undefined),
  ...set,
});

/** A readout at a preset, changed by `set`, as the lesson quotes it. */
function told(readout: keyof typeof figure.readouts, preset: Name, set: Partial<Setting> = {}) {
  const v = setting(preset, set);
  return figure.readouts[readout]!.of(figure.compute(v), v, 0);
}

describe("numbers in the lesson", () => {
  test.each([
    ["hippo", {}, 1.1, 1],
    ["beyond", {}, 110, 0.5],
    ["rnn", {}, 108, 0.5],
    ["random", {}, 106, 0.6],
    ["near", { memory: "legt" }, 0.03, 0.005],
    ["register", {}, 108, 0.5],
    ["double", {}, 1.0, 0.05],
    ["white", { d: 2 }, 47, 0.5],
    ["lin", {}, 42, 0.5],
  ] as const)("%s with %o misses %d %%", (preset, set, share, within) => {
    expect(Math.abs(told("result", preset, set) - share)).toBeLessThan(within);
  });

  test("how far the memories reach", () => {
    expect(told("reach", "hippo")).toBe(260);
    expect(told("reach", "register")).toBe(40);
    expect(told("result", "white", { memory: "shift", d: 31 })).toBeLessThan(1e-3);
    expect(told("result", "whiteNear")).toBeLessThan(1e-3);
    expect(told("result", "white", { memory: "shift", d: 32 })).toBeGreaterThan(99);
  });

  test("what is left of a push: next to nothing with tanh, little without", () => {
    expect(told("left", "rnn") / 100).toBeLessThan(1e-18);
    expect(told("left", "random")).toBeCloseTo(0.47, 2);
  });

  test("the marked token: a vote at best, whichever linear memory holds it; a gate always", () => {
    expect(told("right", "onePlace")).toBe(100);
    expect(told("right", "twoPlaces")).toBeCloseTo(75, 1);
    for (const id of ["legt", "legs", "lin", "random", "shift"] as const)
      expect(told("right", "marked", { memory: id }), id).toBeLessThan(57);
    expect(told("right", "gate")).toBe(100);
    expect(told("right", "gate", { sharp: 2 })).toBeCloseTo(78, 0);
    expect(told("right", "gate", { sharp: 0 })).toBeCloseTo(55, 0);
  });

  test("no other draw of the seed tells another story", () => {
    for (const seed of [2, 3]) {
      expect(told("result", "hippo", { seed })).toBeLessThan(1.5);
      expect(told("left", "rnn", { seed })).toBeLessThan(1e-8);
      for (const preset of ["random", "rnn", "register"] as const)
        expect(told("result", preset, { seed }), preset).toBeGreaterThan(90);
      expect(told("right", "marked", { seed })).toBeLessThan(60);
    }
  });
});

describe("laws that depend on the result can fail", () => {
  const law = (id: string, r: Run, v: Setting) => figure.laws[id]!.holds(r, v);

  test("a register that is a step late", () => {
    const v = setting("near", { N: 4 });
    const r = figure.compute(v);
    const { judged } = r.delay!;
    const data = judged.states.data.map((_, i, all) => all[i - 4] ?? 0);
    const late = { ...judged, states: { ...judged.states, data } };
    expect(law("register", r, v)).toBe(true);
    expect(law("register", { delay: { ...r.delay!, judged: late } }, v)).toBe(false);
  });

  test("a read-out that knows more than a linear memory can tell it", () => {
    const v = setting("marked");
    const r = figure.compute(v);
    const cheat = answered("gate", v);
    expect(law("product", r, v)).toBe(true);
    expect(law("product", { marked: { ...r.marked!, mine: cheat } }, v)).toBe(false);
  });
});

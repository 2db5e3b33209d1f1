import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Param } from "../../src/kit/param.ts";
import { choice } from "../../src/kit/params/choice.ts";
import { matrix } from "../../src/kit/params/matrix.ts";
import { number } from "../../src/kit/params/number.ts";
import { clip } from "../../src/kit/params/clip.ts";
import { pushes } from "../../src/figures/control/pushes.ts";
import { path } from "../../src/figures/track/pathParam.ts";
import { seed } from "../../src/kit/params/seed.ts";
import { signal } from "../../src/kit/params/signal.ts";
import { toggle } from "../../src/kit/params/toggle.ts";
import { unit } from "../unit.ts";

const label = "x";
const linear = number({ label, min: -1.2, max: 1.2, step: 0.01, initial: 0.86 });
const ratio = number({ label, min: 0.001, max: 10, step: 0.001, initial: 1, log: true });
const whole = number({ label, min: 16, max: 512, step: 1, initial: 64 });
const square = matrix({
  label,
  min: -4,
  max: 4,
  step: 0.01,
  initial: [
    [1, 0.5],
    [0, -1],
  ],
});

const kinds: Readonly<Record<string, Param<unknown>>> = {
  linear,
  ratio,
  whole,
  square,
  choice: choice({ label, options: { a: "A", b: "B", c: "C" }, initial: "a" }),
  toggle: toggle({ label, initial: true }),
  seed: seed({ label, initial: 7 }),
  signal: signal({ label, initial: { kind: "step" } }),
  path: path({ label, initial: { kind: "eight" } }),
  clip: clip({ label, options: { sentence: "A sentence", other: "Another" }, own: "My own" }),
  pushes: pushes({ label, initial: [], usual: 10, ways: "sides" }),
} as never;

describe.each(Object.entries(kinds))("a %s parameter", (_, p) => {
  test("reads its own text back as the same value", () => {
    expect(p.parse(p.print(p.initial))).toEqual(p.initial);
    fc.assert(
      fc.property(unit, (u) => {
        expect(p.parse(p.print(p.at(u)))).toEqual(p.at(u));
      }),
    );
  });

  test("stays in its domain however it is nudged", () =>
    fc.assert(
      fc.property(unit, fc.integer({ min: -1e6, max: 1e6 }), (u, by) => {
        const next = p.nudge(p.at(u), by);
        // In the domain is what its text brings back unchanged.
        expect(p.parse(p.print(next))).toEqual(next);
      }),
    ));

  test("reads any text as a value of its own, or as none", () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
        const value = p.parse(text);
        if (value !== undefined) expect(p.parse(p.print(value))).toEqual(value);
      }),
    ));

  test.each(["", "NaN", "Infinity", "x".repeat(5000), "__proto__"])(
    "reads nothing into %j",
    (text) => expect(p.parse(text)).toBeUndefined(),
  );
});

describe("number", () => {
  test.each([linear, ratio, whole])("`where` is the inverse of `at` (min $min)", (p) =>
    fc.assert(
      fc.property(unit, (u) => {
        const x = p.at(u);
        expect(x).toBeGreaterThanOrEqual(p.min);
        expect(x).toBeLessThanOrEqual(p.max);
        expect(p.at(p.where(x))).toBeCloseTo(x, 9);
        expect(Math.abs(p.where(x) - u)).toBeLessThan(p === ratio ? 0.1 : p.step / (p.max - p.min));
      }),
    ),
  );

  test("the ends of the slider are the ends of the domain", () => {
    for (const p of [linear, ratio, whole]) {
      expect([p.at(0), p.at(1)]).toEqual([p.min, p.max]);
      expect([p.where(p.min), p.where(p.max)]).toEqual([0, 1]);
      expect([p.where(-1e9), p.where(1e9)]).toEqual([0, 1]);
    }
  });

  test("a hundred small steps are one large one: no rounding gathers", () => {
    let x: number = linear.initial;
    for (let k = 0; k < 30; k++) x = linear.nudge(x, 1);
    expect(x).toBe(1.16);
    for (let k = 0; k < 30; k++) x = linear.nudge(x, -1);
    expect(x).toBe(0.86);
  });

  test("typed as people type", () => {
    expect(linear.parse(" 0,5 ")).toBe(0.5);
    expect(linear.parse("−0.5")).toBe(-0.5);
    expect(linear.parse("1e-1")).toBe(0.1);
    expect(linear.parse("7")).toBe(1.2);
    expect(linear.parse("0.863")).toBe(0.86);
    for (const text of ["abc", "1.2.3", "0x", "1 2", "--1"])
      expect(linear.parse(text)).toBeUndefined();
  });
});

describe("matrix", () => {
  test("wants its own shape", () => {
    expect(square.parse("1,2;3,4")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    for (const text of ["1", "1,2", "1,2;3", "1,2,3;4,5,6", "1,2;3,4;5,6", "1,;3,4", "1,2;3,x"])
      expect(square.parse(text), text).toBeUndefined();
  });

  test("keeps each entry between its bounds", () =>
    expect(square.parse("1e308,-1e308;0,9")).toEqual([
      [4, -4],
      [0, 4],
    ]));
});

test("seed and choice go round", () => {
  const s = seed({ label, initial: 1 });
  expect(s.nudge(9999, 1)).toBe(1);
  expect(s.nudge(1, -1)).toBe(9999);
  expect(s.parse("0")).toBeUndefined();
  expect(s.parse("10000")).toBeUndefined();
  const c = choice({ label, options: { a: "A", b: "B", c: "C" }, initial: "a" });
  expect(c.nudge("c", 1)).toBe("a");
  expect(c.nudge("a", -1)).toBe("c");
});

import { expect, test } from "vitest";
import figure from "../../src/figures/kitchen/figure.ts";
import { clockAt, lengthOf, run } from "../../src/figures/kitchen/compute.ts";
import type { Setting } from "../../src/figures/kitchen/params.ts";
import { finished, standAt, stirs } from "../../src/figures/kitchen/stand.ts";
import { settingOf } from "../../src/kit/derive.ts";

const setting = (preset?: string, more: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset),
  ...more,
});
const told = (name: keyof typeof figure.readouts, v: Setting, t = 0) =>
  figure.readouts[name]!.of(run(v), v, t);

test("the kitchen as it is declared: 90 minutes against 54, of which 36 are cooking", () => {
  const v = setting();
  expect(["two", "one", "walksTwo", "walksOne", "cooking"].map((n) => told(n as "two", v))).toEqual(
    [90, 54, 18, 6, 36],
  );
});

test("when it pays: not for one step, not beside the fridge, and for each dish on a counter of one", () => {
  expect(told("saved", setting("one"))).toBe(0);
  expect(told("saved", setting("near"))).toBe(0);
  expect(told("walksSaved", setting("small"))).toBe(2 * 2 * 12);
});

test("the article's kitchen saves stirs, by the number of spices", () => {
  const r = run(setting("seed"));
  expect([r.two.cooking, r.one.cooking, r.two.walking]).toEqual([36, 12, 0]);
});

test("on a card: the bytes of every program over its bandwidth, by hand", () => {
  const v = setting("gpu");
  const r = run(v);
  expect(r.two.walking).toBeCloseTo((3 * 2 * 2 ** 30 * 1e3) / 4.8e12, 12);
  expect(r.one.walking).toBeCloseTo((2 * 2 ** 30 * 1e3) / 4.8e12, 12);
  expect(r.two.cooking).toBeCloseTo((3 * 2 ** 28 * 1e3) / 67e12, 12);
  expect([told("movedTwo", v), told("movedOne", v)]).toEqual([6, 2]);
  expect(told("balance", v)).toBeCloseTo((8 * 67) / 4.8, 10);
  // How many tiles, and how large, does not matter there.
  const other = run({ ...v, dishes: 7, counter: 3 });
  expect(other.one.total).toBeCloseTo(r.one.total, 12);
});

test("a card is called busy only where fusion saves no time at best", () => {
  const ends = (work: number) => {
    const v = setting("gpu", { work });
    const r = run(v);
    return [figure.describe(r, v, lengthOf(r, v) - 1), told("leastTwo", v) / told("leastOne", v)];
  };
  expect(ends(1)).toEqual(["gpuEnds", expect.closeTo(3, 12)]);
  expect(ends(60)[0]).toBe("gpuEnds");
  expect(ends(60)[1]).toBeGreaterThan(1.5);
  expect(ends(500)).toEqual(["gpuBusy", expect.closeTo(1, 12)]);
});

test("where everything is at a moment", () => {
  const v = setting();
  const { two, one } = run(v);
  // 3 minutes there, then a minute for each dish.
  const early = standAt(two, 12, 4.5);
  expect(early).toMatchObject({ share: 0.5, walks: 1, doing: { kind: "cook", dish: 1, step: 0 } });
  expect(Array.from(early.done.slice(0, 3))).toEqual([1, 0.5, 0]);
  expect(standAt(two, 12, 8).doing).toMatchObject({ kind: "return", first: 0, load: 4 });
  expect(standAt(one, 12, 90)).toMatchObject({ doing: undefined, walks: 6 });
  expect(finished(standAt(one, 12, 30), 3)).toBe(5);
  expect(finished(standAt(two, 12, 30), 3)).toBe(0);
});

test("a stir counts once it has begun, and the mixture has all spices in one", () => {
  const { two, one } = run(setting("seed"));
  expect(stirs(two, standAt(two, 12, 0))).toBe(0);
  expect(stirs(two, standAt(two, 12, 0.5))).toBe(1);
  expect(stirs(two, standAt(two, 12, 36))).toBe(36);
  expect(finished(standAt(one, 12, 6, 3), 3)).toBe(6);
});

test("the clock ends with the slower kitchen", () => {
  for (const preset of ["seed", "kitchen", "long", "consumer"]) {
    const v = setting(preset);
    const r = run(v);
    expect(clockAt(r, v, lengthOf(r, v) - 1)).toBe(r.two.total);
    expect(clockAt(r, v, lengthOf(r, v) - 2)).toBeLessThan(r.two.total);
  }
});

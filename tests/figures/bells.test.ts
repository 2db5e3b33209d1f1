import { expect, test } from "vitest";
import { DONE, isDone, placeAt, LAST, run } from "../../src/figures/bells/compute.ts";
import { under } from "../../src/draw/area.ts";
import bells from "../../src/figures/bells/figure.ts";
import { stageOf } from "./portrait.ts";

const at = (set: object) => run({ m: 0, P: 4, y: 3.51, R: 1, ...set });
const read = (name: keyof typeof bells.readouts, set: object, t: number) =>
  bells.readouts[name]!.of(at(set), { m: 0, P: 4, y: 3.51, R: 1, ...set }, t);

test("what the chapter says: 0.8 of the way to 3.51 is 2.81, with a variance of 0.8", () => {
  expect(read("gain", {}, DONE)).toBeCloseTo(0.8, 14);
  expect(read("mean", {}, DONE)).toBeCloseTo(2.808, 12);
  expect(read("variance", {}, DONE)).toBeCloseTo(0.8, 14);
});

test("what the chapter says: the distance of the two makes no difference to the width", () => {
  for (const y of [-2.5, 0, 2.5])
    expect(read("deviation", { m: -2.5, P: 1, y, R: 1 }, DONE)).toBeCloseTo(Math.SQRT1_2, 14);
});

test("no way is gone where both means are the same, and nothing is multiplied at the foot", () => {
  const told = (set: object, t: number) =>
    bells.describe(at(set), { m: 0, P: 4, y: 3.51, R: 1, ...set }, t);
  expect(told({ m: 1, y: 1 }, DONE)).toBe("agree");
  expect(told({ m: 1, y: 1.01 }, DONE)).toBe("whole");
  expect(told({ m: -4, y: 4 }, DONE)).toBe("far");
  // In NumPy: 7.7·10⁻²⁷ of the peak at −7, and 0.9424 at 2.5.
  expect([0, 76].map((t) => told({}, t))).toEqual(["foot", "sweeps"]);
});

test("nothing is known of the product before the last place has been multiplied", () => {
  expect(isDone(LAST)).toBe(false);
  expect(placeAt(0)).toBe(-7);
  expect(placeAt(LAST)).toBe(7);
  for (const name of ["mean", "variance", "gain", "deviation", "area"] as const)
    expect(read(name, {}, LAST)).toBeNaN();
});

test("a bell that the frame cuts is filled down to its base at both ends", () => {
  expect(under("M2 30L4 10L9 25.5", 40)).toBe("M2 30L4 10L9 25.5V40H2Z");
  expect(under("M-2.5 30L4 10", 40)).toBe("M-2.5 30L4 10V40H-2.5Z");
  expect(under("", 40)).toBe("");
  const values = { m: 4, P: 6, y: 4, R: 6 };
  const { host, view } = stageOf(bells as never, false);
  view.draw({ values, result: at(values), t: DONE, ghost: undefined });
  const filled = [...host.querySelectorAll("path.share")].map((n) => n.getAttribute("d")!);
  expect(filled).toHaveLength(2);
  for (const d of filled) expect(d).toMatch(/V\d+H[\d.]+Z$/);
  view.destroy();
});

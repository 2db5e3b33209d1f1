import { expect, test } from "vitest";
import { plan, type Recipe } from "../../src/models/recipe.ts";

const recipe: Recipe = { dishes: 5, steps: 3, counter: 2, cook: 1, walk: { trip: 4, dish: 0 } };

test("by hand: five dishes, three steps, two on the counter, four minutes each way", () => {
  const [two, one] = [plan(recipe, false), plan(recipe, true)];
  // Three counterfuls: 2, 2 and 1 dishes.
  expect(two).toMatchObject({ walks: 18, walking: 72, cooking: 15, total: 87, carried: 30 });
  expect(one).toMatchObject({ walks: 6, walking: 24, cooking: 15, total: 39, carried: 10 });
});

test("fused, a counterful goes through all steps, each for all its dishes, before it is put back", () => {
  const { doings } = plan({ ...recipe, dishes: 3, steps: 2 }, true);
  const told = doings.map(({ kind, dish, step }) => (kind === "cook" ? `${dish}.${step}` : kind));
  expect(told).toEqual([
    "fetch",
    "0.0",
    "1.0",
    "0.1",
    "1.1",
    "return",
    "fetch",
    "2.0",
    "2.1",
    "return",
  ]);
});

test("step by step, all dishes have a step before the next begins", () => {
  const { doings } = plan({ ...recipe, dishes: 3, steps: 2 }, false);
  const steps = doings.flatMap(({ step }) => (step === undefined ? [] : [step]));
  expect(steps).toEqual([0, 0, 0, 1, 1, 1]);
});

test("a counter for one dish: all walks of a dish but two are left out", () => {
  const small = { ...recipe, counter: 1 };
  expect(plan(small, false).walks - plan(small, true).walks).toBe(2 * (3 - 1) * 5);
});

test("where a walk takes as long as its load, the size of the counter does not matter", () => {
  const total = (counter: number) =>
    plan({ ...recipe, counter, walk: { trip: 0, dish: 1 } }, true).total;
  expect([1, 2, 3, 4, 5].map(total)).toEqual([25, 25, 25, 25, 25]);
});

test("a number of dishes that is none and a time below 0 are refused", () => {
  expect(() => plan({ ...recipe, dishes: 0 }, true)).toThrow(/dishes/);
  expect(() => plan({ ...recipe, counter: 1.5 }, true)).toThrow(/counter/);
  expect(() => plan({ ...recipe, cook: -1 }, true)).toThrow(/cook must be not negative/);
  expect(() => plan({ ...recipe, walk: { trip: 0, dish: NaN } }, true)).toThrow(/walk/);
});

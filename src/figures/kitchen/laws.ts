import { plan, type Timetable } from "../../models/recipe.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const near = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const both = ({ two, one }: Run) => [two, one];

export const neverSlower = ({ two, one }: Run): boolean => one.total <= two.total * (1 + 1e-12);

/** Two for each counterful, in each step or once; in the article's kitchen they cost nothing. */
export const walksByFormula = ({ two, one, recipe }: Run): boolean => {
  const loads = Math.ceil(recipe.dishes / recipe.counter);
  return two.walks === 2 * recipe.steps * loads && one.walks === 2 * loads;
};

export const sameCooking = ({ two, one }: Run, { story, steps }: Setting): boolean =>
  near(two.cooking, story === "seed" ? steps * one.cooking : one.cooking);

/** With the fridge beside the stove. */
export const sameWhenNear = ({ recipe }: Run): boolean => {
  const beside = { ...recipe, walk: { trip: 0, dish: 0 } };
  return near(plan(beside, false).total, plan(beside, true).total);
};

/** What fusion saves is the walks of all steps but one. */
export const savesWalks = ({ two, one, recipe }: Run, { story }: Setting): boolean =>
  story === "seed" || near(two.total - one.total, (recipe.steps - 1) * one.walking);

/** One thing after the other, nothing in between. */
const seamless = ({ doings, total, walking, cooking }: Timetable) =>
  doings.every(({ from, to }, k) => from === (doings[k - 1]?.to ?? 0) && to >= from) &&
  doings.at(-1)!.to === total &&
  near(total, walking + cooking);
export const oneThingAtATime = (r: Run): boolean => both(r).every(seamless);

/** Each dish has each step once, in order, and is never one too many on the counter. */
export const allCooked = ({ two, one, recipe }: Run, { story }: Setting): boolean =>
  [two, one].every(({ doings }, k) => {
    const next = new Int32Array(recipe.dishes);
    const steps = story === "seed" && k === 1 ? 1 : recipe.steps;
    return (
      doings.every(({ dish, step, load }) => {
        if (load > recipe.counter) return false;
        return dish === undefined || next[dish]!++ === step;
      }) && next.every((x) => x === steps)
    );
  });

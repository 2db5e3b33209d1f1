import { plan, type Recipe, type Timetable } from "../../models/recipe.ts";
import { BYTES, cards, NUMBERS } from "./cards.ts";
import type { Setting } from "./params.ts";

export interface Run {
  /** Each step for all dishes, and a counterful at a time through all steps; minutes, on a card milliseconds. */
  readonly two: Timetable;
  readonly one: Timetable;
  readonly recipe: Recipe;
}

/** Times a playhead's step stands for: a minute; on a card a hundredth of a millisecond. */
export const unitOf = ({ story }: Pick<Setting, "story">): number => (story === "gpu" ? 0.01 : 1);

/** The recipe with its times, in minutes; on a card in milliseconds, where a walk takes as long as its bytes. */
export function recipeOf(v: Setting): Recipe {
  const { dishes, steps, counter, cook } = v;
  // All is at hand, and every spice is a stir.
  if (v.story === "seed")
    return { dishes, steps, counter: dishes, cook, walk: { trip: 0, dish: 0 } };
  if (v.story === "kitchen")
    return { dishes, steps, counter, cook, walk: { trip: v.far, dish: 0 } };
  const { bandwidth, operations } = cards[v.card];
  const share = 1e3 / dishes;
  return {
    dishes,
    steps,
    counter,
    cook: (share * NUMBERS * v.work) / operations,
    walk: { trip: 0, dish: (share * BYTES) / bandwidth },
  };
}

/** Both kitchens. In the article's the spices are mixed first, so that one stir is left of many. */
export function run(v: Setting): Run {
  const recipe = recipeOf(v);
  const once = v.story === "seed" ? { ...recipe, steps: 1 } : recipe;
  return { two: plan(recipe, false), one: plan(once, true), recipe };
}

/** The time on the clock at a place of the playhead. */
export const clockAt = (r: Run, v: Setting, t: number): number =>
  Math.min(t * unitOf(v), r.two.total);

/** Places of the playhead. */
export const lengthOf = (r: Run, v: Setting): number =>
  Math.max(2, Math.ceil(r.two.total / unitOf(v) - 1e-9) + 1);

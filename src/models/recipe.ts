import { count, fail, finite } from "../numerics/check.ts";

/**
 * A recipe for many dishes that are kept far from the stove: the timetable of one cook. With other names it is a tensor in a card's
 * memory: a step of the recipe is a program, a counterful a tile, a walk its way from memory to the chip or back.
 */
export interface Recipe {
  readonly dishes: number;
  /** Steps that each dish goes through. */
  readonly steps: number;
  /** Dishes that fit on the counter, and so are carried at once. */
  readonly counter: number;
  /** What one dish takes in one step. */
  readonly cook: number;
  /** What a walk takes, however much is carried, and what each dish adds to it. */
  readonly walk: { readonly trip: number; readonly dish: number };
}

/** Something done between two times, with dishes from `first` on; `step` is what is cooked, from 0. */
export interface Doing {
  readonly kind: "fetch" | "cook" | "return";
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly load: number;
  /** The dish on the stove. */
  readonly dish?: number;
  readonly step?: number;
}

export interface Timetable {
  readonly doings: readonly Doing[];
  readonly total: number;
  readonly walking: number;
  readonly cooking: number;
  /** One way each. */
  readonly walks: number;
  /** Dishes carried, one way each. */
  readonly carried: number;
}

// #region plan
/**
 * The cook begins at the fridge. Step by step: each step for all dishes, a counterful at a time, each put back before the next is
 * fetched. Fused: a counterful goes through all steps before it is put back. Throws unless numbers are whole and times not negative.
 */
export function plan(recipe: Recipe, fused: boolean): Timetable {
  const { dishes, steps, counter, cook, walk } = checked(recipe);
  const doings: Doing[] = [];
  let now = 0;
  const add = (kind: Doing["kind"], takes: number, rest: Omit<Doing, "kind" | "from" | "to">) => {
    doings.push({ kind, from: now, to: now + takes, ...rest });
    now += takes;
  };
  const round = (first: number, from: number, to: number) => {
    const load = Math.min(counter, dishes - first);
    add("fetch", walk.trip + load * walk.dish, { first, load });
    for (let step = from; step < to; step++)
      for (let k = 0; k < load; k++) add("cook", cook, { first, load, dish: first + k, step });
    add("return", walk.trip + load * walk.dish, { first, load });
  };
  for (let pass = 0; pass < (fused ? 1 : steps); pass++)
    for (let first = 0; first < dishes; first += counter)
      round(first, fused ? 0 : pass, fused ? steps : pass + 1);
  return summed(doings, now);
}
// #endregion

function summed(doings: readonly Doing[], total: number): Timetable {
  const cooked = doings.filter(({ kind }) => kind === "cook");
  const walked = doings.filter(({ kind }) => kind !== "cook");
  const time = (list: readonly Doing[]) => list.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    doings,
    total,
    walking: time(walked),
    cooking: time(cooked),
    walks: walked.length,
    carried: walked.reduce((sum, { load }) => sum + load, 0),
  };
}

function checked(recipe: Recipe): Recipe {
  count("dishes", recipe.dishes);
  count("steps", recipe.steps);
  count("counter", recipe.counter);
  for (const [name, time] of [
    ["cook", recipe.cook],
    ["walk.trip", recipe.walk.trip],
    ["walk.dish", recipe.walk.dish],
  ] as const)
    if (finite(name, time) < 0) fail(name, "not negative", time);
  return recipe;
}

import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { plan } from "../models/recipe.ts";

export default defineEquation({
  id: "saved-walks",
  name: "What fusion saves is two walks for each counterful in every step but one",
  tex: String.raw`\sy{Tsteps} - \sy{Tfused} = 2\by(\sy{recipe} - 1)\by\sy{loads}\by\sy{walk}`,
  code: "src/models/recipe.ts#plan",
  given: { recipe: [2, 6], loads: [1, 12], walk: [1, 10] },
  /** Both timetables, walked through. */
  derive: ({ recipe, loads, walk }) => {
    const [steps, dishes] = [Math.round(recipe!), 2 * Math.round(loads!) - 1];
    const all = { dishes, steps, counter: 2, cook: 0.7, walk: { trip: walk!, dish: 0 } };
    const [two, one] = [plan(all, false), plan(all, true)];
    return { recipe: steps, loads: one.walks / 2, Tsteps: two.total, Tfused: one.total };
  },
  residual: (at) => {
    const saved = numberOf(at, "Tsteps") - numberOf(at, "Tfused");
    const walks = 2 * (numberOf(at, "recipe") - 1) * numberOf(at, "loads");
    return Math.abs(saved - walks * numberOf(at, "walk")) / Math.max(1, numberOf(at, "Tsteps"));
  },
});

import { defineFigure } from "../../kit/figure.ts";
import { clockAt, lengthOf, run, type Run } from "./compute.ts";
import {
  allCooked,
  neverSlower,
  oneThingAtATime,
  sameCooking,
  sameWhenNear,
  savesWalks,
  walksByFormula,
} from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "kitchen",
  title: "A kitchen, and a fridge down the corridor",
  params,
  idle: ({ story }) => ({
    far: story !== "kitchen",
    counter: story === "seed",
    cook: story === "gpu",
    card: story !== "gpu",
    work: story !== "gpu",
  }),
  presets,
  compute: run,
  length: lengthOf,
  clock: (_, { story }) => (story === "gpu" ? "atMs" : "atMinute"),
  rate: 16,
  readouts,
  phrases,
  describe,
  laws: {
    faster: { label: "Fused is never slower", holds: neverSlower },
    walks: {
      label: "Walks: two for each counterful, in every step or once",
      holds: walksByFormula,
    },
    cooking: {
      label:
        "The cooking is the same in both; in the article’s kitchen it is divided by the spices",
      holds: sameCooking,
    },
    near: {
      label: "With the fridge beside the stove both take as long",
      about: "model",
      holds: sameWhenNear,
    },
    saved: { label: "What is saved is the walking of all steps but one", holds: savesWalks },
    seamless: { label: "The cook does one thing after the other", holds: oneThingAtATime },
    cooked: { label: "Every dish has every step once, in order", holds: allCooked },
  },
  symbols: ({ two, one }, v) =>
    v.story === "seed"
      ? {}
      : {
          recipe: v.steps,
          walk: one.walking / one.walks,
          loads: one.walks / 2,
          Tsteps: two.total,
          Tfused: one.total,
        },
  equations: ["saved-walks"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: ({ one }) => one.total },
  source: ["src/models/recipe.ts#plan"],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  const clock = clockAt(r, v, t);
  const moment = t <= 0 ? "begins" : clock >= r.two.total ? "ends" : "under";
  if (v.story === "seed")
    return ({ begins: "seedBegins", under: "seedUnder", ends: "seedEnds" } as const)[moment];
  if (v.story === "kitchen") {
    if (moment !== "ends") return moment;
    return v.steps === 1 ? "endsOne" : v.far === 0 ? "endsNear" : "ends";
  }
  if (moment !== "ends") return moment === "begins" ? "gpuBegins" : "gpuUnder";
  if (v.steps === 1) return "gpuOne";
  return r.two.cooking > r.two.walking ? "gpuBusy" : "gpuEnds";
}

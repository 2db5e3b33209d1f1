import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** Half-step 13 is the update of step 6, 12 the prediction before it. */
export const presets: Readonly<Record<string, Preset<Setting>>> = {
  balanced: { label: "It knows Q and R", set: {}, t: 13 },
  trusting: { label: "Trusts the measurements too much", set: { kR: 0.04 } },
  sluggish: { label: "Too sluggish", set: { kQ: 0.01 } },
  timid: { label: "Does not trust itself", set: { kQ: 10, kR: 10 } },
  constant: { label: "Q = 0: the gain goes to zero", set: { a: 1, Q: 0 } },
  exact: { label: "R = 0: the gain is one", set: { R: 0 } },
  start: { label: "Before anything is seen", set: { future: false }, t: 0, lesson: true },
  firstUpdate: { label: "The first measurement", set: { future: false }, t: 1, lesson: true },
  predictAsk: { label: "Before a prediction", set: { future: false }, t: 11, lesson: true },
  updateAsk: { label: "Before an update", set: { future: false }, t: 12, lesson: true },
  whole: { label: "The whole run", set: {}, lesson: true },
  outlier: { label: "A measurement far off", set: { at: 20, by: 6 }, t: 41, lesson: true },
  walk: { label: "A random walk", set: { a: 1 }, lesson: true },
  certain: { label: "Q = R = 0: nothing is uncertain", set: { Q: 0, R: 0 }, t: 4, lesson: true },
};

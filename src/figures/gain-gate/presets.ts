import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  stretch: { label: "A stretch not to be trusted", set: {}, t: 60 },
  trusted: { label: "All trusted alike", set: { times: 1 } },
  blackout: { label: "All but blind", set: { times: 1000 }, t: 75 },
  better: { label: "A better instrument for a while", set: { R: 2, times: 0.02 }, t: 60 },
  fixed: { label: "Beside it, a gain that never changes", set: { fixed: true } },
  ask: { label: "Before the stretch", set: { future: false }, t: 38, lesson: true },
  fixedAsk: {
    label: "Both, before the stretch",
    set: { fixed: true, future: false },
    t: 38,
    lesson: true,
  },
};

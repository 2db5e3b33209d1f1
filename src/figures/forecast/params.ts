import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { bundled as series } from "../../kit/bundled.ts";
import { MOST_AHEAD } from "./setting.ts";

export const params = {
  series: signal({
    label: "Series",
    symbol: "y",
    initial: series.drivers,
    given: [
      [series.drivers, "Drivers killed or badly hurt, Great Britain"],
      [series.air, "Airline passengers"],
      [series.co2, "CO₂ on Mauna Loa"],
      [series.pound, "Dollars for a pound"],
      [series.nile, "Nile flow 1871–1970"],
    ],
    offer: ["own"],
    gaps: true,
  }),
  parts: choice({
    label: "Made of",
    options: { level: "a level", trend: "level and trend", season: "level, trend and season" },
    initial: "season",
  }),
  log: toggle({ label: "Model the logarithm", initial: true }),
  h: number({ label: "steps ahead", min: 1, max: MOST_AHEAD, step: 1, initial: 12 }),
  naive: choice({
    label: "Naive forecast",
    options: { last: "the last value", season: "same season, last cycle" },
    initial: "season",
  }),
  close: toggle({ label: "Closer: only what is judged", initial: false }),
  judge: toggle({ label: "Mark what came true", initial: false }),
  train: number({
    label: "% before the first forecast",
    min: 20,
    max: 90,
    step: 1,
    initial: 60,
    more: true,
  }),
  period: number({
    label: "steps in a cycle",
    min: 2,
    max: 24,
    step: 1,
    initial: 12,
    more: true,
  }),
  refit: choice({
    label: "Fit the variances",
    options: { once: "once, before the first forecast", always: "anew at every step" },
    initial: "once",
    more: true,
  }),
};

export type Setting = Values<typeof params>;

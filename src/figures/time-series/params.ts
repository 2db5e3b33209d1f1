import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { series } from "./series.ts";

/** The most steps that are forecast; all of them are learnt and computed, `h` of them are shown and judged. */
export const MOST_AHEAD = 24;

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
      [series.sunspots, "Sunspots, 1700–2008"],
      [series.walk, "A simulated random walk"],
    ],
    offer: ["own"],
    gaps: true,
  }),
  stop: choice({
    label: "S6 stops",
    options: { held: "best on the held-back", end: "after all steps" },
    initial: "held",
  }),
  below: choice({
    label: "Below the series",
    options: { scores: "errors, coverage, learning", every: "every series" },
    initial: "scores",
  }),
  band: choice({
    label: "Band of",
    options: { s6: "S6", ar: "the autoregression", structural: "the structural model" },
    initial: "s6",
  }),
  h: number({ label: "steps ahead", min: 1, max: MOST_AHEAD, step: 1, initial: 12 }),
  close: toggle({ label: "Closer: only what is judged", initial: false }),
  naive: choice({
    label: "Naive forecast, which S6 starts from",
    options: { last: "the last value", season: "same season, last cycle" },
    initial: "season",
  }),
  parts: choice({
    label: "Structural model made of",
    options: { level: "a level", trend: "level and trend", season: "level, trend and season" },
    initial: "season",
    more: true,
  }),
  order: number({
    label: "order of the autoregression, 0: by AIC",
    min: 0,
    max: 24,
    step: 1,
    initial: 0,
    more: true,
  }),
  log: toggle({ label: "Model the logarithm", initial: true, more: true }),
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
  steps: number({
    label: "training steps",
    min: 50,
    max: 1000,
    step: 50,
    initial: 300,
    more: true,
  }),
  lr: number({
    label: "learning rate",
    min: 0.0002,
    max: 1,
    step: 0.0001,
    initial: 0.002,
    log: true,
    more: true,
  }),
  seed: seed({ label: "seed of S6", initial: 1 }),
};

export type Setting = Values<typeof params>;

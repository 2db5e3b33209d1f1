import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";
import { series } from "./series.ts";

const plain = { log: false, naive: "last", parts: "level" } as const;

export const presets = {
  drivers: { label: "Drivers: a season every year", set: {} },
  air: { label: "Airline passengers", set: { series: series.air } },
  co2: { label: "CO₂ on Mauna Loa", set: { series: series.co2, log: false } },
  pound: { label: "Dollars for a pound", set: { ...plain, series: series.pound } },
  nile: { label: "The Nile", set: { ...plain, series: series.nile } },
  sunspots: {
    label: "Sunspots: a cycle that is not kept to the year",
    set: { ...plain, series: series.sunspots, parts: "season", period: 11 },
  },
  walk: { label: "A random walk", set: { ...plain, series: series.walk } },
  overfit: { label: "Drivers: S6 trained to the end", set: { stop: "end" } },
  every: { label: "Every series", set: { below: "every" } },
  ledger: {
    label: "Dollars for a pound, and every series",
    set: { ...plain, series: series.pound, below: "every" },
    lesson: true,
  },
  structural: {
    label: "Drivers: the structural model's band",
    set: { band: "structural" },
    lesson: true,
  },
  law: { label: "Drivers: before the seat belt law", set: { close: true }, t: 168, lesson: true },
  yule: {
    label: "Sunspots, closer: the autoregression's band",
    set: {
      ...plain,
      series: series.sunspots,
      parts: "season",
      period: 11,
      band: "ar",
      close: true,
    },
    t: 250,
    lesson: true,
  },
  spots: {
    label: "Sunspots, closer",
    set: {
      ...plain,
      series: series.sunspots,
      parts: "season",
      period: 11,
      close: true,
    },
    t: 250,
    lesson: true,
  },
} as const satisfies Readonly<Record<string, Preset<Setting>>>;

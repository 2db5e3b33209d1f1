import type { Preset } from "../../kit/figure.ts";
import { bundled as series } from "../../kit/bundled.ts";
import type { Setting } from "./params.ts";

const pound = { series: series.pound, log: false, naive: "last", train: 40, h: 12 } as const;
const air = { series: series.air, h: 24 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  drivers: { label: "Drivers: a season every year", set: {} },
  air: { label: "Airline passengers, logarithms", set: air },
  airPlain: { label: "Passengers without logarithms", set: { ...air, log: false } },
  pound: { label: "The pound: a level", set: { ...pound, parts: "level" } },
  poundTrend: { label: "The pound: a trend", set: { ...pound, parts: "trend" } },
  co2: { label: "CO₂ on Mauna Loa", set: { series: series.co2, log: false, h: 24 } },
  driversLevel: {
    label: "Drivers: only a level",
    set: { parts: "level" },
    lesson: true,
  },
  driversEarly: {
    label: "Drivers: learnt from five years",
    set: { train: 30 },
    t: 58,
    lesson: true,
  },
  belt: { label: "Drivers: before the seat belt law", set: { close: true }, t: 168, lesson: true },
  judged: {
    label: "Drivers: after the seat belt law",
    set: { close: true, judge: true },
    t: 168,
    lesson: true,
  },
  airOrigin: {
    label: "Passengers, forecast from the middle",
    set: { ...air, close: true },
    t: 95,
    lesson: true,
  },
  airPlainOrigin: {
    label: "Passengers without logarithms, from the middle",
    set: { ...air, log: false, close: true },
    t: 95,
    lesson: true,
  },
  nile: {
    label: "The Nile: a level",
    set: { series: series.nile, parts: "level", log: false, naive: "last", train: 40 },
    lesson: true,
  },
};

import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  start: { label: "Each step by itself", set: {}, t: 0 },
  one: { label: "After one round", set: {}, t: 1 },
  two: { label: "After two rounds", set: {}, t: 2 },
  all: { label: "All joined", set: {} },
  still: { label: "Q = 0: a state that is not jostled", set: { a: 1, Q: 0 }, t: 1 },
  bad: { label: "Bad measurements", set: { R: 4 }, t: 2 },
};

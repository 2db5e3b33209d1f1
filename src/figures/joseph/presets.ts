import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  bites: { label: "Single precision, a precise reading", set: {} },
  coarse: { label: "A bad reading", set: { R: 10 } },
  finer: { label: "A still more precise reading", set: { R: 0.0001 } },
  half: { label: "Half the digits", set: { bits: 11, P0: 1000, R: 0.1 } },
  double: { label: "Double precision", set: { bits: 53 } },
};

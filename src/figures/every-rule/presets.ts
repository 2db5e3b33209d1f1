import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  outward: { label: "Euler: outward", set: {}, t: 6 },
  inward: { label: "Backward Euler: inward", set: { rule: "backward" }, t: 12 },
  slow: { label: "Bilinear: on the circle, too slow", set: { rule: "bilinear", dt: 0.6 }, t: 6 },
  exact: { label: "Zero-order hold", set: { rule: "zoh" }, t: 12 },
  legs: { label: "LegS by Euler, below 2/N", set: { system: "legs", dt: 0.2 } },
  thrown: { label: "LegS by Euler, above 2/N", set: { system: "legs", dt: 0.3 } },
  folded: {
    label: "LegS by bilinear, steps of 1",
    set: { system: "legs", rule: "bilinear", dt: 1 },
  },
};

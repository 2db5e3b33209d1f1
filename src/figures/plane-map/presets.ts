import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  zoh: { label: "Zero-order hold", set: {} },
  bilinear: { label: "Bilinear", set: { rule: "bilinear" } },
  euler: { label: "Euler leaves the circle", set: { rule: "euler" } },
  backward: { label: "Backward: too calm", set: { rule: "backward", a: 0.4, w: 3 } },
  alias: { label: "Too quick for its step", set: { w: 7, dt: 0.7 } },
  border: { label: "On the border", set: { a: 0, w: 4, dt: 0.3 }, lesson: true },
  borderEuler: {
    label: "On the border, by Euler",
    set: { a: 0, w: 4, dt: 0.3, rule: "euler" },
    lesson: true,
  },
  real: {
    label: "A real pole, far left",
    set: { a: -6, w: 0, dt: 1, rule: "bilinear" },
    lesson: true,
  },
};

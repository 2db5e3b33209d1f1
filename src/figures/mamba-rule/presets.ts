import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  start: { label: "As Mamba starts", set: {} },
  large: { label: "A large Δ", set: { dt: 0.5 } },
  absorb: { label: "C takes it up", set: { dt: 0.5, absorb: true } },
  wander: {
    label: "When Δ follows the token",
    set: { dt: 0.2, absorb: true, wander: 0.8, input: "tokens" },
  },
  unit: { label: "Δ = 1", set: { dt: 1 }, lesson: true },
  theorem: { label: "One state: Theorem 1's case", set: { N: 1, dt: 1 }, lesson: true },
};

import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const three = { decay: "shared", lambda: 0.5, omega: 3 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  one: { label: "Mamba-1", set: {} },
  two: { label: "Mamba-2: one decay for the head", set: { decay: "shared" } },
  trapezoid: { label: "… and the trapezoid", set: { decay: "shared", lambda: 0.5 } },
  three: { label: "Mamba-3: and turns", set: three },
  fine: { label: "A quarter of the step", set: { delta: 0.1 } },
  fineTrapezoid: {
    label: "A quarter of the step, trapezoid",
    set: { delta: 0.1, decay: "shared", lambda: 0.5 },
  },
  step: { label: "A step, trapezoid", set: { input: "step", decay: "shared", lambda: 0.5 } },
  token: { label: "One token, Mamba-2", set: { input: "impulse", decay: "shared" } },
  tokenThree: { label: "One token, Mamba-3", set: { input: "impulse", ...three } },
};

import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const legs = { system: "legs", dt: 0.1, w: 1 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  warped: { label: "Bilinear, large steps", set: {} },
  held: { label: "Zero-order hold, the same steps", set: { rule: "zoh" } },
  fine: { label: "Bilinear, small steps", set: { dt: 0.05 } },
  legs: { label: "A kernel of S4", set: legs },
  lin: { label: "A kernel of S4D-Lin", set: { ...legs, system: "lin" } },
  coarse: { label: "The same kernel, eight times Δ", set: { ...legs, dt: 0.8 } },
  slow: { label: "A slow resonator: the rules agree", set: { own: 0.5, w: 0.5 } },
};

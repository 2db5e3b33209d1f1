import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  corner: { label: "Corners", set: {} },
  bend: { label: "Bends", set: { signal: "bend" } },
  wave: { label: "A sine wave", set: { signal: "wave" } },
  long: { label: "Corners, three times as long", set: { span: 12 } },
  gradient: { label: "The gradient, 16 numbers", set: { show: "gradients" } },
  many: { label: "64 numbers", set: { N: 64 } },
};

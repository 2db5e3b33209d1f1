import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  every: { label: "Every output counts", set: {} },
  last: { label: "Only the last counts", set: { loss: "last" } },
  gate: { label: "A gate that forgets", set: { loss: "last", low: 0.1 } },
  shut: { label: "A gate that is shut", set: { loss: "last", low: 0 } },
  turn: { label: "Before the way back", set: {}, t: 16, lesson: true },
};

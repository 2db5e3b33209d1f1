import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  slope: { label: "On the slope of a bowl", set: {} },
  bottom: { label: "At the bottom of the bowl", set: { m: 0, P: 1 } },
  passing: { label: "A distance, close by", set: { curve: "range", m: 0.5, P: 1 } },
  wave: { label: "Over the top of a wave", set: { curve: "sine", m: 1.5, P: 0.4 } },
  limit: { label: "Against a limit", set: { curve: "tanh", m: 1, P: 1 } },
  narrow: { label: "A narrow bell", set: { P: 0.02 } },
  line: { label: "A straight line", set: { curve: "line" } },
};

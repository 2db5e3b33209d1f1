import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  opens: { label: "A gate that opens at the pilots", set: {} },
  noisy: { label: "Much noise", set: { snr: 0 } },
  clear: { label: "Hardly any noise", set: { snr: 25 } },
  fast: { label: "A fast channel, many pilots", set: { a: 0.98, every: 8 } },
  slow: { label: "A slow channel, few pilots", set: { a: 0.999, every: 32 } },
  re: { label: "The other part of the channel", set: { part: "re3" } },
  ratio: { label: "By noise", set: { show: "ratio" } },
  ratioFast: { label: "By noise, a fast channel", set: { show: "ratio", a: 0.98, every: 8 } },
  ratioEqual: {
    label: "By noise, as strong as the signal",
    set: { show: "ratio", snr: 0 },
    lesson: true,
  },
  behind: { label: "Behind a pilot", set: {}, t: 97, lesson: true },
};

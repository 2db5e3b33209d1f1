import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  transmission: { label: "A channel that turns", set: {} },
  noisy: { label: "Much noise", set: { snr: 5 } },
  slow: { label: "A slow channel, few pilots", set: { a: 0.999, every: 32 } },
  fast: { label: "A fast channel, many pilots", set: { a: 0.98, every: 8 } },
  sparse: { label: "Too few pilots", set: { a: 0.98, every: 32 } },
  three: { label: "Three layers", set: { upTo: "three" } },
  curve: { label: "Errors by noise", set: { show: "curve" } },
  curveFast: { label: "The same, a fast channel", set: { show: "curve", a: 0.98, every: 8 } },
  clear: { label: "Hardly any noise", set: { snr: 25, upTo: "known" }, t: 24, lesson: true },
  between: { label: "Between two pilots", set: { upTo: "pilots" }, t: 60, lesson: true },
  decided: { label: "Decisions as pilots", set: { upTo: "directed" }, lesson: true },
};

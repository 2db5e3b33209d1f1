import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** Gates that are neither open nor shut. */
const gates = "5739648293847566";
const parallel = { show: "parallel", gates } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  shut: { label: "Open twice, else shut", set: {}, t: 8 },
  open: { label: "Open all the time", set: { gates: "9999999999999999" } },
  half: { label: "Half open all the time", set: { gates: "5555555555555555" } },
  linear: { label: "Without an f", set: { f: "identity", gates: "0090000009000000" } },
  tanh: { label: "Parallelise with tanh", set: parallel, t: 0 },
  relu: { label: "Parallelise with ReLU", set: { ...parallel, f: "relu" }, t: 2 },
  silu: { label: "Parallelise with SiLU", set: { ...parallel, f: "silu" }, t: 4 },
  sigmoid: { label: "Parallelise with a sigmoid", set: { ...parallel, f: "sigmoid" }, t: 12 },
  identity: { label: "Parallelise without an f", set: { ...parallel, f: "identity" } },
  start: { label: "When the gate has just opened", set: {}, t: 2, lesson: true },
  lucky: {
    label: "A pair that merges by luck",
    set: { ...parallel, f: "relu" },
    t: 0,
    lesson: true,
  },
};

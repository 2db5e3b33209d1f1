import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const quick = { lr: 0.3 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  learned: { label: "It learns: 32 steps ago", set: {} },
  begin: { label: "Before the first step", set: {}, t: 0 },
  block: { label: "The block, and its numbers", set: { show: "block" } },
  mixing: {
    label: "16 channels of 4 states",
    set: { show: "block", H: 16, N: 4 },
    lesson: true,
  },
  disc: { label: "The poles begin at random", set: { beginning: "disc" } },
  real: { label: "The poles do not turn at first", set: { beginning: "real" } },
  own: { label: "All but A and Δ 30 times as fast", set: { ...quick } },
  one: { label: "A and Δ, too", set: { ...quick, rates: "one" } },
  broken: { label: "Far too fast", set: { lr: 1, rates: "one", seed: 4 } },
  far: { label: "64 steps ago", set: { lag: 64 } },
  ask: { label: "Untrained, with random poles", set: { beginning: "disc" }, t: 0, lesson: true },
};

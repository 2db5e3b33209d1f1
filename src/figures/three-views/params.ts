import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";

export const params = {
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.001,
    max: 2,
    step: 0.001,
    initial: 0.04,
    log: true,
  }),
  N: number({
    label: "how many numbers",
    symbol: "N",
    min: 2,
    max: 64,
    step: 2,
    initial: 8,
    log: true,
  }),
  init: choice({
    label: "Where A comes from",
    symbol: "A",
    options: {
      legs: "S4: HiPPO-LegS",
      lin: "S4D-Lin",
      inv: "S4D-Inv",
      real: "S4D-Real",
      "legs-diag": "S4D-LegS",
      random: "Random poles",
    },
    initial: "legs",
  }),
  rule: choice({
    label: "How a step is taken",
    options: { bilinear: "Bilinear, as S4", zoh: "Zero-order hold, as S4D" },
    initial: "bilinear",
  }),
  input: signal({ label: "Input", symbol: "u", initial: { kind: "series", id: "nile" } }),
  varying: toggle({ label: "Let Δ vary with the input", initial: false }),
  steps: number({
    label: "Steps, where the input has no length of its own",
    symbol: "L",
    min: 16,
    max: 1024,
    step: 1,
    initial: 96,
    log: true,
    more: true,
  }),
  seed: seed({ label: "Seed of C", symbol: "C", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;

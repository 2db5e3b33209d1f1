import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";

/** Samples of the input and lags of the kernel. */
export const L = 8;

export const params = {
  show: choice({
    label: "What is shown",
    options: { one: "one tone, in time", all: "all tones, added up" },
    initial: "one",
  }),
  kernel: choice({
    label: "Kernel",
    symbol: "K",
    options: { s4: "S4, four states", mean: "mean of four", delay: "delay by three" },
    initial: "s4",
  }),
  j: number({
    label: "tone, in turns round the circle",
    symbol: "j",
    min: 0,
    max: L,
    step: 1,
    initial: 4,
  }),
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.05,
    max: 1,
    step: 0.01,
    initial: 0.4,
    log: true,
  }),
  input: choice({
    label: "Input",
    symbol: "u",
    options: { noise: "noise", last: "one push, at its end" },
    initial: "noise",
  }),
  pad: toggle({ label: "zeros behind both", initial: true }),
  seed: seed({ label: "Seed of C and of the noise", initial: 14, more: true }),
};

export type Setting = Values<typeof params>;

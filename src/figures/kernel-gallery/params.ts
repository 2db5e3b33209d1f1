import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";

export const params = {
  show: choice({
    label: "Show",
    options: { kernels: "the kernels", fft: "the convolution by FFT" },
    initial: "kernels",
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
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.0005,
    max: 1,
    step: 0.0001,
    initial: 0.01,
    log: true,
  }),
  N: number({
    label: "how many numbers",
    symbol: "N",
    min: 2,
    max: 64,
    step: 2,
    initial: 32,
    log: true,
  }),
  response: choice({
    label: "Answer to",
    options: { impulse: "an impulse: K", step: "a step: the running sum of K" },
    initial: "impulse",
  }),
  log: toggle({ label: "Logarithmic axes", initial: false }),
  pad: toggle({ label: "FFT: pad with zeros", initial: true }),
  input: signal({ label: "FFT: input", symbol: "u", initial: { kind: "noise", seed: 5 } }),
  read: choice({
    label: "C",
    symbol: "C",
    options: { random: "random, as before training", first: "reads the first number alone" },
    initial: "random",
    more: true,
  }),
  rule: choice({
    label: "How a step is taken",
    options: { bilinear: "Bilinear, as S4", zoh: "Zero-order hold, as S4D" },
    initial: "bilinear",
    more: true,
  }),
  lags: number({
    label: "lags shown",
    symbol: "L",
    min: 64,
    max: 2048,
    step: 1,
    initial: 512,
    log: true,
    more: true,
  }),
  seed: seed({ label: "Seed of C", symbol: "C", initial: 2, more: true }),
};

export type Setting = Values<typeof params>;

import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { text } from "../../kit/params/text.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST as LONGEST } from "../../kit/signal.ts";
import { chirp } from "./chirp.ts";
import { families } from "./families.ts";
import { somePoles, takePoles } from "./poleText.ts";
import { system } from "./systemParam.ts";
import { views } from "./viewsParam.ts";

export const params = {
  family: {
    ...choice({
      label: "The system",
      symbol: "A",
      options: {
        own: "Own matrices",
        poles: "Own eigenvalues",
        first: "First order",
        spring: "Mass on a spring",
        double: "Double integrator",
        legs: "HiPPO-LegS",
        delay: "HiPPO-LegT, read at its far end",
        lin: "S4D-Lin",
        inv: "S4D-Inv",
        real: "S4D-Real",
        random: "Random, stable",
        shift: "Shift register",
      } satisfies Record<(typeof families)[number], string>,
      initial: "spring",
    }),
    kind: "family" as const,
  },
  own: system({ label: "A, B, C, D", symbol: "A" }),
  poles: text({
    label: "Eigenvalues",
    symbol: "lambda",
    initial: "-0.2+1.5i,-1",
    take: takePoles,
    at: somePoles,
  }),
  kind: choice({
    label: "Time",
    options: { discrete: "in steps", continuous: "continuous" },
    initial: "discrete",
  }),
  N: number({ label: "how many numbers", symbol: "N", min: 2, max: 8, step: 2, initial: 8 }),
  w: number({
    label: "how fast",
    symbol: "omega",
    min: 0.05,
    max: 20,
    step: 0.01,
    initial: 1,
    log: true,
  }),
  zeta: number({ label: "damping ζ", min: 0, max: 2, step: 0.01, initial: 0.1 }),
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.001,
    max: 4,
    step: 0.001,
    initial: 0.2,
    log: true,
  }),
  rule: choice({
    label: "How a step is taken",
    options: {
      zoh: "Zero-order hold",
      bilinear: "Bilinear",
      euler: "Euler",
      backward: "Backward Euler",
      mamba: "Mamba: hold for A, Euler for B",
    },
    initial: "zoh",
  }),
  input: signal({
    label: "Input",
    symbol: "u",
    initial: { kind: "step" },
    given: [[chirp, "Chirp: a sine that rises"]],
  }),
  way: choice({
    label: "Computed as",
    options: { recurrence: "recurrence", convolution: "convolution", scan: "parallel scan" },
    initial: "recurrence",
  }),
  Q: number({
    label: "variance of the process noise, each step",
    symbol: "Q",
    min: 0,
    max: 2,
    step: 0.001,
    initial: 0,
  }),
  R: number({
    label: "variance of the measurement noise",
    symbol: "R",
    min: 0,
    max: 4,
    step: 0.01,
    initial: 0,
  }),
  estimate: choice({
    label: "Estimate the state",
    options: { none: "no", filter: "Kalman filter", smoother: "smoother" },
    initial: "none",
  }),
  trustQ: number({
    label: "Q that the filter believes, times the true one",
    symbol: "Q",
    min: 0.01,
    max: 100,
    step: 0.01,
    initial: 1,
    log: true,
  }),
  trustR: number({
    label: "R that the filter believes, times the true one",
    symbol: "R",
    min: 0.01,
    max: 100,
    step: 0.01,
    initial: 1,
    log: true,
  }),
  noise: seed({ label: "Seed of the noise", initial: 20 }),
  select: toggle({
    label: "Selection: let Δ depend on the input",
    initial: false,
  }),
  gw: number({
    label: "gate: weight of the input",
    symbol: "Deltat",
    min: -8,
    max: 8,
    step: 0.1,
    initial: 3,
  }),
  gb: number({ label: "gate: bias", symbol: "Deltat", min: -8, max: 4, step: 0.1, initial: -2 }),
  views: views({ label: "Views", initial: ["time", "poles", "frequency"] }),
  D: number({
    label: "straight through",
    symbol: "D",
    min: -2,
    max: 2,
    step: 0.01,
    initial: 0,
    more: true,
  }),
  read: choice({
    label: "How it is read",
    symbol: "C",
    options: {
      sum: "all numbers added up",
      first: "the first number",
      last: "the last number",
      random: "random weights",
    },
    initial: "sum",
    more: true,
  }),
  seed: seed({ label: "Seed of the system", symbol: "A", initial: 3, more: true }),
  readout: choice({
    label: "Read-out",
    options: {
      delayed: "delayed: read, then step",
      immediate: "immediate: step, then read",
    },
    initial: "delayed",
    more: true,
  }),
  steps: number({
    label: "Steps, where the input has no length of its own",
    symbol: "L",
    min: 16,
    max: LONGEST,
    step: 1,
    initial: 128,
    more: true,
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;
export type Rule = Setting["rule"];

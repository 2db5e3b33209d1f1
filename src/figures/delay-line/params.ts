import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { MOST_LAG } from "./compute.ts";

export const params = {
  task: choice({
    label: "What is asked for",
    options: { delay: "the input of d steps ago", marked: "the token that was marked" },
    initial: "delay",
  }),
  memory: choice({
    label: "Memory",
    options: {
      legt: "HiPPO-LegT",
      legs: "HiPPO-LegS, as in S4",
      lin: "S4D-Lin",
      random: "a random matrix",
      rnn: "a plain RNN",
      shift: "a shift register",
      gate: "a gate",
    },
    initial: "legt",
  }),
  N: number({ label: "how many numbers", symbol: "N", min: 2, max: 64, step: 2, initial: 32 }),
  d: number({ label: "d, how long ago", min: 1, max: MOST_LAG, step: 1, initial: 200 }),
  theta: number({
    label: "window of LegT, in steps",
    symbol: "theta",
    min: 8,
    max: 512,
    step: 1,
    initial: 256,
    log: true,
  }),
  period: number({
    label: "fastest swings of the noise, in steps",
    min: 2,
    max: 128,
    step: 1,
    initial: 32,
    log: true,
  }),
  rho: number({
    label: "spectral radius: random matrix, RNN",
    symbol: "A",
    min: 0.5,
    max: 1,
    step: 0.01,
    initial: 0.98,
  }),
  places: number({
    label: "places where the mark may be",
    min: 1,
    max: 64,
    step: 1,
    initial: 24,
    log: true,
  }),
  input: signal({
    label: "Input, after the fit",
    symbol: "u",
    initial: { kind: "noise", seed: 7 },
    offer: ["noise", "sine", "step", "impulse", "own"],
  }),
  M: number({ label: "tokens in a sequence", min: 2, max: 64, step: 1, initial: 24, more: true }),
  sharp: number({
    label: "how decided the gate is",
    min: 0,
    max: 12,
    step: 0.5,
    initial: 6,
    more: true,
  }),
  gain: number({
    label: "input weights: random matrix, RNN",
    symbol: "B",
    min: 0.01,
    max: 2,
    step: 0.01,
    initial: 0.5,
    log: true,
    more: true,
  }),
  ridge: number({
    label: "ridge, as a power of ten",
    min: -9,
    max: -1,
    step: 1,
    initial: -6,
    more: true,
  }),
  seed: seed({ label: "Seed: weights, noise to fit, sequences", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;

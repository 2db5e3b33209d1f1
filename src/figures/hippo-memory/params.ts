import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { waves } from "./presets.ts";

export const params = {
  N: number({
    label: "how many numbers",
    symbol: "N",
    min: 1,
    max: 128,
    step: 1,
    initial: 8,
    log: true,
  }),
  measure: choice({
    label: "What is remembered",
    options: {
      legs: "LegS: all of the past alike",
      legt: "LegT: a window, in polynomials",
      lagt: "LagT: a fading past",
      fout: "FouT: a window, in waves",
      random: "A random A",
    },
    initial: "legs",
  }),
  /** LegS only: its own law c' = (A c + B u)/t, or the same A without 1/t. */
  law: choice({
    label: "LegS: how time enters",
    options: {
      scaled: "divided by t, as HiPPO",
      lti: "without 1/t, as in S4",
    },
    initial: "scaled",
  }),
  rule: choice({
    label: "How a step is taken",
    options: {
      bilinear: "Bilinear",
      exact: "Held input, exact",
      backward: "Backward Euler",
      euler: "Euler",
    },
    initial: "bilinear",
  }),
  /** Unit of time of every law without 1/t, in steps: the window of LegT and FouT. */
  theta: number({
    label: "window, in steps",
    symbol: "theta",
    min: 4,
    max: 512,
    step: 1,
    initial: 128,
    log: true,
  }),
  input: signal({
    label: "Input",
    symbol: "u",
    initial: waves,
    given: [[waves, "Two slow waves"]],
  }),
  direct: toggle({ label: "Compare with direct projection", initial: false }),
  steps: number({
    label: "Steps, where the input has no length of its own",
    symbol: "L",
    min: 16,
    max: 1024,
    step: 1,
    initial: 512,
    log: true,
    more: true,
  }),
  seed: seed({ label: "Seed of the random A", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;

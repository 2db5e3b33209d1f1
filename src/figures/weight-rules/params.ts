import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";

const weight = (label: string, initial: number) =>
  number({ label, symbol: "h", min: -2, max: 2, step: 0.05, initial });

export const params = {
  ask: choice({
    label: "What is asked",
    options: { two: "two rows C, in turn", turn: "a new row C each time" },
    initial: "two",
  }),
  angle: number({
    label: "angle of the rows (°)",
    symbol: "C",
    min: 5,
    max: 90,
    step: 1,
    initial: 60,
  }),
  beta: number({
    label: "learning rate",
    symbol: "rate",
    min: 0.05,
    max: 1,
    step: 0.05,
    initial: 1,
  }),
  R: number({
    label: "noise variance",
    symbol: "R",
    min: 0.001,
    max: 1,
    step: 0.001,
    initial: 0.001,
    log: true,
  }),
  Q: number({
    label: "drift variance",
    symbol: "Q",
    min: 0,
    max: 0.1,
    step: 0.001,
    initial: 0,
  }),
  h1: weight("first weight", 1.2),
  h2: weight("second weight", 0.9),
  seed: seed({ label: "noise", initial: 14 }),
};

export type Setting = Values<typeof params>;

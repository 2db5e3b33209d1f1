import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { LEAST, MOST } from "./compute.ts";

export const params = {
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: LEAST,
    max: MOST,
    step: 0.001,
    initial: 0.03,
    log: true,
  }),
  /** States of the channel: A = −1, −2 … −N, as Mamba starts (S4D-Real). */
  N: number({
    label: "states of the channel",
    symbol: "N",
    min: 1,
    max: 16,
    step: 1,
    initial: 16,
  }),
  /** Whether C takes up the ratio that B̄ leaves out. */
  absorb: toggle({ label: "Let C take up the ratio", initial: false }),
  /** How much log Δ wanders from token to token: 0 is a fixed Δ. */
  wander: number({
    label: "how much Δ changes from token to token",
    min: 0,
    max: 1.5,
    step: 0.05,
    initial: 0,
  }),
  input: choice({
    label: "Input",
    options: { push: "one push", tokens: "random tokens" },
    initial: "push",
  }),
  seed: seed({ label: "Seed", initial: 4, more: true }),
};

export type Setting = Values<typeof params>;

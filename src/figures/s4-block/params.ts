import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: { block: "the block", learning: "how it learns" },
    initial: "learning",
  }),
  beginning: choice({
    label: "Poles begin as",
    symbol: "A",
    options: { lin: "S4D-Lin", real: "S4D-Real", disc: "random" },
    initial: "lin",
  }),
  lag: number({
    label: "asked for: how many steps ago",
    symbol: "k",
    min: 4,
    max: 64,
    step: 1,
    initial: 32,
  }),
  N: number({
    label: "states of a channel",
    symbol: "N",
    min: 4,
    max: 32,
    step: 4,
    initial: 32,
  }),
  H: number({ label: "channels, H", min: 2, max: 16, step: 1, initial: 8 }),
  lr: number({
    label: "learning rate",
    min: 0.001,
    max: 1,
    step: 0.001,
    initial: 0.01,
    log: true,
  }),
  rates: choice({
    label: "A and Δ learn",
    options: { own: "at 0.001 at most", one: "as fast as the rest" },
    initial: "own",
  }),
  steps: number({
    label: "training steps",
    min: 200,
    max: 1200,
    step: 200,
    initial: 800,
    more: true,
  }),
  seed: seed({ label: "Seed: first weights, bits", initial: 1 }),
};

export type Setting = Values<typeof params>;

/** What a training depends on. */
export const trained = [
  "beginning",
  "lag",
  "N",
  "H",
  "lr",
  "rates",
  "steps",
  "seed",
] as const satisfies readonly (keyof Setting)[];
export type Trained = Pick<Setting, (typeof trained)[number]>;

/** S4's own rate for A and Δ (example.py of github.com/state-spaces/s4). */
export const OWN = 0.001;

/** The most at which they learn. */
export const mostOf = ({ rates, lr }: Pick<Setting, "rates" | "lr">): number =>
  rates === "own" ? Math.min(OWN, lr) : lr;

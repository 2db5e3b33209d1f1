import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST } from "../../kit/signal.ts";
import { MOST_N } from "./compute.ts";

export const params = {
  N: number({ label: "how many numbers", symbol: "N", min: 1, max: MOST_N, step: 1, initial: 1 }),
  /** Half-life of the slowest number, and how many times faster each next one forgets. */
  slow: number({
    label: "half-life of the slowest",
    symbol: "halfLife",
    min: 1,
    max: 64,
    step: 0.1,
    initial: 4.6,
    log: true,
  }),
  goal: choice({
    label: "What is read",
    options: {
      alike: "all numbers alike",
      delay: "the input of d steps ago",
      box: "the mean of the last d inputs",
    },
    initial: "alike",
  }),
  d: number({ label: "d, how far back", min: 1, max: 48, step: 1, initial: 16 }),
  input: signal({ label: "Input", symbol: "u", initial: { kind: "series", id: "nile" } }),
  log: toggle({ label: "Logarithmic axis", initial: false }),
  spread: number({
    label: "how many times faster the next one forgets",
    min: 1.2,
    max: 4,
    step: 0.1,
    initial: 2,
    more: true,
  }),
  steps: number({
    label: "Steps",
    symbol: "L",
    min: 16,
    max: MOST,
    step: 1,
    initial: 96,
    more: true,
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;

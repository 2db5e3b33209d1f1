import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST } from "../../kit/signal.ts";

export const params = {
  a: number({
    label: "what is kept",
    symbol: "A",
    min: -1.2,
    max: 1.2,
    step: 0.01,
    initial: 0.86,
  }),
  b: number({
    label: "how much gets in",
    symbol: "B",
    min: -2,
    max: 2,
    step: 0.01,
    initial: 0.5,
  }),
  c: number({ label: "how it is read", symbol: "C", min: -2, max: 2, step: 0.01, initial: 1 }),
  d: number({ label: "straight through", symbol: "D", min: -2, max: 2, step: 0.01, initial: 0 }),
  input: signal({ label: "Input", symbol: "u", initial: { kind: "step" } }),
  readout: choice({
    label: "Read-out",
    options: {
      delayed: "delayed: h first, then the step",
      immediate: "immediate: the step, then h",
    },
    initial: "delayed",
    more: true,
  }),
  steps: number({
    label: "Steps",
    symbol: "L",
    min: 16,
    max: MOST,
    step: 1,
    initial: 64,
    more: true,
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;

import type { Values } from "../../kit/param.ts";
import { matrix } from "../../kit/params/matrix.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST } from "../../kit/signal.ts";

export const params = {
  A: matrix({
    label: "how the state moves itself",
    symbol: "A",
    min: -4,
    max: 4,
    step: 0.01,
    initial: [
      [0.91, 0.94],
      [-0.09, 0.94],
    ],
  }),
  B: matrix({
    label: "how the input pushes",
    symbol: "B",
    min: -2,
    max: 2,
    step: 0.01,
    initial: [[0.1], [0.1]],
  }),
  C: matrix({
    label: "how it is read",
    symbol: "C",
    min: -2,
    max: 2,
    step: 0.01,
    initial: [[1, 0]],
  }),
  D: number({ label: "straight through", symbol: "D", min: -2, max: 2, step: 0.01, initial: 0 }),
  input: signal({ label: "Input", symbol: "u", initial: { kind: "step" } }),
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

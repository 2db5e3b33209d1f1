import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  curve: choice({
    label: "How the state is read",
    symbol: "y",
    options: {
      line: "straight: 0.8 h",
      square: "a bowl: h²/2",
      range: "a distance: √(1 + h²)",
      sine: "a wave: 2 sin h",
      tanh: "a limit: 2 tanh h",
    },
    initial: "square",
  }),
  m: number({ label: "mean", symbol: "hprior", min: -3, max: 3, step: 0.01, initial: 1.2 }),
  P: number({
    label: "variance",
    symbol: "Pprior",
    min: 0.02,
    max: 3,
    step: 0.01,
    initial: 0.5,
    log: true,
  }),
};

export type Setting = Values<typeof params>;

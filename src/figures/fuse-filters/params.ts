import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { text } from "../../kit/params/text.ts";
import { anyKernel, takeKernel } from "./row.ts";

const kernel = { take: takeKernel, at: anyKernel };

export const params = {
  way: choice({
    label: "The two filters",
    options: { series: "one after the other", parallel: "side by side, added" },
    initial: "series",
  }),
  between: choice({
    label: "Between them",
    options: { none: "nothing", relu: "a ReLU", silu: "a SiLU, as in Mamba" },
    initial: "none",
  }),
  first: choice({
    label: "The first filter",
    options: {
      drawn: "as drawn",
      smooth: "Mamba’s conv1d: a channel that smooths",
      change: "Mamba’s conv1d: a channel that takes differences",
    },
    initial: "drawn",
  }),
  w1: text({
    label: "Its weights, lag 0 first",
    symbol: "W1",
    initial: "0.4 0.3 0.2 0.1",
    ...kernel,
  }),
  second: choice({
    label: "The second filter",
    options: {
      drawn: "as drawn",
      s4: "S4’s kernel, C Āⁱ B̄",
      selective: "selective: its Δ may follow the input",
    },
    initial: "drawn",
  }),
  w2: text({ label: "Its weights, lag 0 first", symbol: "W2", initial: "0.5 0 -0.5", ...kernel }),
  follow: number({
    label: "how much Δ follows the input",
    symbol: "Deltat",
    min: 0,
    max: 4,
    step: 0.1,
    initial: 2,
  }),
  input: signal({ label: "Input", symbol: "u", initial: { kind: "noise", seed: 5 } }),
};

export type Setting = Values<typeof params>;

import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { text } from "../../kit/params/text.ts";
import { anyRow, takeGate, takeTokens } from "./row.ts";

export const params = {
  show: choice({
    label: "Show",
    options: { gate: "the same gate in both", parallel: "try to parallelise" },
    initial: "gate",
  }),
  f: choice({
    label: "The article's f",
    options: {
      relu: "ReLU",
      sigmoid: "sigmoid",
      tanh: "tanh",
      silu: "SiLU",
      identity: "none (identity)",
    },
    initial: "tanh",
  }),
  tokens: text({
    label: "The tokens, −9 to 9 fifths each",
    symbol: "u",
    initial: "6-284-35-2734-71-6253",
    take: takeTokens,
    at: anyRow(-9),
  }),
  gates: text({
    label: "The gate at each, 0 shut to 9 open",
    symbol: "gate",
    initial: "0090000000900000",
    take: takeGate,
    at: anyRow(0),
  }),
  a: number({ label: "the article's A", symbol: "A", min: -1.2, max: 1.2, step: 0.01, initial: 1 }),
  b: number({ label: "the article's B", symbol: "B", min: -2, max: 2, step: 0.01, initial: 1 }),
};

export type Setting = Values<typeof params>;

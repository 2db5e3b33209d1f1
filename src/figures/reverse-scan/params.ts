import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";

export const LENGTH = 16;

export const params = {
  a: number({
    label: "what each token keeps",
    symbol: "at",
    min: 0,
    max: 1.1,
    step: 0.01,
    initial: 0.9,
  }),
  gate: number({ label: "the gate’s token", min: 1, max: LENGTH - 1, step: 1, initial: 8 }),
  low: number({ label: "what the gate’s token keeps", min: 0, max: 1.1, step: 0.01, initial: 0.9 }),
  loss: choice({
    label: "The loss looks at",
    options: { every: "every output", last: "the last output" },
    initial: "every",
  }),
  input: signal({
    label: "Input",
    symbol: "u",
    offer: ["step", "impulse", "sine", "noise", "own"],
    initial: { kind: "step" },
  }),
};

export type Setting = Values<typeof params>;

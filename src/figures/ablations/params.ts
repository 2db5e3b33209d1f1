import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  table: choice({
    label: "What was varied",
    options: {
      parts: "what is selective",
      states: "states N",
      start: "where A starts",
      rank: "what Δ reads",
      copying: "the layer, on selective copying",
    },
    initial: "parts",
  }),
  row: number({ label: "Row in focus", min: 1, max: 8, step: 1, initial: 5 }),
  shown: number({ label: "Rows shown", min: 1, max: 8, step: 1, initial: 8, more: true }),
};

export type Setting = Values<typeof params>;

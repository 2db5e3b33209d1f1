import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { text } from "../../kit/params/text.ts";
import { allFirst, MOST_TOKENS, scattered, STEPS, takeRow } from "./row.ts";

/** Rows of one to four tokens, wherever they may stand. */
const anyRow = (u: number): string => {
  const K = 1 + Math.floor(u * MOST_TOKENS * 0.999);
  const values = ["3", "-2", "4", "-7"].slice(0, K).join("");
  return scattered(
    takeRow(values + ".".repeat(1 + Math.floor(((u * 97) % 1) * (STEPS - K)))).value!,
  );
};

export const params = {
  memory: choice({
    label: "Who copies",
    options: { fixed: "one fixed kernel", gate: "a gate" },
    initial: "fixed",
  }),
  /** Which rows the fixed kernel is the best for. */
  fits: choice({
    label: "The kernel is the best there is for tokens that",
    options: {
      first: "always come first",
      anywhere: "may stand anywhere",
      here: "always stand where they stand now",
    },
    initial: "first",
  }),
  row: text({
    label: "The row: numbers 1 to 9, dots for blanks",
    symbol: "u",
    initial: "3-24.........",
    take: takeRow,
    at: anyRow,
    offers: {
      first: { label: "All first", of: allFirst },
      scatter: { label: "Scatter them", of: scattered },
    },
  }),
  blank: number({
    label: "how far the gate is open at a blank",
    symbol: "gate",
    min: 0,
    max: 1,
    step: 0.01,
    initial: 0,
  }),
};

export type Setting = Values<typeof params>;

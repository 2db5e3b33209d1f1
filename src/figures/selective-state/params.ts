import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { text } from "../../kit/params/text.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { sets } from "./sets.ts";
import { takeRow, takeText } from "./words.ts";

const TEXTS = ["A..B...C..", "to be or not to be", "今天天气很好。", "x", "12, 12; 7!", "a b c"];

/** One to six tokens somewhere in a row. */
const anyRow = (u: number): string => {
  const cells = Array.from({ length: 16 }, () => ".");
  for (let k = 0; k <= Math.floor(u * 5.9); k++)
    cells[Math.floor(16 * ((u * (31 + 7 * k)) % 1))] = String(
      1 + Math.floor(8 * ((u * (11 + k)) % 1)),
    );
  return cells.join("");
};

export const params = {
  by: choice({
    label: "Δ, B and C come from",
    options: { rule: "a rule, and your hand", trained: "a trained S6" },
    initial: "rule",
  }),
  text: text({
    label: "The tokens: words, letters or marks",
    symbol: "u",
    initial: "A..B...C..",
    take: takeText,
    at: (u) => takeText(TEXTS[Math.min(TEXTS.length - 1, Math.floor(u * TEXTS.length))]!).value!,
  }),
  row: text({
    label: "The row: tokens 1 to 8, dots for blanks",
    symbol: "u",
    initial: "..3....7..1.....",
    take: takeRow,
    at: anyRow,
  }),
  rule: choice({
    label: "Rule of discretisation",
    options: { zoh: "exact: zero-order hold", simplified: "Mamba's: B̄ = Δ·B" },
    initial: "zoh",
  }),
  parts: choice({
    label: "What changes from token to token",
    options: { delta: "Δ alone", all: "Δ, B and C" },
    initial: "delta",
  }),
  N: number({ label: "states, A = −1 … −N", symbol: "N", min: 1, max: 4, step: 1, initial: 1 }),
  gate: toggle({ label: "Show the gate of Theorem 1 beside it", initial: false }),
  channel: number({ label: "channel looked at", min: 1, max: 32, step: 1, initial: 25 }),
  sets: sets({ label: "Set by hand", initial: [] }),
  loud: number({
    label: "Δ of any other token",
    symbol: "Deltat",
    min: 0.001,
    max: 8,
    step: 0.001,
    initial: 2,
    log: true,
    more: true,
  }),
  quiet: number({
    label: "Δ of a blank: a mark, or a filler word such as “the”",
    symbol: "Deltat",
    min: 0.001,
    max: 8,
    step: 0.001,
    initial: 0.02,
    log: true,
    more: true,
  }),
};

export type Setting = Values<typeof params>;

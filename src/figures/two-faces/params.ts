import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { text } from "../../kit/params/text.ts";
import { MOST_N } from "./layer.ts";
import { MOST, takeText } from "./tokens.ts";

const TEXTS = [
  "the cat sat down",
  "to be or not",
  "床前明月光",
  "aa",
  "abababababababab",
  "x = 3?",
];

export const params = {
  show: choice({
    label: "Show",
    options: { steps: "the steps on a few tokens", cost: "the cost on many" },
    initial: "steps",
  }),
  way: choice({
    label: "Computed",
    options: {
      recurrence: "as a recurrence",
      matrix: "as a matrix",
      chunked: "by chunks: both",
    },
    initial: "chunked",
  }),
  text: text({
    label: "The tokens: every sign is one",
    symbol: "u",
    initial: "the cat sat down",
    take: takeText,
    at: (u) => takeText(TEXTS[Math.min(TEXTS.length - 1, Math.floor(u * TEXTS.length))]!).value!,
  }),
  decay: choice({
    label: "The decays a",
    options: {
      token: "each token's own",
      same: "the same for all",
      none: "all 1: linear attention",
    },
    initial: "token",
  }),
  a: number({
    label: "a of all tokens",
    symbol: "at",
    min: 0,
    max: 1,
    step: 0.01,
    initial: 0.8,
  }),
  N: number({ label: "states, N", symbol: "N", min: 1, max: MOST_N, step: 1, initial: 2 }),
  chunk: number({ label: "length of a chunk, Q", min: 1, max: MOST, step: 1, initial: 4 }),
  seed: seed({ label: "Seed of the layer's weights", initial: 13 }),
  /** The weight looked at, its row and column counted from 1; 0 leaves the choice to the figure. */
  row: number({
    label: "row looked at, 0: by itself",
    min: 0,
    max: MOST,
    step: 1,
    initial: 0,
    more: true,
  }),
  col: number({
    label: "column looked at, 0: by itself",
    min: 0,
    max: MOST,
    step: 1,
    initial: 0,
    more: true,
  }),
  T: number({
    label: "tokens, T",
    min: 64,
    max: 131_072,
    step: 1,
    initial: 8192,
    log: true,
  }),
  Q: number({ label: "length of a chunk, Q", min: 1, max: 4096, step: 1, initial: 256, log: true }),
  states: number({ label: "states, N", symbol: "N", min: 16, max: 256, step: 16, initial: 128 }),
  width: number({ label: "width of the head, P", min: 16, max: 128, step: 16, initial: 64 }),
};

export type Setting = Values<typeof params>;

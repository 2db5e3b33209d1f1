import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { cards } from "./cards.ts";

export const params = {
  show: choice({
    label: "Show",
    options: { blocks: "what moves", roofline: "the roofline", measured: "measured" },
    initial: "blocks",
  }),
  pass: choice({
    label: "Pass",
    options: { forward: "forward", backward: "backward" },
    initial: "forward",
  }),
  L: number({
    label: "tokens",
    symbol: "L",
    min: 64,
    max: 65_536,
    step: 64,
    initial: 2048,
    log: true,
  }),
  D: number({
    label: "channels",
    symbol: "channels",
    min: 16,
    max: 4096,
    step: 16,
    initial: 1536,
    log: true,
  }),
  N: number({
    label: "states of a channel",
    symbol: "N",
    min: 1,
    max: 64,
    step: 1,
    initial: 16,
    log: true,
  }),
  /** How the separate programs scan the pairs that were written out. */
  scan: choice({
    label: "Separate scan",
    options: { levels: "level by level", once: "in one pass" },
    initial: "levels",
  }),
  card: choice({
    label: "Card",
    options: { h200: cards.h200.name, a100: cards.a100.name, m2: cards.m2.name },
    initial: "h200",
  }),
};

export type Setting = Values<typeof params>;

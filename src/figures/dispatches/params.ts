import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { matrix } from "../../kit/params/matrix.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  show: choice({
    label: "Show",
    options: { numbers: "twelve tokens, with their numbers", counts: "a whole layer, counted" },
    initial: "numbers",
  }),
  /** Row 0 holds Δ, row 1 holds u. */
  tokens: matrix({
    label: "my tokens: Δ above, u below",
    min: 0,
    max: 9,
    step: 0.5,
    initial: [
      [1, 1, 1, 1, 0, 1, 2, 1, 1, 0, 1, 1],
      [4, 2, 0, 4, 6, 2, 1, 0, 6, 2, 2, 4],
    ],
  }),
  c: number({ label: "tokens of a chunk, c", min: 2, max: 12, step: 1, initial: 3 }),
  L: number({
    label: "tokens",
    symbol: "L",
    min: 64,
    max: 16_384,
    step: 64,
    initial: 2048,
    log: true,
  }),
  D: number({
    label: "channels",
    symbol: "channels",
    min: 16,
    max: 2048,
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
  chunk: number({
    label: "tokens of a chunk",
    min: 8,
    max: 16_384,
    step: 8,
    initial: 64,
    log: true,
  }),
};

export type Setting = Values<typeof params>;

const { tokens, c, L, D, N, chunk } = params;

/** What counts just now: the small scan or the layer; the other stays as it was first. */
export const inForce = (v: Setting): Setting =>
  v.show === "numbers"
    ? { ...v, L: L.initial, D: D.initial, N: N.initial, chunk: chunk.initial }
    : { ...v, tokens: tokens.initial, c: c.initial };

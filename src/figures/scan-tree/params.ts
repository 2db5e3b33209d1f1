import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { matrix } from "../../kit/params/matrix.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST_N } from "./compute.ts";

export const params = {
  algorithm: choice({
    label: "Algorithm",
    options: {
      sequential: "one after the other",
      hillisSteele: "Hillis–Steele",
      blelloch: "Blelloch",
      blellochInclusive: "Blelloch, with its own",
      chunked: "in chunks",
    },
    initial: "hillisSteele",
  }),
  n: number({ label: "how many pairs, n", min: 2, max: MOST_N, step: 1, initial: 8 }),
  chunk: number({ label: "length of a chunk, c", min: 1, max: 32, step: 1, initial: 4 }),
  swap: toggle({ label: "Swap the operands", initial: false }),
  from: choice({
    label: "The pairs",
    options: { own: "my own, repeated after eight", signal: "h ← a·h + b·u on a signal" },
    initial: "own",
  }),
  /** Row 0 holds a, row 1 holds b. */
  pairs: matrix({
    label: "my own: a above, b below",
    min: -9,
    max: 9,
    step: 0.5,
    initial: [
      [1, 2, -1, 0.5, 1, 2, 0.5, -1],
      [3, 1, 2, 4, -2, 3, 3, 2],
    ],
  }),
  input: signal({ label: "Signal", symbol: "u", initial: { kind: "series", id: "nile" } }),
  a: number({
    label: "a, on a signal",
    symbol: "A",
    min: -1.2,
    max: 1.2,
    step: 0.01,
    initial: 0.86,
    more: true,
  }),
  b: number({
    label: "b, on a signal",
    symbol: "B",
    min: -2,
    max: 2,
    step: 0.01,
    initial: 0.14,
    more: true,
  }),
  /** The node looked at, counted from 1; 0 leaves the choice to the figure. */
  node: number({
    label: "node looked at, 0: by itself",
    min: 0,
    max: 400,
    step: 1,
    initial: 0,
    more: true,
  }),
};

export type Setting = Values<typeof params>;

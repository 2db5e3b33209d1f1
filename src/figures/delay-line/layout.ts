import { type Box, box } from "../../draw/box.ts";
import type { MemoryId } from "../../models/recall/memory.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly input: Box;
  readonly back: Box;
  readonly errors: Box;
  readonly left: Box;
  /** Names of the memories: first line, columns. */
  readonly keys: {
    readonly left: number;
    readonly right: number;
    readonly y: number;
    readonly columns: number;
  };
  readonly tokens: Box;
  readonly answer: Box;
  readonly tally: Box;
  readonly scores: Box;
  readonly bars: Box;
}

export const wide: Layout = {
  width: 680,
  height: 426,
  input: box({ left: 48, right: 668, top: 22, height: 70 }),
  back: box({ left: 48, right: 668, top: 126, height: 70 }),
  errors: box({ left: 48, right: 330, top: 236, height: 122 }),
  left: box({ left: 388, right: 668, top: 236, height: 122 }),
  keys: { left: 48, right: 668, y: 417, columns: 7 },
  tokens: box({ left: 48, right: 548, top: 26, height: 80 }),
  answer: box({ left: 588, right: 668, top: 26, height: 80 }),
  tally: box({ left: 130, right: 668, top: 138, height: 46 }),
  scores: box({ left: 48, right: 330, top: 236, height: 122 }),
  bars: box({ left: 470, right: 622, top: 232, height: 140 }),
};

export const compact: Layout = {
  width: 360,
  height: 322,
  input: box({ left: 38, right: 350, top: 20, height: 42 }),
  back: box({ left: 38, right: 350, top: 90, height: 42 }),
  errors: box({ left: 54, right: 178, top: 162, height: 80 }),
  left: box({ left: 228, right: 350, top: 162, height: 80 }),
  keys: { left: 8, right: 356, y: 294, columns: 4 },
  tokens: box({ left: 38, right: 276, top: 24, height: 50 }),
  answer: box({ left: 296, right: 346, top: 24, height: 50 }),
  tally: box({ left: 78, right: 350, top: 106, height: 40 }),
  scores: box({ left: 48, right: 168, top: 178, height: 92 }),
  bars: box({ left: 240, right: 299, top: 180, height: 114 }),
};

/** A line of its own for each memory, so that no colour has to tell them apart. */
export const dashes: Readonly<Record<MemoryId, string>> = {
  legt: "none",
  legs: "9 3",
  lin: "9 3 2 3",
  random: "2 3",
  rnn: "5 4",
  shift: "14 4",
  gate: "1 4",
};

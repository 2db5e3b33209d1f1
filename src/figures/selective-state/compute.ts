import { byHand, type Hand } from "./hand.ts";
import type { Setting } from "./params.ts";
import { reading, type Reading } from "./reading.ts";

export interface Run {
  readonly hand?: Hand;
  readonly trained?: Reading;
}

export const run = (v: Setting): Run =>
  v.by === "rule" ? { hand: byHand(v) } : { trained: reading(v) };

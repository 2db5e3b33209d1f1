import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { LEAST } from "./compute.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: {
      all: "all methods",
      card: "one thread and chunks",
      trees: "chunks and the two trees",
      cpu: "the processor alone and with helpers",
    },
    initial: "all",
  }),
  method: choice({
    label: "In focus",
    options: {
      one: "one thread",
      chunks: "chunks",
      hillis: "Hillis–Steele",
      blelloch: "Blelloch",
      loop: "plain loop",
      helpers: "loop with helpers",
    },
    initial: "chunks",
  }),
  plot: choice({
    label: "Against length",
    options: {
      time: "time, measured",
      depth: "joins that wait, by formula",
      work: "joins in all, by formula",
    },
    initial: "time",
  }),
  /** The size looked at and the largest, as powers of two. */
  at: number({
    label: "length looked at, as a power of two",
    min: LEAST,
    max: 20,
    step: 1,
    initial: 20,
    more: true,
  }),
  D: number({
    label: "series side by side",
    symbol: "D",
    min: 1,
    max: 64,
    step: 1,
    initial: 1,
    log: true,
  }),
  most: number({
    label: "longest, as a power of two",
    min: LEAST + 2,
    max: 20,
    step: 1,
    initial: 20,
  }),
  away: toggle({ label: "With the way there and back", initial: false }),
  recorded: toggle({ label: "Recorded on another card", initial: true }),
  /** Pairs of a chunk on the graphics card; "auto" leaves it to the engine. */
  chunk: choice({
    label: "A chunk on the card",
    options: {
      auto: "as long as suits the card",
      "16": "16 pairs",
      "64": "64 pairs",
      "256": "256 pairs",
      "1024": "1,024 pairs",
      "4096": "4,096 pairs",
    },
    initial: "auto",
    more: true,
  }),
  helpers: number({
    label: "helpers of the processor",
    min: 1,
    max: 16,
    step: 1,
    initial: 4,
    more: true,
  }),
  seed: seed({ label: "Seed of the pairs", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;

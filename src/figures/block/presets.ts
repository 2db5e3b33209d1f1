import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** The character that begins the last word of the text. */
const WORD = 17;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  whole: { label: "One character, one block", set: { box: "whole" }, t: WORD },
  norm: { label: "The norm", set: { box: "norm", channel: 41 }, t: WORD },
  in: { label: "Twice as wide, twice", set: { box: "in" }, t: WORD },
  conv: { label: "Four characters", set: { box: "conv" }, t: WORD },
  select: { label: "What the character asks for", set: { box: "select" }, t: WORD },
  delta: { label: "How long a step", set: { box: "delta" }, t: WORD },
  scan: { label: "The memory", set: { box: "scan" }, t: WORD },
  gate: { label: "The gate", set: { box: "gate" }, t: WORD },
  out: { label: "Back to the stream", set: { box: "out", channel: 41 }, t: WORD },
  inside: { label: "Within a word", set: { box: "delta" }, lesson: true },
  silu: { label: "The bend", set: { box: "silu" }, t: WORD, lesson: true },
  read: { label: "Reading the state", set: { box: "read" }, t: WORD, lesson: true },
  add: { label: "What the block adds", set: { box: "add", channel: 41 }, t: WORD, lesson: true },
};

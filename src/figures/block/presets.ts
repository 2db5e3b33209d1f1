import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  whole: { label: "One character, one block", set: { box: "whole" } },
  norm: { label: "The norm", set: { box: "norm" } },
  in: { label: "Twice as wide, twice", set: { box: "in" } },
  conv: { label: "Four characters", set: { box: "conv" } },
  select: { label: "What the character asks for", set: { box: "select" } },
  delta: { label: "How long a step", set: { box: "delta" } },
  scan: { label: "The memory", set: { box: "scan" } },
  gate: { label: "The gate", set: { box: "gate" } },
  out: { label: "Back to the stream", set: { box: "out" } },
  silu: { label: "The bend", set: { box: "silu" }, lesson: true },
  read: { label: "Reading the state", set: { box: "read" }, lesson: true },
  add: { label: "What the block adds", set: { box: "add" }, lesson: true },
};

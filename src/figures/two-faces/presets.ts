import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  chunked: { label: "By chunks", set: {} },
  recurrence: { label: "As a recurrence", set: { way: "recurrence" } },
  matrix: { label: "As a matrix", set: { way: "matrix" } },
  linear: { label: "Linear attention: all a = 1", set: { way: "matrix", decay: "none" } },
  uneven: { label: "Chunks of five, one left over", set: { chunk: 5, N: 3 } },
  short: {
    label: "Five tokens, one state",
    set: { text: "床前明月光", N: 1, chunk: 2, way: "matrix" },
  },
  cost: { label: "The cost on 8,192 tokens", set: { show: "cost" } },
  start: { label: "Chunks, before they begin", set: {}, t: 0, lesson: true },
  inside: { label: "Inside the chunks", set: {}, t: 1, lesson: true },
  states: { label: "A state for each chunk", set: {}, t: 2, lesson: true },
  carry: { label: "From chunk to chunk", set: {}, t: 5, lesson: true },
  walking: { label: "The recurrence, halfway", set: { way: "recurrence" }, t: 8, lesson: true },
  walkStart: { label: "Before the first token", set: { way: "recurrence" }, t: 0, lesson: true },
  scores: { label: "Scores", set: { way: "matrix" }, t: 1, lesson: true },
  mask: { label: "Decays", set: { way: "matrix", col: 9 }, t: 2, lesson: true },
  onePerChunk: { label: "Chunks of one", set: { chunk: 1 }, lesson: true },
  halves: { label: "Two chunks", set: { chunk: 8 }, lesson: true },
  oneState: { label: "One state", set: { N: 1 }, lesson: true },
  fourStates: { label: "Four states", set: { N: 4, chunk: 8 }, lesson: true },
  costCheap: {
    label: "The chunk that multiplies least",
    set: { show: "cost", Q: 9 },
    lesson: true,
  },
  costLong: {
    label: "The cost on 131,072 tokens",
    set: { show: "cost", T: 131_072 },
    lesson: true,
  },
};

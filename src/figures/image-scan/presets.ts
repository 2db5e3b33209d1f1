import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";
import { blank } from "./sheet.ts";

const given = (id: string) => ({ kind: "given", id }) as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  whole: { label: "A 3, read to the end", set: {} },
  half: { label: "The same, half read", set: {}, t: 98 },
  columns: { label: "By columns", set: { order: "columns" } },
  snake: { label: "To and fro", set: { order: "snake" } },
  ink: { label: "A channel that follows the pen", set: { layer: 4, channel: 4 } },
  early: { label: "The first layer", set: { layer: 1, channel: 5 } },
  five: { label: "A 5", set: { digit: given("d5") } },
  wrong: { label: "A 9 that it misreads", set: { digit: given("odd") } },
  own: { label: "An empty sheet of my own", set: { digit: { kind: "own", levels: blank() } } },
  start: { label: "The first row", set: {}, t: 14, lesson: true },
};

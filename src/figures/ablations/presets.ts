import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  nothing: { label: "Nothing selective", set: { row: 1 } },
  delta: { label: "Only Δ", set: { row: 4 } },
  everything: { label: "Δ, B and C", set: {} },
  fixedStates: { label: "More states, not selective", set: { table: "states", row: 2 } },
  states: { label: "More states, selective", set: { table: "states", row: 4 } },
  start: { label: "Complex or real", set: { table: "start", row: 3 } },
  rank: { label: "What Δ reads", set: { table: "rank", row: 2 } },
  askParts: {
    label: "Nothing selective, the rest to guess",
    set: { row: 1, shown: 1 },
    lesson: true,
  },
  askStates: {
    label: "States without selection, the rest to guess",
    set: { table: "states", row: 2, shown: 2 },
    lesson: true,
  },
  copying: { label: "Selective copying", set: { table: "copying", row: 8 } },
};

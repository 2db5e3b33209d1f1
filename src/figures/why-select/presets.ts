import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const SCATTERED = { row: "..3...-2..4.." } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  first: { label: "Tokens first, one kernel", set: {} },
  moved: { label: "The same kernel, tokens scattered", set: SCATTERED },
  anywhere: { label: "The best kernel for anywhere", set: { ...SCATTERED, fits: "anywhere" } },
  here: { label: "A kernel for these places alone", set: { ...SCATTERED, fits: "here" } },
  gate: { label: "A gate, tokens scattered", set: { ...SCATTERED, memory: "gate" } },
  gateFirst: { label: "The same gate, tokens first", set: { memory: "gate" } },
  ajar: { label: "The gate ajar", set: { ...SCATTERED, memory: "gate", blank: 0.1 } },
  open: { label: "The gate always open", set: { ...SCATTERED, memory: "gate", blank: 1 } },
  ask: { label: "Before the first answer", set: {}, t: 11, lesson: true },
  askScattered: {
    label: "Scattered, before the first answer",
    set: SCATTERED,
    t: 11,
    lesson: true,
  },
  askAnywhere: {
    label: "The best kernel, before the first answer",
    set: { ...SCATTERED, fits: "anywhere" },
    t: 11,
    lesson: true,
  },
  askGate: {
    label: "The gate, before the first answer",
    set: { ...SCATTERED, memory: "gate" },
    t: 11,
    lesson: true,
  },
};

import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const delta = (step: number, value: number) => ({ which: "d", step, value }) as const;
/** One step to the end of "A..B...C..": what happens at C is just done. */
const AT_C = 7;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  rule: { label: "Δ by the rule", set: {} },
  hold: {
    label: "C with a small Δ: the state holds",
    set: { sets: [delta(AT_C, 0.001)] },
    t: AT_C,
  },
  wipe: { label: "A blank with a large Δ: wiped", set: { sets: [delta(5, 8)] }, t: 5 },
  theorem: { label: "Theorem 1, exact ZOH", set: { gate: true }, t: AT_C },
  mamba: { label: "Theorem 1, Mamba's rule", set: { gate: true, rule: "simplified" }, t: AT_C },
  states: {
    label: "Several decay rates",
    set: { N: 4, sets: [delta(3, 0.7), delta(AT_C, 0.7)] },
    t: AT_C,
  },
  parts: {
    label: "B and C too",
    set: {
      parts: "all",
      sets: [
        ...[1, 2, 4, 5, 6, 8, 9].map((step) => ({ which: "b", step, value: 0 }) as const),
        ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => ({ which: "c", step, value: 0 }) as const),
      ],
    },
  },
  erase: {
    label: "C with B = 0: wiped, nothing written",
    set: { parts: "all", sets: [{ which: "b", step: AT_C, value: 0 }] },
    t: AT_C,
    lesson: true,
  },
  trained: { label: "A trained S6", set: { by: "trained" } },
  deaf: {
    label: "The trained S6, one Δ set to 0",
    set: { by: "trained", sets: [delta(5, 0.001)] },
  },
  ask: { label: "Before C", set: {}, t: 6, lesson: true },
  atC: { label: "C with its own Δ", set: {}, t: AT_C, lesson: true },
  askStates: {
    label: "Several decay rates, before C",
    set: { N: 4, sets: [delta(3, 0.7), delta(AT_C, 0.7)] },
    t: 6,
    lesson: true,
  },
  words: { label: "Words", set: { text: "the price is not 3 but 5 ." }, lesson: true },
  deafToken: {
    label: "The trained S6, Δ set to 0 at the token",
    set: { by: "trained", sets: [delta(2, 0.001)] },
    lesson: true,
  },
};

import type { RuleId } from "./compute.ts";

/** A mark for each rule, from its centre on by relative moves: told apart without colour. */
export const marks: Readonly<Record<RuleId, string>> = {
  zoh: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  bilinear: "m-3.6 -3.6h7.2v7.2h-7.2z",
  euler: "m0 -4.6l4.4 8h-8.8z",
  backward: "m0 -4.8l4.4 4.8l-4.4 4.8l-4.4 -4.8z",
};

/** The same mark at many places, as one path. */
export const marked = (rule: RuleId, places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `M${x.toFixed(2)} ${y.toFixed(2)}${marks[rule]}`).join("");

import type { Way } from "./tensors.ts";

/** A mark from its centre on: a circle for the separate programs, a square for the fused scan, a cross for what was recorded. */
const shapes = {
  apart: "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
  fused: "m-4.5 -4.5h9v9h-9z",
  recorded: "m-4 -4l8 8m0 -8l-8 8",
} as const;

export const markAt = (what: Way | "recorded"): string => shapes[what];

/** The same mark at many places. */
export const marksAt = (what: Way, places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}${shapes[what]}`).join("");

/** A line through places. */
export const lineThrough = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], k) => `${k ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

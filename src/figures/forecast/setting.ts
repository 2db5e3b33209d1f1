import type { StructuralForm } from "../../models/kalman.ts";
import type { Setting } from "./params.ts";

/** The most steps that are forecast; all of them are computed, `h` of them are shown and judged. */
export const MOST_AHEAD = 24;

export const formOf = ({ parts, period }: Setting): StructuralForm => ({
  slope: parts !== "level",
  ...(parts === "season" ? { seasonal: { period } } : {}),
});

/** How many numbers the state has. */
export const statesOf = ({ parts, period }: Setting): number =>
  parts === "level" ? 1 : parts === "trend" ? 2 : period + 1;

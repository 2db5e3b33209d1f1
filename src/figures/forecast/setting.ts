import type { Signal } from "../../kit/signal.ts";
import type { StructuralForm } from "../../models/kalman.ts";

export interface Setting {
  readonly series: Signal;
  readonly parts: "level" | "trend" | "season";
  readonly period: number;
  /** Whether the logarithm is modelled. */
  readonly log: boolean;
  /** Per cent of the series that come before the first forecast. */
  readonly train: number;
  readonly refit: "once" | "always";
  readonly naive: "last" | "season";
  readonly h: number;
  /** Show only what is judged. */
  readonly close: boolean;
}

/** The most steps that are forecast; all of them are computed, `h` of them are shown and judged. */
export const MOST_AHEAD = 24;

export const formOf = ({ parts, period }: Setting): StructuralForm => ({
  slope: parts !== "level",
  ...(parts === "season" ? { seasonal: { period } } : {}),
});

/** How many numbers the state has. */
export const statesOf = ({ parts, period }: Setting): number =>
  parts === "level" ? 1 : parts === "trend" ? 2 : period + 1;

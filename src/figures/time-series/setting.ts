import type { Wanted } from "../../models/backtest/start.ts";
import type { StructuralForm } from "../../models/kalman.ts";
import type { Setting } from "./params.ts";

/** How they are looked at; the models hang on the rest. */
export type Look = "band" | "stop" | "h" | "close" | "order";
export type Modelled = Omit<Setting, Look>;

/** Steps of the cycle that S6 and the naive forecast know of. */
export const cycleOf = ({ naive, period }: Pick<Setting, "naive" | "period">): number =>
  naive === "last" ? 1 : period;

export const formOf = ({ parts, period }: Modelled): StructuralForm => ({
  slope: parts !== "level",
  ...(parts === "season" ? { seasonal: { period } } : {}),
});

/** How many numbers the structural model's state has. */
const statesOf = ({ parts, period }: Modelled): number =>
  parts === "level" ? 1 : parts === "trend" ? 2 : period + 1;

/** Of fewer values nothing is learnt: two cycles and a little more, and twenty in any case. */
export const wanted = (v: Modelled): Wanted => ({
  values: Math.max(20, statesOf(v) + 2),
  steps: v.parts === "season" || v.naive === "season" ? 2 * v.period + 4 : 0,
  share: v.train / 100,
  log: v.log,
});

/** A value in the scale that is modelled, back in the series' own. */
export const unscaled = (z: number, v: Pick<Setting, "log">): number => (v.log ? Math.exp(z) : z);

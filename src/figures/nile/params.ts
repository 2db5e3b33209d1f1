import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { AHEAD, nile } from "./compute.ts";
import { NOISE, WALK } from "./hill.ts";

export const params = {
  /** The two variances, in squares of the series' unit. */
  noise: number({
    label: "variance of the measurement noise",
    symbol: "R",
    ...NOISE,
    step: 0.1,
    initial: 3000,
    log: true,
  }),
  walk: number({
    label: "variance of the level's steps",
    symbol: "Q",
    ...WALK,
    step: 0.1,
    initial: 300,
    log: true,
  }),
  smooth: toggle({ label: "With hindsight (smoother)", symbol: "hsmooth", initial: false }),
  lost: toggle({ label: "Throw away forty values", initial: false }),
  h: number({ label: "steps forecast", min: 1, max: AHEAD, step: 1, initial: 15 }),
  series: signal({
    label: "Series",
    symbol: "y",
    initial: nile,
    given: [[nile, "Nile flow 1871–1970"]],
    offer: ["own"],
    gaps: true,
    more: true,
  }),
};

export type Setting = Values<typeof params>;

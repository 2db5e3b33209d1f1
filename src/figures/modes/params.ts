import type { Values } from "../../kit/param.ts";
import { matrix } from "../../kit/params/matrix.ts";
import { number } from "../../kit/params/number.ts";
import { toggle } from "../../kit/params/toggle.ts";

/** How far the start may lie along either axis. */
export const MOST = 1.5;

const factor = { min: -1, max: 1, step: 0.01 };

export const params = {
  angle: number({
    label: "angle between the directions, in degrees",
    min: 2,
    max: 90,
    step: 1,
    initial: 60,
  }),
  first: number({ label: "first eigenvalue", symbol: "lambda1", ...factor, initial: 0.95 }),
  second: number({ label: "second eigenvalue", symbol: "lambda2", ...factor, initial: 0.6 }),
  start: matrix({
    label: "where the state starts",
    min: -MOST,
    max: MOST,
    step: 0.01,
    initial: [[1], [0.7]],
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;

import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { path } from "./pathParam.ts";

const share = (label: string, initial: number) =>
  number({ label, min: 0, max: 1, step: 0.01, initial });

export const params = {
  path: path({ label: "The target", symbol: "h", initial: { kind: "eight" } }),
  /** Standard deviation of the acceleration that the filter allows for. */
  q: number({
    label: "acceleration allowed for, σ",
    symbol: "Q",
    min: 0,
    max: 0.4,
    step: 0.005,
    initial: 0.08,
  }),
  r: number({
    label: "error of a fix, σ",
    symbol: "R",
    min: 0,
    max: 2.5,
    step: 0.05,
    initial: 0.8,
  }),
  drop: share("share of fixes lost", 0),
  outliers: share("share of false echoes", 0),
  tunnel: toggle({ label: "A tunnel in the middle", initial: false }),
  gate: toggle({ label: "Refuse fixes too far out (99 %)", initial: false }),
  smooth: toggle({ label: "Look back with the smoother", initial: false }),
  sensor: choice({
    label: "Sensor",
    options: { even: "as sharp in every direction", radar: "a radar: sharp in range only" },
    initial: "even",
    more: true,
  }),
  seed: seed({ label: "Seed", initial: 7, more: true }),
};

export type Setting = Values<typeof params>;

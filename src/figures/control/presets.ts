import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const push = [{ step: 50, force: 10 }];
const unstable = {
  poles: [
    [0.95, 0.45],
    [0.8, 0.1],
  ],
  lean: 3,
} as const;
const slow = {
  poles: [
    [0.95, 0.03],
    [0.94, 0.04],
  ],
} as const;
const fast = {
  poles: [
    [0.5, 0.1],
    [0.4, 0.1],
  ],
} as const;
const heater = { plant: "heater", pour: [{ step: 75, force: -10 }] } as const;
const noisy = { design: "lqr", effort: 0.1, noise: 2, push } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  balances: { label: "It balances", set: {}, t: 4 },
  off: { label: "No feedback", set: { design: "off", lean: 2 }, t: 10 },
  unstable: { label: "A pole outside", set: unstable, t: 36 },
  slow: { label: "Stable, but too slow for the rail", set: slow, t: 13 },
  push: { label: "A push at 5 s", set: { lean: 0, push }, t: 52 },
  kalman: { label: "Noisy, with the Kalman filter", set: { ...noisy, sense: "kalman" }, t: 53 },
  raw: { label: "Noise straight into K", set: { ...noisy, sense: "raw" }, t: 53 },
  heater: { label: "The heated tank", set: heater, t: 30 },
  fast: { label: "Poles too fast for the motor", set: fast, t: 7, lesson: true },
  gentle: {
    label: "LQR, gentle",
    set: { design: "lqr", effort: 3, push },
    t: 56,
    lesson: true,
  },
  firm: {
    label: "LQR, firm",
    set: { design: "lqr", effort: 0.003, push },
    t: 52,
    lesson: true,
  },
  poke: {
    label: "A poke at the tip",
    set: { lean: 0, poke: [{ step: 20, force: 1 }] },
    t: 23,
    lesson: true,
  },
  target: { label: "Drive one metre to the right", set: { lean: 0, place: 1 }, t: 6, lesson: true },
  heaterNoise: {
    label: "The tank, noise straight into K",
    set: { ...heater, sense: "raw" },
    t: 60,
    lesson: true,
  },
  heaterKalman: {
    label: "The tank, with the Kalman filter",
    set: { ...heater, sense: "kalman" },
    t: 60,
    lesson: true,
  },
};

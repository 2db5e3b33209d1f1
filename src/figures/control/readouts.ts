import type { Readout } from "../../kit/figure.ts";
import { farthest, spread, type Run } from "./compute.ts";
import { radius } from "./design.ts";
import type { Setting } from "./params.ts";
import { now, state } from "./present.ts";
import { DEGREE } from "./setting.ts";

const isCart = (v: Setting) => v.plant === "cart";
const isTank = (v: Setting) => v.plant === "heater";

export const readouts = {
  radius: { label: "largest |pole|", symbol: "lambda", foot: true, of: (r) => spread(r) },
  settle: {
    label: "settles within, in s",
    foot: true,
    when: isCart,
    of: (r) => (r.n > 1 ? r.settled * r.plant.dt : NaN),
  },
  settleMin: {
    label: "settles within, in min",
    foot: true,
    when: isTank,
    of: (r) => (r.n > 1 ? NaN : (r.settled * r.plant.dt) / 60),
  },
  most: {
    label: "largest angle, in degrees",
    symbol: "h",
    foot: true,
    when: isCart,
    of: (r) => (r.n > 1 ? farthest(r, 2) / DEGREE : NaN),
  },
  off: {
    label: "farthest from the goal, in °C",
    symbol: "h",
    foot: true,
    when: isTank,
    of: (r) => (r.n > 1 ? NaN : farthest(r, 0)),
  },
  cost: { label: "cost of the run", foot: true, of: (r) => r.cost },
  position: {
    label: "place now, in m",
    symbol: "h",
    of: (r, _, t) => (r.n > 1 ? state(r, t, 0) : NaN),
  },
  speed: {
    label: "speed now, in m/s",
    symbol: "h",
    of: (r, _, t) => (r.n > 1 ? state(r, t, 1) : NaN),
  },
  spin: {
    label: "turning speed now, in degrees a second",
    symbol: "h",
    of: (r, _, t) => (r.n > 1 ? state(r, t, 3) / DEGREE : NaN),
  },
  far: {
    label: "farthest from the target, in m",
    symbol: "h",
    of: (r) => (r.n > 1 ? farthest(r, 0) : NaN),
  },
  u: { label: "input now", symbol: "u", of: (r, _, t) => r.u[now(r, t)]! },
  v: { label: "push now", symbol: "v", of: (r, _, t) => r.v[now(r, t)]! },
  estimate: {
    label: "angle as the controller sees it, in degrees",
    symbol: "hhat",
    of: (r, _, t) => (r.n > 1 ? r.hhat[now(r, t) * r.n + 2]! / DEGREE : NaN),
  },
  felt: {
    label: "temperature as the controller sees it, in °C",
    symbol: "hhat",
    of: (r, _, t) => (r.n > 1 ? NaN : r.hhat[now(r, t)]!),
  },
  warmth: {
    label: "temperature now, in °C",
    symbol: "h",
    of: (r, _, t) => (r.n > 1 ? NaN : state(r, t, 0)),
  },
  angle: {
    label: "angle now, in degrees",
    symbol: "h",
    of: (r, _, t) => (r.n > 1 ? state(r, t, 2) / DEGREE : NaN),
  },
  watch: {
    label: "largest |pole| of the filter's error",
    symbol: "lambda",
    of: (r) => (r.watch ? radius(r.watch) : NaN),
  },
  fell: { label: "lost at (s)", of: (r) => (r.fell ? r.fell.at * r.plant.dt : NaN) },
  effortUsed: {
    label: "root mean square of the input",
    symbol: "u",
    of: (r) => Math.sqrt(r.u.reduce((sum, x) => sum + x * x, 0) / r.L),
  },
  full: {
    label: "share of the time at full force, in %",
    symbol: "u",
    of: (r) =>
      (100 * r.u.filter((x) => x !== 0 && (x === r.plant.low || x === r.plant.high)).length) / r.L,
  },
  k1: { label: "first gain of K", symbol: "feedback", of: (r) => r.K.data[0]! },
  k2: { label: "second gain of K", symbol: "feedback", of: (r) => r.K.data[1] ?? NaN },
  k3: { label: "third gain of K", symbol: "feedback", of: (r) => r.K.data[2] ?? NaN },
  k4: { label: "fourth gain of K", symbol: "feedback", of: (r) => r.K.data[3] ?? NaN },
  clock: {
    label: "time now, in s",
    of: (r, _, t) => (r.n > 1 ? now(r, t) * r.plant.dt : NaN),
  },
  minute: {
    label: "time now, in min",
    of: (r, _, t) => (r.n > 1 ? NaN : (now(r, t) * r.plant.dt) / 60),
  },
} satisfies Readonly<Record<string, Readout<Setting, Run>>>;

/** What the NumPy text prints. */
export const answer = {
  of: (r: Run, _: Setting, t: number) => (r.n > 1 ? state(r, t, 2) / DEGREE : state(r, t, 0)),
};

import type { Readout } from "../../kit/figure.ts";
import { lowest, radius, type Run, shownStep, turn } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const spring = ({ system }: Setting) => system === "spring";
const legs = ({ system }: Setting) => system === "legs";

export const readouts = {
  angle: {
    label: "turn of a step, in degrees",
    symbol: "omega",
    foot: true,
    when: spring,
    of: (r, v) => turn(r.rules[v.rule]),
  } as Out,
  trueAngle: {
    label: "exactly, in degrees",
    symbol: "omega",
    foot: true,
    when: spring,
    of: (r, v) => (r.A.data[r.A.cols]! * v.dt * 180) / Math.PI,
  } as Out,
  radius: {
    label: "kept by a step, at most",
    symbol: "Abar",
    foot: true,
    of: (r, v) => radius(r.rules[v.rule], v),
  } as Out,
  limit: { label: "Euler’s limit 2/N", foot: true, when: legs, of: (r) => 2 / r.A.rows } as Out,
  size: {
    label: "length of the state",
    symbol: "h",
    foot: true,
    of: (r, v, t) => r.rules[v.rule].size[shownStep(t)]!,
  } as Out,
  trueSize: {
    label: "exactly",
    symbol: "h",
    foot: true,
    of: (r, _, t) => r.rules.zoh.size[shownStep(t)]!,
  } as Out,
  trueRadius: { label: "kept exactly", of: (r, v) => radius(r.rules.zoh, v) } as Out,
  lowest: { label: "lowest pole", symbol: "Abar", of: (r, v) => lowest(r.rules[v.rule]) } as Out,
  highest: {
    label: "highest pole",
    symbol: "Abar",
    of: (r, v) => r.rules[v.rule].poles.reduce((most, z) => Math.max(most, z), -Infinity),
  } as Out,
  step: { label: "steps so far", of: (_, __, t) => shownStep(t) } as Out,
};

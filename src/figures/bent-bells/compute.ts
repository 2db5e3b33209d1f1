import {
  type Bell,
  massThroughCurve,
  type Moments,
  throughCurve,
  throughPoints,
  throughTangent,
} from "../../models/kalman.ts";
import { curves } from "./curves.ts";
import type { Setting } from "./params.ts";

/** The axis of states, and the bins over the axis of what is read. */
export const EDGE = 6;
export const BINS = 72;

export const ways = ["truth", "tangent", "points"] as const;
export type Way = (typeof ways)[number];

export interface Run extends Readonly<Record<Way, Moments>> {
  readonly bell: Bell;
  /** What of the axis of readings is shown, and the probability of each of its bins. */
  readonly low: number;
  readonly high: number;
  readonly masses: Float64Array;
}

export function run({ curve, m, P }: Setting): Run {
  const bell = { mean: m, variance: P };
  const read = curves[curve];
  const made = {
    truth: throughCurve(read, bell),
    tangent: throughTangent(read, bell),
    points: throughPoints(read, bell),
  };
  const [low, high] = endsOf(read.f, bell, Object.values(made));
  const masses = massThroughCurve(read, bell, { low, high, bins: BINS });
  return { bell, ...made, low, high, masses };
}

/** Room for all that the curve makes of ±3 deviations, and for two and a half of each bell behind it, on a short round scale. */
function endsOf(f: (h: number) => number, bell: Bell, made: readonly Moments[]) {
  const deviation = Math.sqrt(bell.variance);
  const seen = Array.from({ length: 61 }, (_, k) => f(bell.mean + deviation * (k / 10 - 3)));
  for (const { mean, variance } of made)
    seen.push(mean - 2.5 * Math.sqrt(variance), mean + 2.5 * Math.sqrt(variance));
  const part = Math.max(...seen) - Math.min(...seen);
  const whole = Array.from({ length: 121 }, (_, k) => f(EDGE * (k / 60 - 1)));
  // The whole curve where it leaves room enough for them.
  if (Math.max(...whole) - Math.min(...whole) < 2.5 * part) seen.push(...whole);
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  const room = most - least > 6 ? 2 : most - least > 2 ? 1 : 0.5;
  return [room * Math.floor(least / room - 0.1), room * Math.ceil(most / room + 0.1)] as const;
}

/** The tangent is as good as level: the linearised filter has no doubt left, where there is some. */
export const isFlat = ({ tangent, truth }: Run): boolean =>
  tangent.variance < 0.05 * truth.variance;
/** Two widths differ by more than a tenth, as where a curve bends one way and then the other. */
export const isWrongWidth = ({ truth, tangent }: Run): boolean =>
  Math.abs(Math.sqrt(tangent.variance / truth.variance) - 1) > 0.1;
/** Two means are further apart than a tenth of what the reading strays by. */
export const isOff = ({ truth, tangent }: Run): boolean =>
  Math.abs(tangent.mean - truth.mean) > 0.1 * Math.sqrt(truth.variance);

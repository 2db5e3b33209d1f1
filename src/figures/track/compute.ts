import type { Setting } from "./params.ts";
import { pointsOf } from "./path.ts";
import type { KalmanModel } from "../../models/kalman/model.ts";
import { lookBack } from "../../models/kalman/lookBack.ts";
import type { SmoothResult } from "../../models/kalman/smoother.ts";
import { ellipseOf, type Ellipse } from "./ellipse.ts";
import { fixesOf, noiseAt } from "./fixes.ts";
import { motion, walk, type Walk } from "./walk.ts";

/** Errors of each step, and of all steps so far. */
export interface Score {
  readonly error: Float64Array;
  /** Root of the mean square up to and with each step; NaN before the first. */
  readonly rms: Float64Array;
}

export interface Run extends Walk {
  /** How many steps. */
  readonly L: number;
  /** x and y of each step in turn; the fixes NaN where none came. */
  readonly truth: Float64Array;
  readonly fixes: Float64Array;
  readonly model: KalmanModel;
  /** Where the target was, with hindsight; only where asked for. */
  readonly smoothed: SmoothResult | undefined;
  readonly of: {
    readonly fixes: Score;
    readonly filter: Score;
    readonly smoother: Score | undefined;
  };
  /** The ellipse of two standard deviations after each step. */
  readonly ellipses: readonly Ellipse[];
  /** Share of the steps so far in which the target was within its ellipse. */
  readonly coverage: Float64Array;
  /** Steps since a fix was taken in; counted from the start where none has been. */
  readonly dark: Uint16Array;
}

/** The target on its way, the fixes of it, and what the filter and the smoother make of them. */
export function run(v: Setting): Run {
  const truth = pointsOf(v.path);
  const L = truth.length / 2;
  const fixes = fixesOf(v);
  const model = motion(v.q);
  const noise = (x: number, y: number) => noiseAt(v, x, y);
  const walked = walk(model, { rows: L, cols: 2, data: fixes }, noise, v.gate);
  const { filteredMean, filteredCov } = walked.filtered;
  const smoothed = v.smooth
    ? lookBack(model, walked.filtered, { noises: walked.noises })
    : undefined;
  const ellipses = filteredCov.map(({ data: P }) => ellipseOf(P[0]!, P[2]!, P[10]!));
  const filter = score(truth, (t, axis) => filteredMean.data[4 * t + 2 * axis]!);
  const inside = filteredCov.map(({ data: P }, t) => {
    const [x, y] = [0, 1].map((k) => truth[2 * t + k]! - filteredMean.data[4 * t + 2 * k]!);
    return within(P, x!, y!);
  });
  return {
    ...walked,
    L,
    truth,
    fixes,
    model,
    smoothed,
    of: {
      fixes: score(truth, (t, axis) => fixes[2 * t + axis]!),
      filter,
      smoother: smoothed && score(truth, (t, axis) => smoothed.mean.data[4 * t + 2 * axis]!),
    },
    ellipses,
    coverage: shareSoFar(inside),
    dark: sinceTaken(walked.taken),
  };
}

/** Whether an error lies in the ellipse of two deviations: eᵀ P⁻¹ e ≤ 4, without dividing. */
function within(P: Float64Array, x: number, y: number): boolean {
  const [a, b, c] = [P[0]!, P[2]!, P[10]!];
  return c * x * x - 2 * b * x * y + a * y * y <= 4 * (a * c - b * b);
}

function score(truth: Float64Array, guess: (t: number, axis: number) => number): Score {
  const error = new Float64Array(truth.length / 2);
  let [sum, count] = [0, 0];
  const rms = error.map((_, t) => {
    error[t] = Math.hypot(guess(t, 0) - truth[2 * t]!, guess(t, 1) - truth[2 * t + 1]!);
    if (!Number.isNaN(error[t])) {
      sum += error[t]! ** 2;
      count++;
    }
    return Math.sqrt(sum / count);
  });
  return { error, rms };
}

function shareSoFar(inside: readonly boolean[]): Float64Array {
  let sum = 0;
  return Float64Array.from(inside, (yes, t) => (sum += Number(yes)) / (t + 1));
}

function sinceTaken(taken: Uint8Array): Uint16Array {
  let dark = 0;
  return Uint16Array.from(taken, (yes) => (dark = yes ? 0 : dark + 1));
}

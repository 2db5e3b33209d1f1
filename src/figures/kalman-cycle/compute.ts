import {
  draw,
  nis,
  predict,
  standardise,
  startFilter,
  steadyFilter,
  update,
  type KalmanModel,
} from "../../models/kalman.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import { manyRuns, type Many } from "./manyRuns.ts";
import type { Setting } from "./params.ts";

/** What the filter knew at each step, before (prior) and after the measurement. NaN where nothing was uncertain. */
export interface Run {
  readonly truth: Float64Array;
  readonly y: Float64Array;
  readonly hprior: Float64Array;
  readonly Pprior: Float64Array;
  readonly e: Float64Array;
  readonly S: Float64Array;
  readonly gain: Float64Array;
  readonly hhat: Float64Array;
  readonly P: Float64Array;
  /** e / √S, and its square. */
  readonly white: Float64Array;
  readonly nis: Float64Array;
  /** What the filter believes of the noises. */
  readonly Q: number;
  readonly R: number;
  /** Where P⁻ and the gain come to rest; NaN where nothing is uncertain. */
  readonly steadyP: number;
  readonly steadyGain: number;
  /** The same experiment many times. */
  readonly many: Many;
}

const LENGTH = 100;
export const MOST_STEPS = LENGTH;

export const modelOf = (a: number, Q: number, R: number, P0: number): KalmanModel => ({
  A: fromRows([[a]]),
  C: fromRows([[1]]),
  Q: fromRows([[Q]]),
  R: fromRows([[R]]),
  m0: new Float64Array(1),
  P0: fromRows([[P0]]),
});

/** A state and its measurements drawn with the true variances, and a filter that goes by the believed ones. */
export function run(v: Setting): Run {
  const world = modelOf(v.a, v.Q, v.R, v.P0);
  const believed = modelOf(v.a, v.kQ * v.Q, v.kR * v.R, v.P0);
  const { states, observations } = draw(world, v.steps, generator(v.seed));
  const y = observations.data;
  if (v.at < v.steps) y[v.at]! += v.by;
  const known = filterHalves(believed, y);
  const [Q, R] = [believed.Q.data[0]!, believed.R.data[0]!];
  const steady = Q > 0 || R > 0 ? steadyFilter(believed) : undefined;
  return {
    truth: states.data,
    y,
    ...known,
    ...tested(known),
    Q,
    R,
    steadyP: steady?.predictedCov.data[0] ?? NaN,
    steadyGain: steady?.gain.data[0] ?? NaN,
    many: manyRuns(world, known, v.seed),
  };
}

type Halves = Pick<Run, "hprior" | "Pprior" | "e" | "S" | "gain" | "hhat" | "P">;

/** The filter, one half-step at a time. Where S = 0 there is nothing to learn: the measurement is left out. */
function filterHalves(model: KalmanModel, y: Float64Array): Halves {
  const series = () => new Float64Array(y.length);
  const out = {
    hprior: series(),
    Pprior: series(),
    e: series(),
    S: series(),
    gain: series(),
    hhat: series(),
    P: series(),
  };
  const belief = startFilter(model);
  for (let t = 0; t < y.length; t++) {
    if (t > 0) predict(belief, model);
    out.hprior[t] = belief.mean[0]!;
    out.Pprior[t] = belief.cov[0]!;
    const uncertain = belief.cov[0]! + model.R.data[0]! > 0;
    update(belief, model, Float64Array.of(uncertain ? y[t]! : NaN));
    out.e[t] = belief.innovation[0]!;
    out.S[t] = belief.innovationCov[0]!;
    out.gain[t] = belief.gain[0]!;
    out.hhat[t] = belief.mean[0]!;
    out.P[t] = belief.cov[0]!;
  }
  return out;
}

/** The innovations as the filter should see them, of unit variance, by the course's own functions. */
function tested({ e, S }: Halves): Pick<Run, "white" | "nis"> {
  const result = {
    innovations: { rows: e.length, cols: 1, data: e },
    innovationCov: Array.from(S, (s) => fromRows([[s]])),
    diffuseSteps: 0,
  };
  return { white: standardise(result).data, nis: nis(result) };
}

/** The half-steps of the timeline: 0 is the first belief, odd ones are updates, even ones predictions. */
export function halfAt(r: Run, t: number): { step: number; updated: boolean } {
  const half = Math.min(2 * r.y.length - 1, Math.floor(t));
  return { step: half >> 1, updated: half % 2 === 1 };
}

/** Whether a measurement can say anything at a step. */
export const uncertain = (r: Run, step: number): boolean => r.S[step]! > 0;

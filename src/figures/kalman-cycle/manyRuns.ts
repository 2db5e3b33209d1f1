import { keeping } from "../../kit/keeping.ts";
import { autocorrelation, chiSquaredBand, type KalmanModel } from "../../models/kalman.ts";
import { simulate, type Simulation } from "../../models/ssm.ts";
import { normalQuantile } from "../../numerics/distributions.ts";
import { fromRows, zeros } from "../../numerics/matrix.ts";
import { normals } from "../../numerics/random.ts";

/** What the innovations of many runs say together. */
export interface Many {
  /** Mean of e²/S, 1 if the filter is right, and where chance would leave it in 99 of 100 cases. */
  readonly nis: number;
  readonly low: number;
  readonly high: number;
  /** Mean correlation of an innovation with the one before, and how far from 0 chance would take it. */
  readonly lag: number;
  readonly lagBand: number;
  /** Root mean square of ĥ − h, and of what the filter claims it to be. */
  readonly errs: number;
  readonly claims: number;
}

export const RUNS = 100;
/** Seeds of the runs lie apart from those of the slider, and from each other's. */
const FIRST = 100_000;
/** A right filter fails the test once in a hundred. */
export const CERTAINTY = 0.99;

/**
 * The experiment RUNS times over, with other noises. Gain and S do not depend on what is measured, so those of the one
 * run serve all; only the means run anew.
 */
export function manyRuns(
  world: KalmanModel,
  { gain, S, P }: { gain: Float64Array; S: Float64Array; P: Float64Array },
  seed: number,
): Many {
  const L = gain.length;
  const [a, Q, R, P0] = [world.A, world.Q, world.R, world.P0].map((m) => m.data[0]!);
  const runs = worlds(a!, Q!, R!, P0!, L, seed);
  // One long series with a gap after each run, so that no run is compared with the next.
  const white = new Float64Array(RUNS * (L + 1)).fill(NaN);
  let [squares, errors, counted] = [0, 0, 0];
  for (let k = 0; k < RUNS; k++) {
    const { states, outputs } = runs[k]!;
    let mean = 0;
    for (let t = 0; t < L; t++) {
      if (t > 0) mean *= a!;
      if (S[t]! > 0) {
        const e = outputs.data[t]! - mean;
        mean += gain[t]! * e;
        squares += (white[k * (L + 1) + t] = e / Math.sqrt(S[t]!)) ** 2;
        counted++;
      }
      errors += (states.data[t]! - mean) ** 2;
    }
  }
  const { lower, upper } = chiSquaredBand(1, Math.max(1, counted), CERTAINTY);
  const varied = white.some((x) => x * x > 0);
  return {
    nis: squares / counted,
    low: lower,
    high: upper,
    lag: varied ? autocorrelation(white, 1)[0]! : NaN,
    lagBand: normalQuantile((1 + CERTAINTY) / 2) / Math.sqrt(Math.max(1, counted)),
    errs: Math.sqrt(errors / (RUNS * L)),
    claims: Math.sqrt(P.reduce((sum, p) => sum + p, 0) / L),
  };
}

/** Standard normals: where the runs start, and what each draws on its way. */
const drawsOf = keeping((seed: number, L: number) => ({
  starts: normals(FIRST * seed, RUNS),
  noises: Array.from({ length: RUNS }, (_, k) => normals(FIRST * seed + k + 1, 2 * L)),
}));

/** What happens in the runs and is measured of it, whatever the filter believes. */
const worlds = keeping(
  (a: number, Q: number, R: number, P0: number, L: number, seed: number): Simulation[] => {
    const one = fromRows([[1]]);
    const model = { A: fromRows([[a]]), B: one, C: one, D: zeros(1, 1) };
    const covariances = { Q: fromRows([[Q]]), R: fromRows([[R]]) };
    const rest = zeros(L, 1);
    const { starts, noises } = drawsOf(seed, L);
    return noises.map((draws, k) =>
      simulate(model, rest, {
        h0: Float64Array.of(Math.sqrt(P0) * starts[k]!),
        noise: { ...covariances, draws },
      }),
    );
  },
);

export type Verdict = "consistent" | "over" | "under" | "uneven" | "certain";

/** What the test says of the filter: the size of its innovations first, then whether they are white. */
export function verdict({ many, S }: { many: Many; S: Float64Array }): Verdict {
  if (!(S.at(-1)! > 0)) return "certain";
  if (many.nis > many.high) return "over";
  if (many.nis < many.low) return "under";
  return Math.abs(many.lag) > many.lagBand ? "uneven" : "consistent";
}

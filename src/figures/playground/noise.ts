import { column, filter, type KalmanModel } from "../../models/kalman.ts";
import { walkBack } from "../../models/kalman/smoother.ts";
import { simulate, type StateSpace } from "../../models/ssm.ts";
import { matvec, scale } from "../../numerics/linalg.ts";
import { fromRows, identity, zeros, type Matrix } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

/** An estimate of the output without its measurement noise, and how sure it is. */
export interface Estimate {
  readonly y: Float64Array;
  readonly states: Float64Array;
  /** One standard deviation. */
  readonly sd: Float64Array;
  /** That of the filter, which has seen nothing yet of what comes after. */
  readonly filterSd: Float64Array;
  /** Mean of the filter's squared innovations, each over the variance it expected: 1 for a filter that believes what is true. */
  readonly nis: number;
}

/** One life of the system under noise. */
export interface Noisy {
  readonly states: Float64Array;
  /** What is true of the output, and what is measured. */
  readonly truth: Float64Array;
  readonly measured: Float64Array;
  /** None where nobody asks, or there is none. */
  readonly estimate?: Estimate;
  readonly refused?: true;
}

type Wanted = Pick<Setting, "Q" | "R" | "trustQ" | "trustR" | "noise" | "estimate" | "readout">;

/** The run with noise: what noise adds to the run without, since the system is linear; then what a filter makes of it. */
export function withNoise(
  m: StateSpace,
  plain: { states: Float64Array; y: Float64Array; finite: number },
  { Q, R, trustQ, trustR, noise, estimate, readout }: Wanted,
): Noisy {
  const n = m.A.rows;
  const L = plain.finite;
  if (L === 0) return { states: new Float64Array(), truth: plain.y, measured: plain.y };
  const spread = scale(identity(n), Q);
  const model = { ...m, D: fromRows([[0]]) };
  const added = simulate(model, zeros(L, 1), {
    readout,
    noise: { Q: spread, R: fromRows([[R]]), seed: noise },
  });
  const end = added.finite;
  const states = plain.states.slice(0, end * n).map((x, k) => x + added.states.data[k]!);
  const truth = Float64Array.from({ length: end }, (_, t) => {
    const dev = matvec(m.C, added.states.data.slice(t * n, (t + 1) * n));
    return plain.y[t]! + dev[0]!;
  });
  const measured = Float64Array.from(
    { length: end },
    (_, t) => plain.y[t]! + added.outputs.data[t]!,
  );
  const base = { states, truth, measured };
  if (estimate === "none" || end === 0) return base;
  const kalman = beliefs(m, { Q, R, trustQ, trustR, readout });
  try {
    const filtered = filter(kalman, column(added.outputs.data.slice(0, end)));
    const found =
      estimate === "smoother"
        ? walkBack(kalman, filtered)
        : { mean: filtered.filteredMean, cov: filtered.filteredCov };
    const y = Float64Array.from({ length: end }, (_, t) => {
      const dev = matvec(m.C, found.mean.data.slice(t * n, (t + 1) * n));
      return plain.y[t]! + dev[0]!;
    });
    const guessed = plain.states.slice(0, end * n).map((x, k) => x + found.mean.data[k]!);
    const sd = (cov: readonly Matrix[]) => Float64Array.from(cov, (P) => spreadOf(m.C, P));
    return {
      ...base,
      estimate: {
        y,
        states: guessed,
        sd: sd(found.cov),
        filterSd: sd(filtered.filteredCov),
        nis: meanNis(filtered),
      },
    };
  } catch (e) {
    if (e instanceof RangeError) return { ...base, refused: true };
    throw e;
  }
}

/** What the filter believes. */
function beliefs(
  { A, C }: StateSpace,
  { Q, R, trustQ, trustR, readout }: Pick<Wanted, "Q" | "R" | "trustQ" | "trustR" | "readout">,
): KalmanModel {
  const n = A.rows;
  const jolts = scale(identity(n), Q * trustQ);
  // It starts at rest, before the first jolt or after it.
  const P0 = readout === "delayed" ? zeros(n, n) : jolts;
  return { A, C, Q: jolts, R: fromRows([[R * trustR]]), m0: new Float64Array(n), P0 };
}

function meanNis({ innovations, innovationCov }: ReturnType<typeof filter>): number {
  const { data } = innovations;
  return data.reduce((sum, e, t) => sum + e ** 2 / innovationCov[t]!.data[0]!, 0) / data.length;
}

/** Where the mean NIS of so many steps falls 19 times in 20 if the filter believes what is true: χ² by Wilson and Hilferty's cube (1931). */
export function honest(steps: number): readonly [low: number, high: number] {
  const v = 2 / (9 * steps);
  return [(1 - v - 1.96 * Math.sqrt(v)) ** 3, (1 - v + 1.96 * Math.sqrt(v)) ** 3];
}

/** √(C P Cᵀ). */
function spreadOf(C: Matrix, P: Matrix): number {
  const through = matvec(P, C.data);
  return Math.sqrt(
    Math.max(
      0,
      C.data.reduce((sum, c, i) => sum + c * through[i]!, 0),
    ),
  );
}

/** The root of the mean square of a difference. */
export const rms = (a: Float64Array, b: Float64Array): number =>
  a.length === 0 ? NaN : Math.sqrt(a.reduce((sum, x, t) => sum + (x - b[t]!) ** 2, 0) / a.length);

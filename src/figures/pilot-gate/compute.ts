import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { link, type Link } from "../../models/radio/link.ts";
import { onPilots } from "../../models/radio/receivers.ts";
import type { Gate } from "../../models/radio/trained.ts";
import type { Setting } from "./params.ts";
import { type Watched, recordedFor } from "./recorded.ts";

/** Signal-to-noise ratios at which the two are compared, in dB. */
export const RATIOS = [0, 5, 10, 15, 20, 25] as const;

export interface Run {
  readonly link: Link;
  /** The Kalman filter's gain and its variance before each symbol, and the estimate after it, complex numbers in pairs. */
  readonly gain: Float64Array;
  readonly P: Float64Array;
  readonly after: Float64Array;
  readonly recorded?: Watched;
  /** What the tasks add. */
  readonly model?: Shipped;
  readonly watched?: Watched;
}

const transmission = keeping((snr: number, a: number, every: number, seed: number) => {
  const l = link({ snr, a, every }, seed);
  const filtered = onPilots(l);
  return {
    link: l,
    gain: Float64Array.from(filtered.gains, (K) => K.data[0]!),
    P: Float64Array.from(filtered.predictedCov, (cov) => 2 * cov.data[0]!),
    after: filtered.filteredMean.data,
  };
});

export function run(v: Setting): Run {
  const recorded = recordedFor(v);
  return { ...transmission(v.snr, v.a, v.every, v.seed), ...(recorded && { recorded }) };
}

// #region forgotten
/** What the Kalman filter has forgotten of its estimate from one pilot to the next, 0 … 1, once its variance has settled. */
export function forgottenByFilter({ snr, a, every }: Pick<Setting, "snr" | "a" | "every">): number {
  const r = 10 ** (-snr / 10);
  let [P, K] = [1, 0];
  // Settled long before: each pilot takes at least a share of what is still to come.
  for (let pilot = 0; pilot < 400; pilot++) {
    K = P / (P + r);
    P = a ** (2 * every) * (1 - K) * P + 1 - a ** (2 * every);
  }
  return 1 - (1 - K) * a ** every;
}

/** The same of a state of the S6, from its Δ in the mean of the whole intervals behind the first: 1 − e^{A ΣΔ}. */
export function forgottenByState({ delta, A }: Pick<Gate, "delta" | "A">, every: number): number {
  const intervals = Math.floor((delta.length - 1 - every) / every);
  const sum = delta.subarray(every + 1, every + 1 + intervals * every).reduce((x, d) => x + d, 0);
  return -Math.expm1((A * sum) / intervals);
}
// #endregion

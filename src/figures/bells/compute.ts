import { type Bell, logDensityOf, productOfBells } from "../../models/kalman.ts";
import type { Setting } from "./params.ts";

/** The axis of states, and the places at which the two are multiplied, one after the other. */
export const EDGE = 7;
export const LAST = 112;
/** The moment after the last place: the whole product, divided by its area. */
export const DONE = LAST + 1;

export interface Run {
  readonly prior: Bell;
  readonly likelihood: Bell;
  readonly posterior: Bell;
  /** ln of the area under the product. */
  readonly logArea: number;
  /** The measurement's share of the precision. */
  readonly gain: number;
}

export function run({ m, P, y, R }: Setting): Run {
  const prior = { mean: m, variance: P };
  const likelihood = { mean: y, variance: R };
  const { mean, variance, logArea } = productOfBells(prior, likelihood);
  return { prior, likelihood, posterior: { mean, variance }, logArea, gain: variance / R };
}

/** Where the sweep stands: a state. */
export const placeAt = (t: number): number =>
  -EDGE + (2 * EDGE * Math.min(LAST, Math.floor(t))) / LAST;
export const isDone = (t: number): boolean => t >= DONE;

export const heightOf = (bell: Bell, h: number): number => Math.exp(logDensityOf(bell, h));
export const productAt = ({ prior, likelihood }: Run, h: number): number =>
  Math.exp(logDensityOf(prior, h) + logDensityOf(likelihood, h));

/** Here next to nothing is left of the product. */
export const atItsFoot = (r: Run, h: number): boolean =>
  productAt(r, h) < 1e-4 * productAt(r, r.posterior.mean);

/** Both means are the same, so that there is no way to go from one to the other. */
export const agree = ({ prior, likelihood }: Run): boolean => prior.mean === likelihood.mean;

/** The means lie so far apart that the two hardly overlap: more than three deviations of their difference. */
export const farApart = ({ prior, likelihood }: Run): boolean =>
  (prior.mean - likelihood.mean) ** 2 > 9 * (prior.variance + likelihood.variance);

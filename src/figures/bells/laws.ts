import { productOfBells } from "../../models/kalman.ts";
import { heightOf, placeAt, DONE, productAt, type Run } from "./compute.ts";

const near = (a: number, b: number, size = 1) => Math.abs(a - b) <= 1e-9 * Math.max(1, size);

/** Point by point: the product is the posterior times its area. */
export function isBell(r: Run): boolean {
  const top = heightOf(r.posterior, r.posterior.mean);
  return Array.from({ length: DONE }, (_, t) => placeAt(t)).every((h) => {
    const product = productAt(r, h) / Math.exp(r.logArea);
    return Math.abs(product - heightOf(r.posterior, h)) <= 1e-9 * top;
  });
}

/** The area of the product, added up in narrow strips, is what is left when it is divided by the posterior. */
export function areaIsEvidence(r: Run): boolean {
  const step = Math.sqrt(r.posterior.variance) / 4;
  let sum = 0;
  for (let k = -44; k <= 44; k++) sum += step * productAt(r, r.posterior.mean + k * step);
  return near(sum / Math.exp(r.logArea), 1);
}

export const precisionsAdd = ({ prior, likelihood, posterior }: Run): boolean =>
  near(
    1 / posterior.variance,
    1 / prior.variance + 1 / likelihood.variance,
    1 / posterior.variance,
  );

/** The mean lies the share K = P⁻/(P⁻ + R) of the way from the prior to the measurement. */
export const shareOfTheWay = ({ prior, likelihood, posterior, gain }: Run): boolean =>
  near(gain * (prior.variance + likelihood.variance), prior.variance, prior.variance) &&
  near(posterior.mean - prior.mean, gain * (likelihood.mean - prior.mean));

/** Two weights, each the precision of its bell, balance on the mean. */
export const balances = ({ prior, likelihood, posterior: { mean } }: Run): boolean =>
  near(
    (mean - prior.mean) / prior.variance,
    (likelihood.mean - mean) / likelihood.variance,
    Math.abs(mean - prior.mean) / prior.variance,
  );

export function eitherOrder({ prior, likelihood, posterior }: Run): boolean {
  const other = productOfBells(likelihood, prior);
  return near(other.mean, posterior.mean) && near(other.variance, posterior.variance);
}

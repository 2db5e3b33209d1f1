import { fail, finite, positive } from "../../numerics/check.ts";

/** A normal distribution of one number. */
export interface Bell {
  readonly mean: number;
  /** Above 0. */
  readonly variance: number;
}

/** ln of its density at h. */
export const logDensityOf = ({ mean, variance }: Bell, h: number): number =>
  -0.5 * ((h - mean) ** 2 / variance + Math.log(2 * Math.PI * variance));

/**
 * Two bells multiplied point by point: `logArea` + the bell is their product. Precisions add, the mean is weighted by them, and
 * the area is the density of one mean under the other with both variances together. Throws unless
 * means are finite and variances above 0.
 */
export function productOfBells(a: Bell, b: Bell): Bell & { readonly logArea: number } {
  for (const [name, { mean, variance }] of Object.entries({ a, b })) {
    finite(`${name}.mean`, mean);
    positive(`${name}.variance`, variance);
  }
  // #region product
  const precision = 1 / a.variance + 1 / b.variance;
  const mean = (a.mean / a.variance + b.mean / b.variance) / precision;
  const logArea = logDensityOf({ mean: b.mean, variance: a.variance + b.variance }, a.mean);
  // #endregion
  if (!(precision < Infinity)) fail("the variances", "within the range of Float64", precision);
  return { mean, variance: 1 / precision, logArea };
}

import { exp } from "./portable.ts";

/** Where `expWithin` may be used. */
export const EXP_LIMIT = 708;
/** e^k at [k + 709]: the first table of `expWithin`. */
export const expWholes = Float64Array.from({ length: 1419 }, (_, k) => exp(k - 709));
/** e^(j / 512) at [j]: the second. */
export const expParts = Float64Array.from({ length: 512 }, (_, j) => exp(j / 512));

/**
 * e^x for |x| ≤ 708 (not checked: anything beyond gives nonsense); relative error at most 1e-15, the same in every engine. Some three times as
 * fast as Math.exp inside a loop: it is inlined there, if the loop's function has the tables in variables of its own.
 * After Tang, "Table-driven implementation of the exponential function", ACM TOMS 15 (1989), in powers of e:
 * x = k + j/512 + r exactly, |r| ≤ 1/1024, e^x = e^k · e^(j/512) · e^r.
 */
export function expWithin(x: number, wholes: Float64Array, parts: Float64Array): number {
  // #region exp
  const nearest = x * 512 + 1.5 * 2 ** 52 - 1.5 * 2 ** 52; // the whole number nearest to 512 x
  const r = x - nearest * (1 / 512);
  const i = nearest | 0;
  const scale = wholes[(i >> 9) + 709]! * parts[i & 511]!;
  return scale + scale * (r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24))));
  // #endregion
}

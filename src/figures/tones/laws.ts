import { kernelTransform } from "../../models/frequency.ts";
import { gapOf, type Run, seenAt } from "./compute.ts";
import type { Setting } from "./params.ts";

const sizeOf = ({ K, u }: Run) =>
  Math.max(
    1e-9,
    K.reduce((sum, k) => sum + Math.abs(k), 0) * u.reduce((sum, x) => sum + Math.abs(x), 0),
  );

/** The transform of the convolution round the circle, summed term by term, is the product of the transforms. */
export function multiplies(r: Run): boolean {
  const omega = Float64Array.from(r.tones, (_, j) => (2 * Math.PI * j) / r.n);
  const { re, im } = kernelTransform(r.round, omega);
  return r.tones.every(({ y }, j) => Math.hypot(re[j]! - y.re, im[j]! - y.im) <= 1e-12 * sizeOf(r));
}

/** A tone that has always sounded comes out as K̂ times itself: the sum over its delayed copies, sample by sample. */
export const keepsTone = (r: Run): boolean =>
  r.tones.every(({ K }, j) =>
    r.u.every((_, s) => {
      const one = (lag: number) => seenAt({ re: 1, im: 0 }, j, s - lag, r.n);
      const summed = r.K.reduce((sum, k, lag) => sum + k * one(lag), 0);
      return Math.abs(summed - seenAt(K, j, s, r.n)) <= 1e-12 * sizeOf(r);
    }),
  );

/** The tones of the input add up to it. */
export const rebuilds = (r: Run): boolean =>
  r.u.every((x, s) => {
    const sum = r.tones.reduce((all, { heard }) => all + heard[s]!, 0);
    return Math.abs(sum - x) <= 1e-12 * Math.max(1, Math.abs(x));
  });

/** With zeros behind both, the tones of the output add up to the convolution on a line. */
export const agrees = (r: Run, { pad }: Setting): boolean => !pad || gapOf(r) <= 1e-12 * sizeOf(r);

import { AHEAD, fanAt, likelihoodAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const few = 1e-9;

/** Neither a point of the surface nor the reader's own pair is likelier than the maximum. */
export function topIsTop({ hill, logLikelihood }: Run): boolean {
  if (!hill) return true;
  const top = hill.fit.logLikelihood + 1e-7 * Math.abs(hill.fit.logLikelihood);
  return logLikelihood <= top && hill.surface.data.every((x) => x <= top);
}

/** The filter with its matrices and the scalar recursion of the surface give one log-likelihood, the sum of its steps. */
export function sumOfSteps(r: Run, v: Setting): boolean {
  if (!r.filtered) return true;
  const scalar = likelihoodAt(r.y, r.unit, v);
  const sum = r.filtered.evidence.reduce((a, b) => a + b, 0);
  const close = (a: number) => Math.abs(a - scalar) <= 1e-8 * Math.max(1, Math.abs(scalar));
  return close(r.logLikelihood) && close(sum);
}

export const hindsightKnowsMore = ({ level, levelVar, smoothedVar }: Run): boolean =>
  level.every((x, t) => Number.isNaN(x) || smoothedVar[t]! <= levelVar[t]! * (1 + few));

/** Where a value is missing, the level's variance grows by exactly that of one step of the walk. */
export function gapsWiden(r: Run, v: Setting): boolean {
  const step = v.walk * r.unit ** 2;
  return r.y.every((x, t) => {
    const before = r.levelVar[t - 1] ?? NaN;
    if (!Number.isNaN(x) || Number.isNaN(before)) return true;
    return Math.abs(r.levelVar[t]! - before - step) <= few * r.levelVar[t]!;
  });
}

/** One step further on, a forecast's variance has grown by that of one step of the walk. */
export function fanOpens(r: Run, v: Setting): boolean {
  const fan = fanAt(r, r.y.length - 1);
  if (!fan) return true;
  const step = v.walk * r.unit ** 2;
  const variance = (h: number) => fan.cov[h]!.data[0]!;
  for (let h = 1; h < AHEAD; h++)
    if (Math.abs(variance(h) - variance(h - 1) - step) > few * variance(h)) return false;
  return true;
}

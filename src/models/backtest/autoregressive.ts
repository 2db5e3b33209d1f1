import type { Regression } from "../autoregression.ts";
import { type Companion, predict, startCompanion, update } from "../speech/companion.ts";
import { emptyFans, type Fans } from "./fans.ts";

/**
 * An autoregression's forecasts, `ahead` of them, from each step of z at which p values in a row have been seen: each from the one
 * before, with the variances that q ψ² add up to. Over values that are missing (NaN) the Kalman filter of the companion form
 * runs on. Those from step t depend on nothing after t.
 */
export function autoregressiveFans(model: Regression, z: Float64Array, ahead: number): Fans {
  const fans = emptyFans(z.length, ahead);
  const p = Math.max(1, model.a.length);
  const wide = { ...model, a: Float64Array.from({ length: p }, (_, k) => model.a[k] ?? 0) };
  const filter = startCompanion(p);
  const calm = spreads(filter, wide, ahead);
  let [run, begun] = [0, false];
  for (let t = 0; t < z.length; t++) {
    const seen = !Number.isNaN(z[t]);
    run = seen ? run + 1 : 0;
    if (begun) {
      predict(filter, wide);
      filter.x[0]! += model.c;
      if (seen && filter.P[0]! > 0) update(filter, z[t]! - filter.x[0]!, filter.P[0]!, 0);
    }
    if (run >= p) {
      for (let k = 0; k < p; k++) filter.x[k] = z[t - k]!;
      filter.P.fill(0);
      begun = true;
    }
    if (!begun) continue;
    fans.mean.set(means(filter.x, wide, ahead), t * ahead);
    fans.sd.set(run >= p ? calm : spreads(filter, wide, ahead), t * ahead);
  }
  return fans;
}

/** What follows the last p values, the newest first. */
function means(x: Float64Array, { a, c }: Regression, ahead: number): Float64Array {
  const p = a.length;
  const path = new Float64Array(p + ahead);
  for (let k = 0; k < p; k++) path[k] = x[p - 1 - k]!;
  for (let t = p; t < path.length; t++) {
    let sum = c;
    for (let k = 0; k < p; k++) sum += a[k]! * path[t - 1 - k]!;
    path[t] = sum;
  }
  return path.subarray(p);
}

/** Standard deviations of what follows, by how well the last p values are known. */
function spreads({ p, P }: Companion, model: Regression, ahead: number): Float64Array {
  const on = startCompanion(p);
  on.P.set(P);
  return Float64Array.from({ length: ahead }, () => {
    predict(on, model);
    return Math.sqrt(on.P[0]!);
  });
}

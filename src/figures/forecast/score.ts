import { normalQuantile } from "../../numerics/distributions.ts";
import { unscaled, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { MOST_AHEAD } from "./setting.ts";

/** Errors and coverage of all forecasts from the first origin on. */
export interface Score {
  /** Root mean square error at each horizon, index 0 one step ahead: naive, and model where it is fitted. */
  readonly naive: Float64Array;
  readonly model: Float64Array;
  /** Over all horizons at once. */
  readonly naiveAll: number;
  readonly modelAll: number;
  /** Mean absolute error of the model over that of the naive forecast one step ahead within what was learnt. */
  readonly mase: number;
  /** Shares of values within the 80 and the 95 % band at each horizon. */
  readonly within: readonly [Float64Array, Float64Array];
  /** Forecasts judged at each horizon. */
  readonly trials: Float64Array;
}

export const COVERAGES = [0.8, 0.95] as const;
const scores = new WeakMap<Run, Map<string, Score>>();

/** The rolling back-test: every origin from the first on, every value that came true. Both forecasts meet the same values. */
export function scoreOf(r: Run, v: Setting): Score {
  const kept = scores.get(r) ?? new Map<string, Score>();
  scores.set(r, kept);
  const key = String(v.h);
  const score = kept.get(key) ?? judge(r, v);
  kept.set(key, score);
  return score;
}

function judge(r: Run, v: Setting): Score {
  const sums = () => new Float64Array(v.h);
  const [naive, model, absolute, trials] = [sums(), sums(), sums(), sums()];
  const within = [sums(), sums()] as const;
  const z = COVERAGES.map((c) => normalQuantile(0.5 + c / 2));
  for (let t = r.first; t < r.y.length - 1 && r.status === "fine"; t++)
    for (let k = 0; k < v.h && t + k + 1 < r.y.length; k++) {
      const at = t * MOST_AHEAD + k;
      const [came, guess] = [r.y[t + k + 1]!, r.naive[at]!];
      const mean = r.fans?.mean[at];
      if (Number.isNaN(came) || Number.isNaN(guess) || Number.isNaN(mean)) continue;
      trials[k]!++;
      naive[k]! += (came - guess) ** 2;
      if (mean === undefined) continue;
      const miss = came - unscaled(mean, v);
      model[k]! += miss ** 2;
      absolute[k]! += Math.abs(miss);
      const off = Math.abs(r.z[t + k + 1]! - mean) / r.fans!.sd[at]!;
      z.forEach((limit, i) => off <= limit && within[i]![k]!++);
    }
  const total = (x: Float64Array) =>
    x.reduce((a, b) => a + b, 0) / trials.reduce((a, b) => a + b, 0);
  const mean = (x: Float64Array) => x.map((sum, k) => sum / trials[k]!);
  const judged = r.fans ? 1 : NaN;
  return {
    naive: mean(naive).map(Math.sqrt),
    model: mean(model).map((x) => Math.sqrt(x) * judged),
    naiveAll: Math.sqrt(total(naive)),
    modelAll: Math.sqrt(total(model)) * judged,
    mase: (total(absolute) * judged) / learntStep(r),
    within: [mean(within[0]).map((x) => x * judged), mean(within[1]).map((x) => x * judged)],
    trials,
  };
}

/** The naive forecast's mean absolute error one step ahead, within what was learnt (Hyndman & Koehler 2006). */
function learntStep(r: Run): number {
  let [sum, n] = [0, 0];
  for (let t = 0; t < r.first; t++) {
    const miss = Math.abs(r.y[t + 1]! - r.naive[t * MOST_AHEAD]!);
    if (Number.isNaN(miss)) continue;
    sum += miss;
    n++;
  }
  return sum / n;
}

/** Where the share of hits in n independent trials falls with at least 95 %: 2.5 % at most lie beyond either end. */
export function expected(n: number, p: number): { low: number; high: number } {
  if (!(n > 0)) return { low: NaN, high: NaN };
  let chance = (1 - p) ** n;
  let below = 0;
  let low = -1;
  for (let k = 0; k <= n; k++) {
    below += chance;
    if (low < 0 && below > 0.025) low = k;
    if (below >= 0.975) return { low: low / n, high: k / n };
    chance *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return { low: Math.max(0, low) / n, high: 1 };
}

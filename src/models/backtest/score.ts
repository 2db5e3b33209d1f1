import { normalQuantile } from "../../numerics/distributions.ts";
import type { Fans } from "./fans.ts";

/** Errors and coverage of all forecasts from the first origin on. */
export interface Score {
  /** Root mean square error at each horizon, index 0 one step ahead: naive, and model where there is one. */
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

/** What is judged: a series, the same as it is modelled (`back` leads from there to here), and forecasts, equally many a step. */
export interface Trial {
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly back: (z: number) => number;
  /** The step from which the first forecast that counts is made; the series' length where none does. */
  readonly first: number;
  readonly naive: Float64Array;
  readonly fans: Fans | undefined;
}

export const COVERAGES = [0.8, 0.95] as const;

/** The rolling back-test, 1 … h steps ahead: every origin from the first on, every value that came true; both forecasts meet the same values. */
export function judge({ y, z, back, first, naive: guesses, fans }: Trial, h: number): Score {
  const most = guesses.length / y.length;
  const sums = () => new Float64Array(h);
  const [naive, model, absolute, trials] = [sums(), sums(), sums(), sums()];
  const within = [sums(), sums()] as const;
  const limits = COVERAGES.map((c) => normalQuantile(0.5 + c / 2));
  for (let t = first; t < y.length - 1; t++)
    for (let k = 0; k < h && t + k + 1 < y.length; k++) {
      const at = t * most + k;
      const [came, guess] = [y[t + k + 1]!, guesses[at]!];
      const mean = fans?.mean[at];
      if (Number.isNaN(came) || Number.isNaN(guess) || Number.isNaN(mean)) continue;
      trials[k]!++;
      naive[k]! += (came - guess) ** 2;
      if (mean === undefined) continue;
      const miss = came - back(mean);
      model[k]! += miss ** 2;
      absolute[k]! += Math.abs(miss);
      const off = Math.abs(z[t + k + 1]! - mean) / fans!.sd[at]!;
      limits.forEach((limit, i) => off <= limit && within[i]![k]!++);
    }
  const total = (x: Float64Array) =>
    x.reduce((a, b) => a + b, 0) / trials.reduce((a, b) => a + b, 0);
  const mean = (x: Float64Array) => x.map((sum, k) => sum / trials[k]!);
  const judged = fans ? 1 : NaN;
  return {
    naive: mean(naive).map(Math.sqrt),
    model: mean(model).map((x) => Math.sqrt(x) * judged),
    naiveAll: Math.sqrt(total(naive)),
    modelAll: Math.sqrt(total(model)) * judged,
    mase: (total(absolute) * judged) / learntStep(y, guesses, first),
    within: [mean(within[0]).map((x) => x * judged), mean(within[1]).map((x) => x * judged)],
    trials,
  };
}

/** The naive forecast's mean absolute error one step ahead, within what was learnt (Hyndman & Koehler 2006). */
function learntStep(y: Float64Array, naive: Float64Array, first: number): number {
  const most = naive.length / y.length;
  let [sum, n] = [0, 0];
  for (let t = 0; t < first; t++) {
    const miss = Math.abs(y[t + 1]! - naive[t * most]!);
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

import flow from "../../kit/data/nile.json" with { type: "json" };
import { samples, type Given, type Signal } from "../../kit/signal.ts";
import {
  column,
  filter,
  forecast,
  likelihoodSurface,
  localLevel,
  smooth,
  type FilterResult,
  type Forecast,
  type KalmanModel,
} from "../../models/kalman.ts";
import { hillOf, type Hill } from "./hill.ts";
import type { Setting } from "./params.ts";

/** What a series allows: everything, no maximum (too few values, or all equal), or nothing at all. */
export type Status = "fine" | "short" | "constant" | "empty";

/** A pair of variances as the sliders have it. */
export interface Pair {
  readonly noise: number;
  readonly walk: number;
}

export interface Run {
  /** As measured, and as the filter sees it; NaN where missing. */
  readonly whole: Float64Array;
  readonly y: Float64Array;
  readonly status: Status;
  /** The power of ten in which the sliders measure the series. */
  readonly unit: number;
  readonly model: KalmanModel;
  readonly filtered: FilterResult | undefined;
  /** Level and its variance after each value, and knowing all values; NaN before the first value. */
  readonly level: Float64Array;
  readonly levelVar: Float64Array;
  readonly smoothed: Float64Array;
  readonly smoothedVar: Float64Array;
  readonly logLikelihood: number;
  readonly hill: Hill | undefined;
  /** The way of the search, from the reader's pair to the maximum. */
  readonly path?: readonly Pair[];
}

/** Annual flow of the Nile at Aswan in 10⁸ m³, from 1871 (Cobb 1978; Durbin & Koopman 2012). */
export const nile: Given = { kind: "given", id: "nile", data: Float64Array.from(flow) };
export const FIRST_YEAR = 1871;
/** The maximum that Durbin & Koopman print (2012, §2.10.3). */
export const PUBLISHED: Pair = { noise: 15099, walk: 1469.1 };
/** The most steps that are forecast. */
export const AHEAD = 40;

/** Whether it is the Nile as measured, to which the published numbers belong. */
export const isNile = ({ series, lost }: Setting): boolean => series === nile && !lost;

/** Durbin & Koopman's experiment (2012, §2.7): values 21–40 and 61–80 thrown away, here by share of the length. */
export const isLost = (t: number, length: number): boolean => {
  const share = (t + 1e-9) / length;
  return (share >= 0.2 && share < 0.4) || (share >= 0.6 && share < 0.8);
};

export function run(v: Setting): Run {
  const { whole, y, status, unit, hill } = prepared(v.series, v.lost);
  const model = localLevel({ irregular: v.noise * unit ** 2, level: v.walk * unit ** 2 });
  const nothing = new Float64Array(y.length).fill(NaN);
  const base = { whole, y, status, unit, model, hill };
  if (status === "empty")
    return {
      ...base,
      filtered: undefined,
      level: nothing,
      levelVar: nothing,
      smoothed: nothing,
      smoothedVar: nothing,
      logLikelihood: NaN,
    };
  const filtered = filter(model, column(y));
  const after = smooth(model, column(y));
  const known = y.findIndex((x) => !Number.isNaN(x));
  const since = (x: Float64Array) => x.map((value, t) => (t < known ? NaN : value));
  return {
    ...base,
    filtered,
    level: since(filtered.filteredMean.data),
    levelVar: since(Float64Array.from(filtered.filteredCov, (P) => P.data[0]!)),
    smoothed: after.mean.data,
    smoothedVar: Float64Array.from(after.cov, (P) => P.data[0]!),
    logLikelihood: filtered.logLikelihood,
  };
}

type Prepared = Pick<Run, "whole" | "y" | "status" | "unit" | "hill">;
const known = new WeakMap<Float64Array, Map<boolean, Prepared>>();

/** All that depends on the series alone: kept, so that moving a variance does not draw the hill anew. */
function prepared(series: Signal, lost: boolean): Prepared {
  const whole = samples(series, 0);
  const kept = known.get(whole) ?? new Map<boolean, Prepared>();
  known.set(whole, kept);
  let found = kept.get(lost);
  if (!found) {
    const y = lost ? whole.map((x, t) => (isLost(t, whole.length) ? NaN : x)) : whole;
    const status = statusOf(y);
    const unit = unitOf(y);
    const hill = status === "fine" ? hillOf(y, unit) : undefined;
    kept.set(lost, (found = { whole, y, status, unit, hill }));
  }
  return found;
}

function statusOf(y: Float64Array): Status {
  const there = y.filter((x) => !Number.isNaN(x));
  if (there.length === 0) return "empty";
  if (there.length < 3) return "short";
  return there.every((x) => x === there[0]) ? "constant" : "fine";
}

/** The power of ten in which the root mean square step is between 30 and 300: 1 for the Nile. */
function unitOf(y: Float64Array): number {
  const there = y.filter((x) => !Number.isNaN(x));
  let sum = 0;
  for (let i = 1; i < there.length; i++) sum += (there[i]! - there[i - 1]!) ** 2;
  const step = Math.sqrt(sum / Math.max(1, there.length - 1));
  return step > 0 ? 10 ** Math.floor(Math.log10(step / 30)) : 1;
}

/** ln p(y) for a pair of variances. */
export const likelihoodAt = (y: Float64Array, unit: number, { noise, walk }: Pair): number =>
  likelihoodSurface(y, Float64Array.of(noise * unit ** 2), Float64Array.of(walk * unit ** 2))
    .data[0]!;

const fans = new WeakMap<Run, Map<number, Forecast>>();

/** What the model expects after step t, with its 50, 80 and 95 % bands; undefined before the first value. */
export function fanAt(r: Run, t: number): Forecast | undefined {
  const now = Math.min(r.y.length - 1, Math.floor(t));
  if (Number.isNaN(r.level[now])) return undefined;
  const kept = fans.get(r) ?? new Map<number, Forecast>();
  fans.set(r, kept);
  let fan = kept.get(now);
  if (!fan) {
    fan = forecast(r.model, column(r.y.slice(0, now + 1)), AHEAD, [0.5, 0.8, 0.95]);
    kept.set(now, fan);
  }
  return fan;
}

import { keepingBut } from "../../kit/keeping.ts";
import { samples } from "../../kit/signal.ts";
import { log } from "../../numerics/portable.ts";
import {
  fansOf as forecasts,
  newForecaster,
  newForecasterTrainer,
} from "../../models/forecaster/trainer.ts";
import { regressedOf } from "./autoregressive.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { fansOf, models, scoreOf } from "./score.ts";
import { cycleOf, type Look } from "./setting.ts";

/** The laws of the model run through the first steps of the series only, so that a badge costs next to nothing. */
const STEPS = 56;
const AHEAD = 4;

type Ignored = Look | "parts" | "train";
type Begun = Omit<Setting, Ignored>;
type Told = NonNullable<ReturnType<typeof brief>>;

/** Of a series too short to tell, nothing. */
function brief(v: Begun) {
  const y = samples(v.series, 0).slice(0, STEPS);
  const z = v.log ? y.map((x) => (x > 0 ? log(x) : NaN)) : y;
  const last = Math.floor(0.7 * z.length) - 1;
  return last < 4 ? undefined : { z, last, cycle: cycleOf(v), ahead: AHEAD, seed: v.seed };
}

/** After two steps of training on as much of it. */
function trained(told: Told, { lr, steps }: Begun, length = STEPS) {
  const trainer = newForecasterTrainer({ ...told, z: told.z.slice(0, length), lr, steps });
  trainer.step();
  trainer.step();
  return trainer.forecaster;
}

const same = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).every((x, i) => Object.is(x, b[i]));

/** A law of the model does not hang on how it is looked at, and is asked about once. */
function ofModel(holds: (told: Told, v: Begun) => boolean) {
  const kept = keepingBut<Setting, Ignored, boolean>(
    ["band", "stop", "h", "close", "order", "parts", "train"],
    (v) => {
      const told = brief(v);
      return !told || holds(told, v);
    },
  );
  return (_: Run, v: Setting) => kept(v);
}

/** An untrained S6 adds nothing to the naive forecast, and is as unsure of it as it was wrong before. */
export const beginsNaive = ofModel((told) => {
  const f = newForecaster(told);
  const { mean, sd } = forecasts(f);
  return f.naive.every(
    (guess, i) => Number.isNaN(guess) || (mean[i] === guess && sd[i] === f.units[i % AHEAD]),
  );
});

/** A series that ends after a step is forecast from it, and from all before, as the whole one is. */
export const knowsNoFuture = ofModel((told, v) => {
  const whole = trained(told, v);
  const z = told.z.slice(0, told.last + 3);
  const [all, some] = [whole, newForecaster({ ...told, z }, whole.stack.store.flat)].map(forecasts);
  return same(some!.mean, all!.mean) && same(some!.sd, all!.sd);
});

/** Training comes out the same with and without what follows the learnt part. */
export const learnsNoFuture = ofModel((told, v) => {
  const [one, other] = [trained(told, v), trained(told, v, told.last + 1)];
  return same(one.stack.store.flat, other.stack.store.flat);
});

/** What this machine trained is what was recorded: losses to the last digit kept. */
export function sameCurve({ s6, recorded }: Run): boolean {
  if (!s6 || !recorded) return true;
  return (["taught", "held"] as const).every((name) =>
    s6[name].every((x, k) => {
      const theirs = recorded.curve[name][k];
      return theirs === undefined || Math.abs(x - theirs) <= 5.1e-5 + 1e-6 * Math.abs(theirs);
    }),
  );
}

/** Least squares leave nothing that the lags, or a constant, could still explain. */
export function restIsSquare(r: Run, v: Setting): boolean {
  const model = regressedOf(r, v)?.model;
  if (!model || Number.isNaN(model.c)) return true;
  const p = model.a.length;
  const sums = new Float64Array(p + 1);
  const sizes = new Float64Array(p + 1);
  for (let t = p; t <= r.first; t++) {
    const lags = Array.from({ length: p + 1 }, (_, k) => (k === 0 ? 1 : r.z[t - k]!));
    const rest =
      r.z[t]! - lags.reduce((sum, x, k) => sum + x * (k === 0 ? model.c : model.a[k - 1]!), 0);
    if (Number.isNaN(rest)) continue;
    lags.forEach((x, k) => {
      sums[k]! += x * rest;
      sizes[k]! += Math.abs(x) * (Math.abs(rest) + Math.abs(r.z[t]!));
    });
  }
  return sums.every((sum, k) => Math.abs(sum) <= 1e-7 * sizes[k]!);
}

/** The 80 % band lies within the 95 % band, so it holds no more values. */
export const bandsNest = (r: Run, v: Setting): boolean =>
  models.every((model) => {
    const { within } = scoreOf(r, v, model);
    return within[0].every((x, k) => Number.isNaN(x) || x <= within[1][k]!);
  });

/** Over all horizons at once an error lies between the smallest and the largest of its horizons. */
export const meanIsBetween = (r: Run, v: Setting): boolean =>
  models.every((model) => {
    if (!fansOf(r, v, model)) return true;
    const { model: each, modelAll } = scoreOf(r, v, model);
    const seen = each.filter((x) => !Number.isNaN(x));
    if (Number.isNaN(modelAll)) return true;
    const slack = 1e-9 * modelAll;
    return modelAll >= Math.min(...seen) - slack && modelAll <= Math.max(...seen) + slack;
  });

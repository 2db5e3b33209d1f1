import { defineFigure } from "../../kit/figure.ts";
import { halfAt, run, uncertain, type Run } from "./compute.ts";
import { oneRun } from "./gauge.ts";
import {
  equalsBatch,
  gainIsShare,
  rightPasses,
  settles,
  updateIsProduct,
  updateNarrows,
} from "./laws.ts";
import { RUNS, verdict } from "./manyRuns.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

/** A value of the present step that is known before its measurement, and one that is known only after it. */
const known = (v: Float64Array, r: Run, t: number) => v[halfAt(r, t).step]!;
const learnt = (v: Float64Array, r: Run, t: number) =>
  halfAt(r, t).updated && uncertain(r, halfAt(r, t).step) ? known(v, r, t) : NaN;
/** What is believed now: the prediction until the measurement has been taken in. */
const believed = (before: Float64Array, after: Float64Array, r: Run, t: number) =>
  known(halfAt(r, t).updated ? after : before, r, t);
/** Share of the steps in which the truth lies within ±2√P. */
const covered = (r: Run) =>
  r.truth.filter((h, t) => Math.abs(h - r.hhat[t]!) <= 2 * Math.sqrt(r.P[t]!) + 1e-12).length /
  r.truth.length;

export default defineFigure({
  id: "kalman-cycle",
  title: "Predict, update, predict",
  params,
  presets,
  compute: run,
  length: (r) => 2 * r.y.length,
  clock: (r, _, t) => (halfAt(r, t).updated ? "atUpdate" : "atPredict"),
  readouts: {
    gain: { label: "gain", symbol: "gain", foot: true, of: (r, _, t) => known(r.gain, r, t) },
    innovation: {
      label: "innovation",
      symbol: "e",
      foot: true,
      of: (r, _, t) => learnt(r.e, r, t),
    },
    P: {
      label: "variance now",
      symbol: "P",
      foot: true,
      of: (r, _, t) => believed(r.Pprior, r.P, r, t),
    },
    estimate: {
      label: "belief now",
      symbol: "hhat",
      of: (r, _, t) => believed(r.hprior, r.hhat, r, t),
    },
    step: { label: "step", symbol: "t", of: (r, _, t) => halfAt(r, t).step },
    truth: { label: "true state", symbol: "h", of: (r, _, t) => known(r.truth, r, t) },
    measured: { label: "measurement", symbol: "y", of: (r, _, t) => learnt(r.y, r, t) },
    hprior: { label: "prediction", symbol: "hprior", of: (r, _, t) => known(r.hprior, r, t) },
    Pprior: { label: "its variance", symbol: "Pprior", of: (r, _, t) => known(r.Pprior, r, t) },
    deviation: {
      label: "uncertain by",
      symbol: "P",
      of: (r, _, t) => Math.sqrt(believed(r.Pprior, r.P, r, t)),
    },
    S: { label: "variance of the innovation", symbol: "S", of: (r, _, t) => known(r.S, r, t) },
    steadyP: { label: "where P⁻ comes to rest", symbol: "Pprior", of: (r) => r.steadyP },
    steadyGain: { label: "where the gain comes to rest", symbol: "gain", of: (r) => r.steadyGain },
    beliefQ: { label: "Q as the filter believes it", symbol: "Q", of: (r) => r.Q },
    beliefR: { label: "R as the filter believes it", symbol: "R", of: (r) => r.R },
    nis: { label: "mean of e²/S, this run", symbol: "e", of: (r) => oneRun(r).nis },
    nisLow: { label: "chance would leave this run above", of: (r) => oneRun(r).low },
    nisHigh: { label: "and below", of: (r) => oneRun(r).high },
    nisMany: { label: "mean of e²/S, 100 runs", symbol: "e", of: (r) => r.many.nis },
    manyLow: { label: "chance would leave 100 runs above", of: (r) => r.many.low },
    manyHigh: { label: "and 100 runs below", of: (r) => r.many.high },
    lag: { label: "correlation of neighbouring innovations", symbol: "e", of: (r) => r.many.lag },
    lagBand: { label: "chance would leave it within ±", of: (r) => r.many.lagBand },
    claims: { label: "error that the filter claims", symbol: "P", of: (r) => r.many.claims },
    errs: { label: "error that it makes, 100 runs", symbol: "hhat", of: (r) => r.many.errs },
    covered: { label: "truth within ±2√P, in %", symbol: "P", of: (r) => 100 * covered(r) },
    runs: { label: "runs", of: () => RUNS },
  },
  phrases,
  describe: (r, _, t) => {
    const { step, updated } = halfAt(r, t);
    if (t >= 2 * r.y.length - 1) {
      const ends = {
        consistent: "endsConsistent",
        over: "endsOver",
        under: "endsUnder",
        uneven: "endsUneven",
        certain: "endsCertain",
      } as const;
      return ends[verdict(r)];
    }
    if (!uncertain(r, step)) return "idle";
    return updated ? "updates" : step === 0 ? "begins" : "predicts";
  },
  laws: {
    product: {
      label: "The posterior is the prior times the likelihood, divided by what makes its area one",
      holds: (r) => updateIsProduct(r),
    },
    narrows: {
      label: "After an update P is below both P⁻ and R",
      holds: (r) => updateNarrows(r),
    },
    share: { label: "The gain is P⁻/(P⁻ + R), between 0 and 1", holds: (r) => gainIsShare(r) },
    settles: {
      label: "P⁻ only ever comes nearer to the solution of the Riccati equation",
      holds: (r) => settles(r),
    },
    batch: {
      label: "The last estimate is that of all measurements taken at once",
      holds: equalsBatch,
    },
    passes: { label: "With the true Q and R the innovations pass their test", holds: rightPasses },
  },
  symbols: (r, v, t) => {
    const { step, updated } = halfAt(r, t);
    const open = uncertain(r, step);
    return {
      A: v.a,
      C: 1,
      Q: r.Q,
      R: r.R,
      t: step,
      L: r.y.length,
      h: r.truth[step]!,
      hprior: r.hprior[step]!,
      Pprior: r.Pprior[step]!,
      S: r.S[step]!,
      ...(step > 0 ? { hhatbefore: r.hhat[step - 1]!, Pbefore: r.P[step - 1]! } : {}),
      ...(open ? { gain: r.gain[step]! } : {}),
      ...(open && updated
        ? { y: r.y[step]!, e: r.e[step]!, hhat: r.hhat[step]!, P: r.P[step]! }
        : {}),
    };
  },
  equations: [
    "kalman-predict",
    "kalman-spread",
    "kalman-innovation",
    "kalman-innovation-variance",
    "kalman-gain",
    "kalman-update",
    "kalman-covariance",
  ],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "estimate",
  source: ["src/models/kalman/step.ts#predict", "src/models/kalman/step.ts#update"],
  view,
});

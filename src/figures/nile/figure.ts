import { defineFigure } from "../../kit/figure.ts";
import { climb } from "./climb.ts";
import { fanAt, FIRST_YEAR, isNile, nile, PUBLISHED, run, type Run } from "./compute.ts";
import { fanOpens, gapsWiden, hindsightKnowsMore, sumOfSteps, topIsTop } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const step = (r: Run, t: number) => Math.min(r.y.length - 1, Math.floor(t));
const at = (r: Run, v: Float64Array, t: number) => v[step(r, t)]!;
/** To four decimals: on the sliders' grid the maximum itself is a hair lower. */
const below = (r: Run) =>
  Math.max(0, Math.round(((r.hill?.fit.logLikelihood ?? NaN) - r.logLikelihood) * 1e4) / 1e4);
/** P after many steps: what the filter settles at, and with it the gain. */
const gainOf = (q: number) => (Math.sqrt(q * q + 4 * q) - q) / 2;

export default defineFigure({
  id: "nile",
  title: "The Nile, and the variances that make it likeliest",
  params,
  presets,
  compute: run,
  tasks: { climb: { label: "Find the maximum", needs: ["series", "lost"], run: climb } },
  length: (r) => r.y.length,
  clock: (_, v) => (v.series === nile ? "atYear" : undefined),
  readouts: {
    result: { label: "log-likelihood", foot: true, digits: 6, of: (r) => r.logLikelihood },
    below: { label: "below the maximum", foot: true, of: below },
    gain: {
      label: "gain it settles at",
      symbol: "gain",
      foot: true,
      of: (_, v) => gainOf(v.walk / v.noise),
    },
    memory: {
      label: "values that the level remembers",
      of: (_, v) => 1 / gainOf(v.walk / v.noise),
    },
    best: {
      label: "highest log-likelihood",
      digits: 6,
      of: (r) => r.hill?.fit.logLikelihood ?? NaN,
    },
    bestNoise: {
      label: "likeliest measurement variance",
      symbol: "R",
      digits: 6,
      of: (r) => r.hill?.fit.irregular ?? NaN,
    },
    bestWalk: {
      label: "likeliest variance of the level's steps",
      symbol: "Q",
      digits: 6,
      of: (r) => r.hill?.fit.level ?? NaN,
    },
    offNoise: {
      label: "ours minus the published measurement variance",
      symbol: "R",
      digits: 2,
      of: (r, v) => (r.hill && isNile(v) ? r.hill.fit.irregular - PUBLISHED.noise : NaN),
    },
    offWalk: {
      label: "ours minus the published variance of the level's steps",
      symbol: "Q",
      digits: 2,
      of: (r, v) => (r.hill && isNile(v) ? r.hill.fit.level - PUBLISHED.walk : NaN),
    },
    year: {
      label: "year",
      digits: 4,
      of: (r, v, t) => step(r, t) + (v.series === nile ? FIRST_YEAR : 0),
    },
    flow: { label: "flow now", symbol: "y", digits: 4, of: (r, _, t) => at(r, r.y, t) },
    level: { label: "level now", symbol: "hhat", digits: 4, of: (r, _, t) => at(r, r.level, t) },
    spread: {
      label: "two standard deviations of it",
      symbol: "P",
      of: (r, _, t) => 2 * Math.sqrt(at(r, r.levelVar, t)),
    },
    hindsight: {
      label: "level with hindsight",
      symbol: "hsmooth",
      foot: true,
      when: (v) => v.smooth,
      digits: 4,
      of: (r, _, t) => (r.status === "empty" ? NaN : at(r, r.smoothed, t)),
    },
    hindsightSpread: {
      label: "two standard deviations of it, with hindsight",
      symbol: "P",
      of: (r, _, t) => (r.status === "empty" ? NaN : 2 * Math.sqrt(at(r, r.smoothedVar, t))),
    },
    low: {
      label: "lower end of the 95 % forecast",
      symbol: "y",
      digits: 4,
      of: (r, v, t) => fanAt(r, t)?.bands[2]!.lower.data[v.h - 1] ?? NaN,
    },
    high: {
      label: "upper end of the 95 % forecast",
      symbol: "y",
      digits: 4,
      of: (r, v, t) => fanAt(r, t)?.bands[2]!.upper.data[v.h - 1] ?? NaN,
    },
  },
  phrases,
  describe: (r) => {
    if (r.status !== "fine") return r.status;
    const left = below(r);
    return left < 0.005 ? "top" : left < 3 ? "near" : "far";
  },
  laws: {
    top: { label: "No pair of variances on the map beats the maximum", holds: topIsTop },
    sum: { label: "The log-likelihood is the sum of its steps", holds: sumOfSteps },
    hindsight: {
      label: "Hindsight never widens the level's band",
      holds: hindsightKnowsMore,
    },
    gaps: { label: "A missing value widens the level's variance by Q", holds: gapsWiden },
    fan: { label: "Each step ahead widens the forecast's variance by Q", holds: fanOpens },
  },
  symbols: (r, v, t) => {
    const now = step(r, t);
    const f = r.filtered;
    const q = r.unit ** 2;
    const base = { R: v.noise * q, Q: v.walk * q, A: 1, C: 1, t: now, L: r.y.length };
    // Before the second value nothing is predicted, and a missing one moves nothing.
    if (!f || Number.isNaN(r.level[now - 1] ?? NaN)) return base;
    const before = { hhatbefore: r.level[now - 1]!, Pbefore: r.levelVar[now - 1]! };
    const prior = { hprior: f.predictedMean.data[now]!, Pprior: f.predictedCov[now]!.data[0]! };
    const after = { hhat: r.level[now]!, P: r.levelVar[now]! };
    const e = f.innovations.data[now]!;
    if (Number.isNaN(e)) return { ...base, ...before, ...prior, ...after };
    const gain = f.gains[now]!.data[0]!;
    const S = f.innovationCov[now]!.data[0]!;
    return {
      ...base,
      ...before,
      ...prior,
      ...after,
      y: r.y[now]!,
      e,
      S,
      gain,
      ell: f.evidence[now]!,
    };
  },
  equations: ["log-likelihood", "local-level"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "result",
  source: ["src/models/kalman/step.ts#update", "src/models/kalman/localLevel.ts#recursion"],
  view,
});

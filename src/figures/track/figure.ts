import { defineFigure } from "../../kit/figure.ts";
import { params } from "./params.ts";
import { run, type Run } from "./compute.ts";
import { HELD } from "./ellipse.ts";
import {
  blindToWhatIsSaid,
  equalsItsSteps,
  growsInTheDark,
  hindsightIsSharper,
  staysAsPredicted,
} from "./laws.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const step = (r: Run, t: number) => Math.max(0, Math.min(r.L - 1, Math.floor(t)));
/** One of the estimate's x, vx, y, vy. */
const estimate = (r: Run, t: number, i: number) =>
  r.filtered.filteredMean.data[4 * step(r, t) + i]!;

export default defineFigure({
  id: "track",
  title: "Be the target",
  params,
  presets,
  compute: run,
  length: (r) => r.L,
  readouts: {
    fixes: {
      label: "error of the fixes (rms)",
      symbol: "y",
      foot: true,
      of: (r, _, t) => r.of.fixes.rms[step(r, t)]!,
    },
    filter: {
      label: "of the filter",
      symbol: "hhat",
      foot: true,
      of: (r, _, t) => r.of.filter.rms[step(r, t)]!,
    },
    smoother: {
      label: "of the smoother",
      symbol: "hsmooth",
      foot: true,
      of: (r, _, t) => r.of.smoother?.rms[step(r, t)] ?? NaN,
    },
    axis: {
      label: "half the ellipse, 2σ",
      symbol: "P",
      foot: true,
      of: (r, _, t) => r.ellipses[step(r, t)]!.long,
    },
    coverage: {
      label: "target inside it, in %",
      symbol: "P",
      foot: true,
      of: (r, _, t) => 100 * r.coverage[step(r, t)]!,
    },
    expected: { label: "inside if the model is right, in %", of: () => 100 * HELD },
    fix: {
      label: "the fix is off by",
      symbol: "y",
      of: (r, _, t) => r.of.fixes.error[step(r, t)]!,
    },
    back: {
      label: "the smoother is off by",
      symbol: "hsmooth",
      of: (r, _, t) => r.of.smoother?.error[step(r, t)] ?? NaN,
    },
    dark: { label: "steps without a fix", of: (r, _, t) => r.dark[step(r, t)]! },
    distance: {
      label: "squared distance of the fix, in σ²",
      symbol: "e",
      of: (r, _, t) => r.distance[step(r, t)]!,
    },
    refused: {
      label: "fixes refused so far",
      of: (r, _, t) => {
        let sum = 0;
        for (let k = 0; k <= step(r, t); k++)
          if (!r.taken[k] && !Number.isNaN(r.fixes[2 * k])) sum++;
        return sum;
      },
    },
    speed: {
      label: "estimated speed",
      symbol: "hhat",
      of: (r, _, t) => Math.hypot(estimate(r, t, 1), estimate(r, t, 3)),
    },
    x: { label: "estimated x", symbol: "hhat", of: (r, _, t) => estimate(r, t, 0) },
  },
  phrases,
  describe: (r, v, t) => {
    const now = step(r, t);
    if (!Number.isNaN(r.fixes[2 * now]) && !r.taken[now]) return "refusedNow";
    if (r.dark[now] === now + 1) return "nothing";
    if (r.dark[now]! > 1) return "dark";
    return v.smooth ? "back" : "tracks";
  },
  laws: {
    steps: {
      label: "The filter equals itself run one step at a time",
      holds: (r, v) => equalsItsSteps(r, v),
    },
    predicted: {
      label: "A missing or refused fix leaves the state as it was predicted",
      holds: (r) => staysAsPredicted(r),
    },
    dark: {
      label: "While no fix is taken in, the ellipse only grows",
      holds: (r) => growsInTheDark(r),
    },
    blind: {
      label: "With the same R, the ellipse depends on which fixes come, not on what they say",
      holds: (r, v) => blindToWhatIsSaid(r, v),
    },
    hindsight: {
      label: "Hindsight never blurs: the smoother's covariance is at most the filter's",
      holds: (r) => hindsightIsSharper(r),
    },
  },
  symbols,
  equations: [
    "kalman-predict",
    "kalman-spread",
    "kalman-gain",
    "kalman-update",
    "kalman-covariance",
  ],
  rate: 10,
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r, _, t) => r.of.filter.error[step(r, t)]! },
  source: [
    "src/figures/track/walk.ts#gate",
    "src/models/kalman/step.ts#predict",
    "src/models/kalman/step.ts#update",
  ],
  view,
});

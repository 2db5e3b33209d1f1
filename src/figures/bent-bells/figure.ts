import { defineFigure } from "../../kit/figure.ts";
import { isFlat, isOff, isWrongWidth, run, type Run, type Way } from "./compute.ts";
import { curves } from "./curves.ts";
import {
  bendBoundsError,
  massIsOne,
  pointsAreTheBell,
  pointsKnowSquares,
  straightIsExact,
} from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const mean = (way: Way) => (r: Run) => r[way].mean;
const deviation = (way: Way) => (r: Run) => Math.sqrt(r[way].variance);

export default defineFigure({
  id: "bent-bells",
  title: "A bell through a bent curve",
  params,
  presets,
  compute: run,
  readouts: {
    trueMean: { label: "true mean", symbol: "y", foot: true, of: mean("truth") },
    trueDeviation: {
      label: "truth, give or take",
      symbol: "y",
      foot: true,
      of: deviation("truth"),
    },
    tangentMean: { label: "mean by the tangent", symbol: "C", of: mean("tangent") },
    tangentDeviation: { label: "tangent, give or take", symbol: "C", of: deviation("tangent") },
    pointsMean: { label: "mean by sigma points", symbol: "h", of: mean("points") },
    pointsDeviation: { label: "sigma points, give or take", symbol: "h", of: deviation("points") },
    slope: {
      label: "slope at the mean",
      symbol: "C",
      foot: true,
      of: (_, v) => curves[v.curve].slope(v.m),
    },
  },
  phrases,
  describe: (r, v) => {
    if (v.curve === "line") return "straight";
    if (isFlat(r)) return "flat";
    if (isOff(r)) return "bent";
    return isWrongWidth(r) ? "width" : "nearly";
  },
  laws: {
    straight: { label: "On a straight line all three agree", holds: straightIsExact },
    square: {
      label: "On a parabola the sigma points have the true mean and variance",
      holds: pointsKnowSquares,
    },
    bend: {
      label: "The tangent's mean is off by half the largest second derivative times P⁻ at most",
      holds: bendBoundsError,
    },
    points: {
      label: "The sigma points have the bell's own mean and variance",
      holds: pointsAreTheBell,
    },
    mass: { label: "Nearly all of the truth is in sight", holds: massIsOne },
  },
  symbols: (r, v) => ({
    hprior: v.m,
    Pprior: v.P,
    C: curves[v.curve].slope(v.m),
    R: 0,
    S: r.tangent.variance,
  }),
  equations: ["kalman-innovation-variance"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "trueMean",
  source: ["src/models/kalman/bent.ts#tangent", "src/models/kalman/bent.ts#points"],
  view,
});

import { calendarOf } from "../../kit/bundled.ts";
import { defineFigure } from "../../kit/figure.ts";
import { chosen, stepsBehind } from "./chosen.ts";
import { run, type Run } from "./compute.ts";
import { fit } from "./fit.ts";
import {
  bandsNest,
  beginsNaive,
  knowsNoFuture,
  learnsNoFuture,
  meanIsBetween,
  restIsSquare,
  sameCurve,
} from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { recordedFor } from "./recorded.ts";
import { type Model, models, ratioOf } from "./score.ts";
import { fetchRecorded } from "./task.ts";
import { train } from "./train.ts";
import { view } from "./view.ts";

/** This near to 1 nobody has won. */
const EVEN = 0.005;

export default defineFigure({
  id: "time-series",
  title: "S6 against three old forecasts",
  params,
  idle: ({ parts, naive }) => ({ period: parts !== "season" && naive === "last" }),
  presets,
  compute: run,
  tasks: {
    train: {
      label: "Train S6",
      needs: ["series", "log", "naive", "period", "parts", "train", "steps", "lr", "seed"],
      resumes: true,
      run: train,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
    fit: {
      label: "Fit the structural model",
      needs: ["series", "parts", "log", "naive", "train", "period"],
      auto: true,
      run: fit,
      worker: () => new Worker(new URL("./fitWorker.ts", import.meta.url), { type: "module" }),
    },
    recorded: {
      label: "Fetch the recorded S6",
      needs: ["series"],
      auto: true,
      unneeded: (v) => !recordedFor(v),
      run: fetchRecorded,
    },
  },
  length: (r) => r.y.length,
  clock: (_, { series }) => {
    const { start, per } = calendarOf(series);
    return start === 0 ? undefined : per === 1 ? "atYear" : "atMonth";
  },
  readouts,
  phrases,
  describe: (r, v) => (r.status === "fine" ? verdict(r, v) : r.status),
  laws: {
    begins: {
      about: "model",
      label: "Untrained, S6 is the naive forecast with the spread of its misses",
      holds: beginsNaive,
    },
    causal: {
      about: "model",
      label: "What comes after a step changes nothing that S6 forecasts from it",
      holds: knowsNoFuture,
    },
    blind: {
      about: "model",
      label: "What comes after the learnt part changes no weight",
      holds: learnsNoFuture,
    },
    same: {
      label: "The same seed gives the same curve: trained here, it is the recorded one",
      holds: sameCurve,
    },
    rest: {
      about: "model",
      label:
        "What the autoregression misses of the learnt part is at right angles to what it reads",
      holds: restIsSquare,
    },
    nested: {
      about: "model",
      label: "The 80 % band holds no more values than the 95 % band",
      holds: bandsNest,
    },
    between: {
      about: "model",
      label: "The error of all forecasts lies between those of the horizons",
      holds: meanIsBetween,
    },
  },
  symbols: (r, _, t) => {
    const now = Math.min(r.y.length - 1, Math.floor(t));
    const seen = r.y[now]!;
    return { t: now, L: r.y.length, ...(Number.isNaN(seen) ? {} : { y: seen }) };
  },
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "s6Error",
  source: [
    "src/models/forecaster/gauss.ts#loss",
    "src/models/s6Kernel.ts#step",
    "src/models/autoregression.ts#fit",
    "src/models/kalman/step.ts#predict",
  ],
  view,
});

function verdict(r: Run, v: Setting) {
  const { source, curve } = chosen(r, v);
  if (source === "trained" && curve?.broke !== undefined) return "broken";
  const error = (model: Model) => ratioOf(r, v, model);
  if (Number.isNaN(error("structural"))) return "fitting";
  if (source === "untrained") return "untrained";
  const how = source === "trained" ? "Trained" : "Recorded";
  if (stepsBehind(r, v) === 0) return `kept${how}` as const;
  const best = models.reduce((one, other) => (error(other) < error(one) ? other : one));
  return error(best) > 1 - EVEN ? (`nobody${how}` as const) : (`${best}${how}` as const);
}

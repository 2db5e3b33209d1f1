import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import { addsUp, bandsNest, fansOpen, meanIsBetween } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { calendarOf } from "../../kit/bundled.ts";
import { answer, ratioOf, readouts } from "./readouts.ts";
import { view } from "./view.ts";
import { run as fit } from "./task.ts";

/** This near to 1 nobody has won. */
const EVEN = 0.005;

export default defineFigure({
  id: "forecast",
  title: "Forecast, and be judged by what came true",
  params,
  presets,
  compute: run,
  tasks: {
    fit: {
      label: "Fit and test",
      needs: ["series", "parts", "log", "train", "period", "refit"],
      auto: true,
      run: fit,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
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
    sum: {
      label: "Level, season and what is left add up to the series",
      holds: addsUp,
    },
    fan: {
      label: "A whole cycle further ahead, the band is no narrower",
      holds: fansOpen,
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
  answer,
  source: ["src/models/kalman/step.ts#predict", "src/models/kalman/step.ts#update"],
  view,
});

function verdict(r: Run, v: Setting) {
  const ratio = ratioOf(r, v);
  if (Number.isNaN(ratio)) return "fitting";
  return Math.abs(ratio - 1) < EVEN ? "even" : ratio < 1 ? "wins" : "loses";
}

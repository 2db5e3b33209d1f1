import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { run, type Run } from "./compute.ts";
import { series } from "./data.ts";
import { addsUp, bandsNest, fansOpen, meanIsBetween } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { answer, ratioOf, readouts } from "./readouts.ts";
import { MOST_AHEAD, type Setting } from "./setting.ts";
import { view } from "./view.ts";
import { run as fit } from "./task.ts";

/** This near to 1 nobody has won. */
const EVEN = 0.005;

export default defineFigure({
  id: "forecast",
  title: "Forecast, and be judged by what came true",
  params: {
    series: signal({
      label: "Series",
      symbol: "y",
      initial: series.drivers,
      given: [
        [series.drivers, "Drivers killed or badly hurt, Great Britain"],
        [series.air, "Airline passengers"],
        [series.co2, "CO₂ on Mauna Loa"],
        [series.pound, "Dollars for a pound"],
        [series.nile, "Nile flow 1871–1970"],
      ],
      offer: ["own"],
      gaps: true,
    }),
    parts: choice({
      label: "Made of",
      options: { level: "a level", trend: "level and trend", season: "level, trend and season" },
      initial: "season",
    }),
    log: toggle({ label: "Model the logarithm", initial: true }),
    h: number({ label: "steps ahead", min: 1, max: MOST_AHEAD, step: 1, initial: 12 }),
    naive: choice({
      label: "Naive forecast",
      options: { last: "the last value", season: "same season, last cycle" },
      initial: "season",
    }),
    close: toggle({ label: "Closer: only what is judged", initial: false }),
    train: number({
      label: "% before the first forecast",
      min: 20,
      max: 90,
      step: 1,
      initial: 60,
      more: true,
    }),
    period: number({
      label: "steps in a cycle",
      min: 2,
      max: 24,
      step: 1,
      initial: 12,
      more: true,
    }),
    refit: choice({
      label: "Fit the variances",
      options: { once: "once, before the first forecast", always: "anew at every step" },
      initial: "once",
      more: true,
    }),
  },
  presets,
  compute: run,
  task: {
    label: "Fit and test",
    needs: ["series", "parts", "log", "train", "period", "refit"],
    auto: true,
    run: fit,
    worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  },
  length: (r) => r.y.length,
  readouts,
  phrases: {
    fitting:
      "The model learns from the first {train} % of the series; every forecast after that is judged.",
    wins: "The model's error is {ratio} of the naive forecast's. One step ahead, {cover95} % of {trials} values fell within the 95 % band; chance allows {low95} to {high95} %.",
    even: "The model does no better than the naive forecast. One step ahead, {cover95} % of {trials} values fell within the 95 % band; chance allows {low95} to {high95} %.",
    loses:
      "The naive forecast wins: the model's error is {ratio} times as large. One step ahead, {cover95} % of {trials} values fell within the 95 % band; chance allows {low95} to {high95} %.",
    empty: "Every value of this series is missing. Choose a series with numbers in it.",
    short:
      "Too short: before the first forecast the model needs two whole cycles and two values more than it has states. Choose a longer series, a shorter cycle or fewer parts.",
    constant:
      "All values to learn from are the same: there is nothing to fit. Choose a series that varies.",
    positive:
      "A logarithm needs values above zero, and this series has others. Switch the logarithm off.",
    fan: "forecast",
    naiveLine: "naive",
    learnt: "learnt from",
    level: "level",
    slope: "slope per step",
    season: "season",
    rest: "what is left",
    logs: "in logarithms",
    errors: "error by steps ahead",
    cover: "share within the band",
    ahead: "steps ahead",
    dragTrain: "Where learning ends: drag the edge, or use the arrow keys",
    scrub: "The step that the forecast is made from: drag along the series, or use the arrow keys",
    whole:
      "The series with its forecast; the level, slope, season and rest it is made of; errors and coverage of all forecasts by steps ahead",
    from_drivers:
      "Car drivers killed or seriously injured, Great Britain, monthly. Official statistics; Harvey & Durbin 1986.",
    from_air:
      "International airline passengers, thousands a month, 1949–1960. Box & Jenkins 1976, series G.",
    from_co2:
      "CO₂ at Mauna Loa, ppm, monthly. C. D. Keeling and others, Scripps Institution of Oceanography, CC BY 4.0.",
    from_pound:
      "US dollars for a pound sterling, monthly means. Federal Reserve, H.10, public domain.",
    from_nile: "Annual flow of the Nile at Aswan, 10⁸ m³. Cobb 1978.",
    from_own: "Your own series; it stays on this device.",
  },
  describe: (r, v) => (r.status === "fine" ? verdict(r, v) : r.status),
  laws: {
    sum: { label: "Level, season and what is left add up to the series", holds: addsUp },
    fan: { label: "A whole cycle further ahead, the band is no narrower", holds: fansOpen },
    nested: { label: "The 80 % band holds no more values than the 95 % band", holds: bandsNest },
    between: {
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
  numpy,
  answer,
  source: ["src/models/kalman/step.ts#predict", "src/models/kalman/step.ts#update"],
  view,
});

function verdict(r: Run, v: Setting) {
  const ratio = ratioOf(r, v);
  if (Number.isNaN(ratio)) return "fitting";
  return Math.abs(ratio - 1) < EVEN ? "even" : ratio < 1 ? "wins" : "loses";
}

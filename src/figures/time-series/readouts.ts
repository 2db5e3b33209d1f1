import type { Readout } from "../../kit/figure.ts";
import { calendarOf } from "../../kit/bundled.ts";
import { expected } from "../../models/backtest/score.ts";
import { regressedOf } from "./autoregressive.ts";
import { chosen, forecasterOf, stepsBehind } from "./chosen.ts";
import type { Run } from "./compute.ts";
import { bestOf } from "./course.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { type Recording, recordings } from "./recorded.ts";
import { fansOf, type Model, ratioOf, scoreOf } from "./score.ts";
import { type SeriesId, seriesIds } from "./series.ts";
import { unscaled } from "./setting.ts";

type Out = Readout<Setting, Run>;

const step = (r: Run, t: number) => Math.min(r.y.length - 1, Math.floor(t));
const percent = (r: Run, v: Setting, model: Model, which: 0 | 1) =>
  100 * scoreOf(r, v, model).within[which][0]!;
const chance = (p: number, end: "low" | "high", label: string): Out => ({
  label,
  of: (r, v) => 100 * expected(scoreOf(r, v, v.band).trials[0]!, p)[end],
});
const ahead = (model: Model, deviations: number, label: string): Out => ({
  label,
  symbol: "y",
  digits: 4,
  of: (r, v, t) => {
    const fans = fansOf(r, v, model);
    const at = step(r, t) * MOST_AHEAD + v.h - 1;
    return fans ? unscaled(fans.mean[at]! + deviations * fans.sd[at]!, v) : NaN;
  },
});
const ratio = (model: Model, label: string, h?: number): Out => ({
  label,
  ...(h === undefined && { foot: true }),
  of: (r, v) => ratioOf(r, h === undefined ? v : { ...v, h }, model),
});
const cover = (model: Model, which: 0 | 1, label: string): Out => ({
  label,
  ...(which === 1 && { foot: true, when: (v: Setting) => v.band === model }),
  of: (r, v) => percent(r, v, model, which),
});

/** The recorded ratios of S6 from each seed, where it stops as it does here. */
export const ledgerOf = (id: SeriesId, { stop }: Pick<Setting, "stop">): readonly number[] =>
  recordings[id][stop];
export const median = (x: readonly number[]): number =>
  x.toSorted((a, b) => a - b)[Math.floor(x.length / 2)]!;

const names = {
  drivers: "drivers",
  air: "passengers",
  co2: "CO₂",
  pound: "the pound",
  nile: "the Nile",
  sunspots: "sunspots",
  walk: "the random walk",
} as const satisfies Record<SeriesId, string>;

/** The ledger: what every series was recorded at, one to twelve steps ahead. */
const ledger = Object.fromEntries(
  seriesIds.flatMap((id): [string, Out][] => [
    [`${id}S6`, { label: `S6 on ${names[id]}, recorded`, of: (_, v) => median(ledgerOf(id, v)) }],
    [`${id}Ar`, { label: `autoregression on ${names[id]}, recorded`, of: () => recordings[id].ar }],
    [
      `${id}Structural`,
      { label: `structural on ${names[id]}, recorded`, of: () => recordings[id].structural },
    ],
  ]),
) as Readonly<Record<`${SeriesId}${"S6" | "Ar" | "Structural"}`, Out>>;

const many = (v: Setting, holds: (s6: number, theirs: Recording) => boolean) =>
  seriesIds.filter((id) => holds(median(ledgerOf(id, v)), recordings[id])).length;

/** The year and the month of the moment, where the series has them. */
function dated(r: Run, { series }: Setting, t: number) {
  const { start, per } = calendarOf(series);
  return { year: start + Math.floor(step(r, t) / per), month: (step(r, t) % per) + 1 };
}

export const readouts = {
  s6Ratio: ratio("s6", "S6's error over the naive one's"),
  arRatio: ratio("ar", "the autoregression's"),
  structuralRatio: ratio("structural", "the structural model's"),
  s6Cover95: cover("s6", 1, "S6: within 95 %, one step ahead, in %"),
  arCover95: cover("ar", 1, "autoregression: within 95 %, in %"),
  structuralCover95: cover("structural", 1, "structural: within 95 %, in %"),
  s6Cover80: cover("s6", 0, "S6: within 80 %, one step ahead, in %"),
  arCover80: cover("ar", 0, "autoregression: within 80 %, in %"),
  structuralCover80: cover("structural", 0, "structural: within 80 %, in %"),
  cover95: {
    label: "within the band shown of 95 %, in %",
    of: (r, v) => percent(r, v, v.band, 1),
  },
  s6Next: ratio("s6", "S6, one step ahead", 1),
  arNext: ratio("ar", "autoregression, one step ahead", 1),
  structuralNext: ratio("structural", "structural, one step ahead", 1),
  trials: {
    label: "forecasts one step ahead that were judged",
    of: (r, v) => scoreOf(r, v, v.band).trials[0]!,
  },
  low80: chance(0.8, "low", "least to expect for 80 %"),
  high80: chance(0.8, "high", "most to expect for 80 %"),
  low95: chance(0.95, "low", "least to expect for 95 %"),
  high95: chance(0.95, "high", "most to expect for 95 %"),
  stopped: { label: "training steps behind S6", digits: 4, of: stepsBehind },
  taughtLoss: {
    label: "loss at what teaches, after all steps",
    of: (r, v) => chosen(r, v).curve?.taught.at(-1) ?? NaN,
  },
  heldLoss: {
    label: "loss at the held-back, after all steps",
    of: (r, v) => chosen(r, v).curve?.held.at(-1) ?? NaN,
  },
  firstLoss: {
    label: "loss at the held-back, untrained",
    of: (r, v) => chosen(r, v).curve?.held[0] ?? NaN,
  },
  leastLoss: {
    label: "lowest loss at the held-back",
    of: (r, v) => {
      const { curve } = chosen(r, v);
      return curve?.held[bestOf(curve)] ?? NaN;
    },
  },
  broke: {
    label: "steps done when a number was not finite",
    of: (r, v) => chosen(r, v).curve?.broke ?? NaN,
  },
  learnt: { label: "steps learnt from", digits: 4, of: (r) => r.first + 1 },
  parameters: {
    label: "parameters of S6",
    digits: 5,
    of: (r, v) => forecasterOf(r, v)?.stack.store.flat.length ?? NaN,
  },
  arOrder: {
    label: "order of the autoregression",
    of: (r, v) => regressedOf(r, v)?.model.a.length ?? NaN,
  },
  s6Error: {
    label: "S6's root mean square error",
    of: (r, v) => (r.status === "fine" ? scoreOf(r, v, "s6").modelAll : NaN),
  },
  beatsStructural: {
    label: "series of seven on which S6 does better than the structural model",
    of: (_, v) => many(v, (s6, { structural }) => s6 < structural),
  },
  beatsAr: {
    label: "series of seven on which S6 does better than the autoregression",
    of: (_, v) => many(v, (s6, { ar }) => s6 < ar),
  },
  beatsNaive: {
    label: "series of seven on which S6 does better than the naive forecast",
    of: (_, v) => many(v, (s6) => s6 < 1),
  },
  arBeatsNaive: {
    label: "series of seven on which the autoregression does better than the naive forecast",
    of: (_, v) => many(v, (_s6, { ar }) => ar < 1),
  },
  ...ledger,
  year: { label: "year", digits: 4, of: (r, v, t) => dated(r, v, t).year },
  month: { label: "month", of: (r, v, t) => dated(r, v, t).month },
  now: { label: "value now", symbol: "y", digits: 4, of: (r, _, t) => r.y[step(r, t)]! },
  s6Mid: ahead("s6", 0, "S6's forecast"),
  s6Low: ahead("s6", -1.959963984540054, "lower end of its 95 % band"),
  s6High: ahead("s6", 1.959963984540054, "upper end of its 95 % band"),
  arMid: ahead("ar", 0, "the autoregression's forecast"),
  arLow: ahead("ar", -1.959963984540054, "lower end of its 95 % band"),
  arHigh: ahead("ar", 1.959963984540054, "upper end of its 95 % band"),
  structuralMid: ahead("structural", 0, "the structural model's forecast"),
  structuralLow: ahead("structural", -1.959963984540054, "lower end of its 95 % band"),
  structuralHigh: ahead("structural", 1.959963984540054, "upper end of its 95 % band"),
} as const satisfies Readonly<Record<string, Out>>;

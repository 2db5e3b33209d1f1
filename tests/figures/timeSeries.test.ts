import { spawnSync } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/time-series/figure.ts";
import { regressedOf } from "../../src/figures/time-series/autoregressive.ts";
import { run, type Run } from "../../src/figures/time-series/compute.ts";
import { fit } from "../../src/figures/time-series/fit.ts";
import { SEEDS, settingFor } from "../../src/figures/time-series/protocol.ts";
import { fetchKept, recordedFor, recordings } from "../../src/figures/time-series/recorded.ts";
import { median } from "../../src/figures/time-series/readouts.ts";
import { ratioOf, scoreOf } from "../../src/figures/time-series/score.ts";
import { type SeriesId, series, seriesIds } from "../../src/figures/time-series/series.ts";
import { train } from "../../src/figures/time-series/train.ts";
import { MOST_AHEAD, type Setting } from "../../src/figures/time-series/params.ts";
import type { Fans } from "../../src/models/backtest/fans.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { own } from "../../src/kit/signal.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const never = new AbortController().signal;

function whole(slices: { next(): IteratorResult<unknown, Partial<Run>> }): Partial<Run> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
const trained = (v: Setting): Run => ({ ...run(v), ...whole(train(v, never, {})) });
const fitted = (v: Setting): Run => ({ ...run(v), ...whole(fit(v) as ReturnType<typeof train>) });

test("the sunspots are as published, and the walk is a walk", () => {
  const data = series.sunspots.data;
  expect(data.length).toBe(309);
  const mean = data.reduce((a, b) => a + b, 0) / 309;
  const sd = Math.sqrt(data.reduce((a, x) => a + (x - mean) ** 2, 0) / 308);
  // pandas: sm.datasets.sunspots.load_pandas().data.SUNACTIVITY.describe()
  expect([mean, sd, Math.max(...data)].map((x) => +x.toFixed(4))).toEqual([
    49.7521, 40.4526, 190.2,
  ]);
  const steps = series.walk.data.slice(1).map((x, t) => x - series.walk.data[t]!);
  const variance = steps.reduce((a, x) => a + x * x, 0) / steps.length;
  expect(variance).toBeGreaterThan(0.8);
  expect(variance).toBeLessThan(1.2);
});

describe("what was recorded", () => {
  test("is what training comes to here: errors, curve and weights, and the structural model's error", async () => {
    const v = { ...settingFor("nile"), seed: SEEDS[0] };
    const r = { ...fitted(v), ...trained(v) };
    const { held, end, structural } = recordings.nile;
    expect(ratioOf(r, v, "s6")).toBeCloseTo(held[0]!, 3);
    expect(ratioOf(r, { ...v, stop: "end" }, "s6")).toBeCloseTo(end[0]!, 3);
    expect(ratioOf(r, v, "structural")).toBeCloseTo(structural, 3);
    expect(figure.laws.same!.holds(r, v)).toBe(true);
    const kept = await fetchKept("nile");
    expect(kept.held).toEqual(Float32Array.from(r.s6!.bestWeights));
    expect(kept.end).toEqual(Float32Array.from(r.s6!.checkpoint.weights));
  });

  test("has wins and losses, and none is left out", () => {
    expect(Object.keys(recordings)).toEqual(seriesIds);
    for (const id of seriesIds) {
      expect(recordings[id].held).toHaveLength(SEEDS.length);
      expect(recordings[id].end).toHaveLength(SEEDS.length);
    }
    const v = settingOf(figure);
    expect(figure.readouts.beatsStructural!.of(run(v), v, 0)).toBe(2);
    expect(figure.readouts.beatsNaive!.of(run(v), v, 0)).toBe(3);
    expect(figure.readouts.beatsAr!.of(run(v), v, 0)).toBe(2);
    expect(figure.readouts.arBeatsNaive!.of(run(v), v, 0)).toBe(5);
    expect(figure.readouts.driversStructural!.of(run(v), v, 0)).toBeCloseTo(0.797, 2); // chapter 30's
  });

  // A reckoner's NumPy (lstsq on 1, z_{t−1} …, the order of the least AIC of 0 … 10 log₁₀ n at the same times) found these.
  test.each([
    ["drivers", 14, 0.9657, 92.2],
    ["air", 16, 0.4223, 100],
    ["co2", 17, 0.3882, 92.7],
    ["pound", 2, 1.214, 97.7],
    ["nile", 11, 0.8341, 95],
    ["sunspots", 8, 0.5147, 90.3],
    ["walk", 2, 1.0201, 95.8],
  ] as const)("of the autoregression is what it comes to: %s", (id, order, error, within) => {
    const v = settingFor(id);
    const r = run(v);
    const of = (name: string) => figure.readouts[name]!.of(r, v, 0);
    expect(of("arOrder")).toBe(order);
    expect(of("arRatio")).toBeCloseTo(error, 4);
    expect(recordings[id].ar).toBe(error);
    expect(of("arCover95")).toBeCloseTo(within, 1);
  });

  test("bears out the chapter: whom S6 beats, and what the autoregression is on the sunspots and the pound", () => {
    for (const id of seriesIds) {
      const { ar, structural, held } = recordings[id];
      const s6 = median(held);
      expect(s6).toBeGreaterThanOrEqual(Math.min(1, ar, structural)); // alone the best on none
      if (s6 < 1) expect(ar).toBeLessThan(s6);
    }
    expect(median(recordings.nile.held)).toBeCloseTo(1.2, 1);
    const spots = settingFor("sunspots");
    const of = (name: string, v = spots) => figure.readouts[name]!.of(run(v), v, 0);
    expect(of("parameters")).toBe(1392);
    expect(of("arRatio", { ...spots, order: 2 })).toBeCloseTo(0.7, 3);
    expect(of("arRatio", { ...spots, order: 9 })).toBeCloseTo(0.491, 3);
    const v = settingFor("pound");
    const r = run(v);
    const { a, c } = regressedOf(r, v)!.model;
    const mean = (y: Float64Array) => y.reduce((sum, x) => sum + x, 0) / y.length;
    expect(c / (1 - a.reduce((sum, x) => sum + x, 0))).toBeCloseTo(1.69, 2);
    expect(mean(r.y.slice(0, r.first + 1))).toBeCloseTo(1.69, 2);
    expect(mean(r.y.slice(r.first + 1))).toBeCloseTo(1.51, 2);
  });

  test("stands only for the setting that it was recorded at", () => {
    const v = settingFor("air");
    expect(recordedFor({ ...v, parts: "level" })).toBe(recordings.air); // S6 knows nothing of the parts
    const others: Partial<Setting>[] = [{ seed: 2 }, { log: false }, { naive: "last" }];
    for (const other of [...others, { train: 50 }, { lr: 0.01 }, { series: own([1, 2, 3]) }])
      expect(recordedFor({ ...v, ...other })).toBeUndefined();
  });
});

test("training is blind to what comes after the first forecast's step", () => {
  const v = { ...settingFor("nile"), steps: 50 };
  const r = run(v);
  const future = own(r.y.map((x, t) => (t > r.first ? 2 * x - 300 : x)));
  const [one, other] = [trained(v), trained({ ...v, series: future })];
  expect(other.s6!.checkpoint).toEqual(one.s6!.checkpoint);
  expect(other.s6!.held).toEqual(one.s6!.held);
});

describe("what is said", () => {
  const said = async (name: string, id: SeriesId) => {
    const v = settingOf(figure, name);
    return figure.describe({ ...fitted(v), kept: await fetchKept(id) }, v, 0);
  };
  test("names the winner, or that nothing was won", async () => {
    expect(await said("drivers", "drivers")).toBe("keptRecorded");
    expect(await said("sunspots", "sunspots")).toBe("arRecorded");
    expect(await said("nile", "nile")).toBe("structuralRecorded");
  });

  test.each([
    ["empty", own([NaN, NaN])],
    ["short", own([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])],
    ["constant", own(Array.from({ length: 60 }, () => 4))],
    ["positive", own(Array.from({ length: 60 }, (_, t) => Math.sin(t)))],
  ] as const)("of a series that is %s, why nothing can be forecast", (status, mine) => {
    const v = { ...settingOf(figure), series: mine };
    expect(figure.describe(run(v), v, 0)).toBe(status);
    for (const task of [
      () => train(v, never, {}).next(),
      () => (fit(v) as ReturnType<typeof train>).next(),
    ])
      expect(task).toThrow(status);
  });

  test("a learning rate that breaks the training is said, and the last good weights stay", () => {
    const v = { ...settingOf(figure), lr: 1, steps: 100 };
    const r = trained(v);
    const { taught, checkpoint } = r.s6!;
    expect(checkpoint.weights.every(Number.isFinite)).toBe(true);
    expect(taught.every(Number.isFinite)).toBe(true);
  });
});

test("the NumPy script computes what S6 says with its weights", async () => {
  const v = { ...settingOf(figure, "air"), stop: "end" } as const;
  const r = { ...run(v), kept: await fetchKept("air") };
  const { stdout, status, stderr } = spawnSync("python3", ["-c", await figure.numpy(v, r)], {
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  const numbers = stdout.match(/-?[\d.]+(?:e[+-]?\d+)?/g)!.map(Number);
  expect(numbers.at(-1)).toBeCloseTo(figure.readouts.s6Error!.of(r, v, 0), 6);
  const middle = figure.readouts.s6Mid!.of(r, v, r.y.length - 1);
  expect(stdout).toContain("ahead 12 95 %:");
  expect(numbers.some((x) => Math.abs(x - middle) < 1e-6 * middle)).toBe(true);
  const told = (words: string) => Number(stdout.split(words)[1]!.match(/[\d.]+/)![0]);
  expect(told("autoregression of order")).toBe(16);
  const { modelAll } = scoreOf(r, v, "ar");
  expect(told("autoregression misses by")).toBeCloseTo(modelAll, 6);
});

test("the autoregression sees nothing of what comes after the first forecast's step, but takes it in when it comes", () => {
  const v = settingFor("sunspots");
  const r = run(v);
  const future = r.y.map((x, t) => (t > r.first ? 2 * x : x));
  const other = run({ ...v, series: own(future) });
  const [one, two] = [regressedOf(r, v)!, regressedOf(other, v)!];
  expect(two.model).toEqual(one.model);
  const upTo = (fans: Fans, t: number) => fans.mean.slice(0, (t + 1) * MOST_AHEAD);
  expect(upTo(two.fans, r.first)).toEqual(upTo(one.fans, r.first));
  expect(upTo(two.fans, r.first + 1)).not.toEqual(upTo(one.fans, r.first + 1));
});

test("with gaps, the NumPy script's autoregression is the figure's", async () => {
  const y = series.nile.data.map((x, t) => (t % 17 === 4 || t === 22 || t === 80 ? NaN : x));
  const v = { ...settingFor("nile"), series: own(y), order: 5 };
  const r = run(v);
  const { stdout, status, stderr } = spawnSync("python3", ["-c", await figure.numpy(v, r)], {
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  expect(Number(stdout.match(/autoregression misses by ([\d.]+)/)![1])).toBeCloseTo(
    scoreOf(r, v, "ar").modelAll,
    6,
  );
});

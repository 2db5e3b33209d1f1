import { spawnSync } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/forecast/figure.ts";
import { run, type Run } from "../../src/figures/forecast/compute.ts";
import { bundled as series } from "../../src/kit/bundled.ts";
import { scoreOf } from "../../src/figures/forecast/score.ts";
import { expected } from "../../src/models/backtest/score.ts";
import { MOST_AHEAD } from "../../src/figures/forecast/setting.ts";
import { run as work } from "../../src/figures/forecast/task.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { own } from "../../src/kit/signal.ts";
import { drive } from "../../src/tasks/drive.ts";
import {
  column,
  fitStructural,
  forecast,
  logLikelihood,
  structural,
} from "../../src/models/kalman.ts";
import { ukDrivers } from "../models/publishedSeries.ts";
import type { Setting } from "../../src/figures/forecast/params.ts";
import { stageOf } from "./portrait.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const base: Setting = settingOf(figure);
const nile = settingOf(figure, "nile");

async function worked(v: Setting): Promise<Run> {
  let product: Partial<Run> = {};
  await drive(work, v, (m) => {
    if (m.kind === "problem") throw new Error(m.phrase);
    if (m.kind === "end") product = m.product;
  });
  return { ...run(v), ...product };
}

test("the bundled series are as published", () => {
  expect([...series.drivers.data]).toEqual([...ukDrivers]);
  const sum = (x: Float64Array) => x.reduce((a, b) => a + b, 0);
  // R: sum(AirPassengers); mean(window(co2, 1978)); lengths.
  expect([sum(series.air.data), series.air.data.length]).toEqual([40_363, 144]);
  expect(sum(series.co2.data) / 240).toBeCloseTo(349.6363, 3);
  expect(series.pound.data.length).toBe(216);
});

describe("the naive forecast", () => {
  const data = [1, 2, 3, 4, NaN, 6, 7, 8];
  const v: Setting = { ...base, series: own(data), parts: "level", log: false, period: 3, h: 4 };
  const ahead = (r: Run, t: number) =>
    [...r.naive.subarray(t * MOST_AHEAD, t * MOST_AHEAD + 4)].map((x) => Math.round(x * 100) / 100);

  test("is the last value that is there", () => {
    const r = run({ ...v, naive: "last" });
    expect(ahead(r, 3)).toEqual([4, 4, 4, 4]);
    expect(ahead(r, 4)).toEqual([4, 4, 4, 4]);
  });

  test("is the last one of the same season that is there", () => {
    const r = run({ ...v, naive: "season" });
    expect(ahead(r, 3)).toEqual([2, 3, 4, 2]);
    expect(ahead(r, 5)).toEqual([4, 2, 6, 4]);
    expect(ahead(r, 0)).toEqual([NaN, NaN, 1, NaN]);
  });
});

test("what chance allows is the binomial's", () => {
  // R: qbinom(c(.025, .975), 100, .95) is 90, 99; qbinom(c(.025, .975), 77, .8) is 54, 68.
  expect(expected(100, 0.95)).toEqual({ low: 0.9, high: 0.99 });
  expect(expected(77, 0.8)).toEqual({ low: 54 / 77, high: 68 / 77 });
  expect(expected(3, 0.95)).toEqual({ low: 2 / 3, high: 1 });
  expect(expected(0, 0.95).low).toBeNaN();
});

describe("the back-test", () => {
  test("learns from what is before the first forecast only, and forecasts as the model does", async () => {
    const r = await worked(base);
    const z = ukDrivers.map(Math.log);
    expect(r.first).toBe(114);
    const fit = fitStructural(z.slice(0, 115), { slope: true, seasonal: { period: 12 } });
    expect(r.fits).toEqual([{ origin: 114, parts: fit.parts, logLikelihood: fit.logLikelihood }]);
    for (const t of [114, 150, 191]) {
      const wanted = forecast(structural(fit.parts), column(z.slice(0, t + 1)), MOST_AHEAD);
      for (let k = 0; k < MOST_AHEAD; k++) {
        expect(r.fans!.mean[t * MOST_AHEAD + k]).toBeCloseTo(wanted.mean.data[k]!, 9);
        expect(r.fans!.sd[t * MOST_AHEAD + k]! ** 2).toBeCloseTo(wanted.cov[k]!.data[0]!, 9);
      }
    }
    // The numbers that the chapter names.
    const score = scoreOf(r, base);
    expect(score.trials[0]).toBe(77);
    expect(score.trials[11]).toBe(66);
    expect(score.modelAll / score.naiveAll).toBeCloseTo(0.797, 2);
    expect(score.within[1][0]).toBeCloseTo(74 / 77, 9);
  });

  test("keeps every law for every series and model", async () => {
    for (const name of ["air", "airPlain", "pound", "poundTrend", "nile"]) {
      const v = settingOf(figure, name);
      const r = await worked(v);
      for (const [law, { holds }] of Object.entries(figure.laws))
        expect(holds(r, v), `${name}: ${law}`).toBe(true);
    }
  });

  test("covers as chapter 30 says in so many words", async () => {
    const covered = async (name: string, readout: "cover80" | "cover95") => {
      const v = settingOf(figure, name);
      return figure.readouts[readout]!.of(await worked(v), v, 0);
    };
    expect(await covered("drivers", "cover80")).toBeCloseTo(88.3, 1);
    expect(await covered("airPlainOrigin", "cover95")).toBeCloseTo(58.6, 1);
  });

  test("says so where the naive forecast wins, and where nobody does", async () => {
    const verdict = async (name: string) => {
      const v = settingOf(figure, name);
      return figure.describe(await worked(v), v, 0);
    };
    expect(await verdict("air")).toBe("wins");
    expect(await verdict("pound")).toBe("even");
    expect(await verdict("poundTrend")).toBe("loses");
  });

  test("fitted anew at every step, ends where a fit from scratch would", async () => {
    const r = await worked({ ...nile, refit: "always" });
    expect(r.fits!.length).toBe(61);
    const last = r.fits!.at(-1)!;
    const scratch = fitStructural(r.z);
    expect(last.origin).toBe(99);
    expect(last.logLikelihood).toBeGreaterThan(scratch.logLikelihood - 1e-4);
    expect(last.logLikelihood).toBeCloseTo(logLikelihood(structural(last.parts), column(r.z)), 9);
  });

  test("takes gaps as missing: nothing is judged there, and forecasts go on", async () => {
    const data = ukDrivers.map((x, t) => (t % 10 === 3 || (t > 150 && t < 160) ? NaN : x));
    const v: Setting = { ...base, series: own(data), parts: "level", naive: "last" };
    const r = await worked(v);
    expect(scoreOf(r, v).trials[0]).toBe(
      data.subarray(r.first + 1).filter((x) => !Number.isNaN(x)).length,
    );
    const sd = (t: number) => r.fans!.sd[t * MOST_AHEAD]!;
    for (let t = 151; t < 160; t++) expect(sd(t)).toBeGreaterThan(sd(t - 1));
    for (const law of Object.values(figure.laws)) expect(law.holds(r, v)).toBe(true);
  });

  test.each([
    ["empty", [NaN, NaN, NaN], {}],
    ["constant", Array.from({ length: 80 }, () => 4), {}],
    ["constant", Array.from({ length: 80 }, (_, t) => (t > 70 ? t : 4)), {}],
    ["short", Array.from({ length: 24 }, (_, t) => t + (t % 3)), {}],
    ["positive", Array.from({ length: 80 }, (_, t) => t - (t % 3)), { log: true }],
  ] as const)("is refused with a sentence: %s", async (phrase, data, set) => {
    const v: Setting = { ...base, log: false, ...set, series: own(data) };
    expect(figure.describe(run(v), v, 0)).toBe(phrase);
    await expect(worked(v)).rejects.toThrow(phrase);
    expect(Object.keys(figure.phrases)).toContain(phrase);
  });
});

const python = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import numpy"]).status === 0,
);
test.skipIf(!python)("the NumPy script fits in: likelihood, forecast and band", async () => {
  for (const name of ["drivers", "poundTrend", "nile"]) {
    const v = settingOf(figure, name);
    const r = await worked(v);
    const { stdout, stderr } = spawnSync(python!, ["-W", "error", "-c", await figure.numpy(v, r)], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const numbers = (line: RegExp) => (line.exec(stdout) ?? []).slice(1).map(Number);
    const [learnt] = r.fits!;
    expect(numbers(/log-likelihood: (.*)/)[0]).toBeCloseTo(learnt!.logLikelihood, 6);
    const t = r.y.length - 1;
    const [low, mid, high] = numbers(new RegExp(`ahead ${v.h} 95 %: (\\S+) (\\S+) (\\S+)`));
    const of = (key: "low" | "mid" | "high") => figure.readouts[key]!.of(r, v, t);
    expect(low! / of("low")).toBeCloseTo(1, 6);
    expect(mid! / of("mid")).toBeCloseTo(1, 6);
    expect(high! / of("high")).toBeCloseTo(1, 6);
  }
});

test("the picture holds no spoilt number once the fit is there, at any step, wide or narrow", async () => {
  for (const name of ["drivers", "pound", "poundTrend", "belt", "nile"]) {
    const v = settingOf(figure, name);
    const result = await worked(v);
    for (const compact of [true, false]) {
      const host = document.body.appendChild(document.createElement("div"));
      const nothing = () => undefined;
      const say = (phrase: keyof typeof figure.phrases) => figure.phrases[phrase];
      const view = figure.view({ host, compact, say, set: nothing, seek: nothing });
      for (const t of [0, 7, 60.5, result.y.length - 1]) {
        view.draw({ result, values: v, t, ghost: undefined });
        expect(host.innerHTML, `${name}, ${t}`).not.toMatch(/NaN|undefined|Infinity/);
      }
      view.destroy();
      host.remove();
    }
  }
});

test("after the law, twelve months are dotted and the seven below the band are ringed, and only once asked for", async () => {
  const marks = async (preset: string) => {
    const values = settingOf(figure, preset);
    const { host, view } = stageOf(figure as never, false);
    view.draw({ result: await worked(values), values, t: 168, ghost: undefined } as never);
    const of = (look: string) => host.querySelector(look)?.getAttribute("d") ?? "";
    const found = [of("path.dots:not(.fine)"), of("path.missed")].map(
      (d) => d.split("M").length - 1,
    );
    view.destroy();
    host.remove();
    return found;
  };
  expect(await marks("judged")).toEqual([12, 7]);
  expect(await marks("belt")).toEqual([0, 0]);
});

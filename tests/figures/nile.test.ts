import { describe, expect, test } from "vitest";
import golden from "../golden/nile.json" with { type: "json" };
import figure from "../../src/figures/nile/figure.ts";
import { climb } from "../../src/figures/nile/climb.ts";
import { nile, PUBLISHED, run, type Pair, type Run } from "../../src/figures/nile/compute.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { own } from "../../src/kit/signal.ts";
import { drive } from "../../src/tasks/drive.ts";
import type { Slices } from "../../src/kit/task.ts";

const base = settingOf(figure);

function pathOf(slices: Slices<Run>): readonly Pair[] {
  const steps = slices as Generator<unknown, Partial<Run>>;
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value.path!;
  }
}

describe("the Nile", () => {
  test("has its maximum where Durbin & Koopman print it, as high as statsmodels finds", () => {
    const { fit } = run(base).hill!;
    expect(Math.abs(fit.irregular - PUBLISHED.noise)).toBeLessThan(1);
    expect(Math.abs(fit.level - PUBLISHED.walk)).toBeLessThan(0.1);
    expect(fit.logLikelihood).toBeCloseTo(golden.loglike, 3);
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(golden.loglike);
  });

  test("is smoothed as statsmodels smooths it", () => {
    const { sigma2_irregular: noise, sigma2_level: walk } = golden;
    const r = run({ ...base, noise, walk });
    expect(r.logLikelihood).toBeCloseTo(golden.loglike, 6);
    golden.smoothed.forEach((x, t) => expect(r.smoothed[t]).toBeCloseTo(x, 5));
  });

  test("keeps its map while the variances move, and draws another when values are lost", () => {
    const { hill } = run(base);
    expect(run({ ...base, noise: 77, walk: 8 }).hill).toBe(hill);
    expect(run({ ...base, lost: true }).hill).not.toBe(hill);
    expect(run({ ...base, lost: true }).y.filter((x) => Number.isNaN(x)).length).toBe(40);
  });
});

describe("the search for the maximum", () => {
  const ends = (v: typeof base) => {
    const path = pathOf(climb(v));
    return { path, r: run({ ...v, ...path.at(-1)! }) };
  };

  test.each([
    [3000, 300],
    [99_999, 99_999],
    [100, 1],
    [100, 99_999],
    [99_999, 1],
  ])("from (%d, %d) begins at the reader's pair and arrives", (noise, walk) => {
    const { path, r } = ends({ ...base, noise, walk });
    expect(path[0]).toEqual({ noise, walk });
    expect(r.hill!.fit.logLikelihood - r.logLikelihood).toBeLessThan(0.01);
    for (const pair of path) {
      expect(figure.params.noise.parse(figure.params.noise.print(pair.noise))).toBe(pair.noise);
      expect(figure.params.walk.parse(figure.params.walk.print(pair.walk))).toBe(pair.walk);
    }
  });

  test("finds its way in a series a million times as large, and in one with gaps", () => {
    const gappy = nile.data.map((x, t) => (t % 5 === 0 ? NaN : x * 1e6));
    const { r } = ends({ ...base, series: own(gappy) });
    expect(r.unit).toBe(1e6);
    expect(r.hill!.fit.logLikelihood - r.logLikelihood).toBeLessThan(0.01);
  });

  test.each([
    ["constant", [5, 5, 5, 5]],
    ["short", [5, NaN, NaN, 7]],
    ["empty", [NaN, NaN, NaN]],
  ])("is refused with a sentence: %s", async (phrase, data) => {
    const series = own(data);
    expect(figure.describe(run({ ...base, series }), base, 0)).toBe(phrase);
    const said: object[] = [];
    await drive(climb, { ...base, series }, (m) => said.push(m));
    expect(said).toEqual([{ kind: "problem", phrase }]);
    expect(figure.phrases).toHaveProperty(phrase);
  });
});

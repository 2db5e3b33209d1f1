import { describe, expect, test } from "vitest";
import { run } from "../../src/figures/playground/compute.ts";
import figure from "../../src/figures/playground/figure.ts";
import { honest } from "../../src/figures/playground/noise.ts";
import type { Setting } from "../../src/figures/playground/params.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { chiSquaredBand } from "../../src/models/kalman.ts";

const read = (set: Partial<Setting>, preset = "kalman") => {
  const v: Setting = { ...settingOf(figure, preset), ...set };
  const r = run(v);
  const of = (name: "missEstimate" | "nis" | "covered") => figure.readouts[name]!.of(r, v, 0);
  return { said: figure.describe(r, v, 0), of, r };
};

test.each([16, 128, 512])("the mean NIS of %d steps lies between the quantiles of χ²", (steps) => {
  const { lower, upper } = chiSquaredBand(1, steps);
  const [low, high] = honest(steps);
  expect(low).toBeCloseTo(lower, 2);
  expect(high).toBeCloseTo(upper, 2);
});

test("the mean NIS is that of the scalar filter written out", () => {
  const { r, of } = read({ estimate: "filter", trustQ: 0.5, trustR: 3 }, "smoother");
  let [m, P, sum] = [0, 0, 0];
  r.noisy!.measured.forEach((z, t) => {
    if (t > 0) P += 0.05 * 0.5;
    const S = P + 3;
    const e = z - m;
    sum += e ** 2 / S;
    m += (P / S) * e;
    P -= P ** 2 / S;
  });
  expect(of("nis")).toBeCloseTo(sum / r.noisy!.measured.length, 10);
});

describe("over 40 lives of the noisy spring", () => {
  const lives = (set: Partial<Setting>) =>
    Array.from({ length: 40 }, (_, k) => read({ ...set, noise: k + 1 }));
  const mean = (all: ReturnType<typeof lives>, name: "nis" | "covered") =>
    all.reduce((s, one) => s + one.of(name), 0) / all.length;
  test("a filter that believes what is true is right about itself", () => {
    const all = lives({});
    expect(mean(all, "nis")).toBeCloseTo(1, 1);
    expect(Math.abs(mean(all, "covered") - 95)).toBeLessThan(3);
    // 19 times in 20, up to three standard deviations of that count
    expect(all.filter(({ said }) => said === "filters").length).toBeGreaterThan(33);
  });
  test("one that believes in a tenth of R is always surprised, one in ten times R never", () => {
    expect(lives({ trustR: 0.1 }).every(({ said }) => said === "surprised")).toBe(true);
    expect(lives({ trustR: 10 }).every(({ said }) => said === "timid")).toBe(true);
  });
  test("wrong beliefs never help on the whole", () => {
    const miss = (set: Partial<Setting>) =>
      lives(set).reduce((s, one) => s + one.of("missEstimate") ** 2, 0);
    const right = miss({});
    for (const wrong of [{ trustQ: 0.01 }, { trustQ: 100 }, { trustR: 0.1 }, { trustR: 10 }])
      expect(miss(wrong)).toBeGreaterThan(right);
  });
});

test("the numbers that the chapter names", () => {
  expect(read({ trustR: 0.1 }).of("nis")).toBeCloseTo(8.6, 1);
  expect(read({ trustQ: 0.01 }).of("covered")).toBeCloseTo(16.4, 1);
  expect(read({ trustQ: 0.01 }).said).toBe("filters");
});

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

describe("with selection", () => {
  const noises = { Q: 0.02, R: 0.3, estimate: "smoother" } as const;
  test.each(["delayed", "immediate"] as const)(
    "a gate that hears nothing (%s) leaves the run, the noise and the estimate of one step",
    (readout) => {
      const shut = read({ ...noises, readout, select: true, gw: 0, gb: -1 }, "spring");
      const dt = Math.log1p(Math.exp(-1));
      const one = read({ ...noises, readout, dt }, "spring");
      for (const name of ["states", "truth", "measured"] as const)
        shut.r.noisy![name].forEach((x, t) => expect(x).toBeCloseTo(one.r.noisy![name][t]!, 9));
      const [a, b] = [shut.r.noisy!.estimate!, one.r.noisy!.estimate!];
      for (const name of ["y", "sd", "filterSd", "states"] as const)
        a[name].forEach((x, t) => expect(x).toBeCloseTo(b[name][t]!, 9));
      expect(a.nis).toBeCloseTo(b.nis, 9);
    },
  );
  test.each(["delayed", "immediate"] as const)(
    "the filter (%s) is the scalar one with the Ā of each step, written out",
    (readout) => {
      const { r } = read({ readout, estimate: "filter" }, "gateOpen");
      const { measured, estimate } = r.noisy!;
      const late = readout === "delayed" ? 0 : 1;
      let [m, P] = [0, late * 0.004];
      measured.forEach((z, t) => {
        if (t > 0) {
          const A = r.moving![t - 1 + late]!.A.data[0]!;
          expect(A).toBeCloseTo(Math.exp(-r.dts[t - 1 + late]!), 12);
          [m, P] = [A * m, A * A * P + 0.004];
        }
        const K = P / (P + 0.25);
        m += K * (z - r.y[t]! - m);
        P *= 1 - K;
        expect(estimate!.y[t]).toBeCloseTo(r.y[t]! + m, 10);
        expect(estimate!.sd[t]).toBeCloseTo(Math.sqrt(P), 10);
      });
    },
  );
  test("one that knows each step's Ā is right about itself, over 40 lives", () => {
    const lives = Array.from({ length: 40 }, (_, k) => read({ noise: k + 1 }, "gateOpen"));
    const mean = (name: "nis" | "covered") => lives.reduce((s, l) => s + l.of(name), 0) / 40;
    expect(mean("nis")).toBeCloseTo(1, 1);
    expect(Math.abs(mean("covered") - 95)).toBeLessThan(3);
    expect(lives.filter(({ said }) => said === "filters").length).toBeGreaterThan(33);
  });
  test("the numbers that the chapter names", () => {
    const { r } = read({}, "gateOpen");
    const { sd } = r.noisy!.estimate!;
    expect([sd[19]!, sd[22]!].map((x) => x.toFixed(2))).toEqual(["0.17", "0.06"]);
    expect(sd[22]).toBeCloseTo(Math.sqrt(0.004), 2);
    const smoothed = read({ estimate: "smoother" }, "gateOpen").r.noisy!.estimate!.sd;
    expect(smoothed[10]! / sd[10]!).toBeLessThan(0.85);
    expect(smoothed[40]! / sd[40]!).toBeLessThan(0.85);
    expect(smoothed[20]! / sd[20]!).toBeGreaterThan(0.99);
  });
});

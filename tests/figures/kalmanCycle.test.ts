import { describe, expect, test } from "vitest";
import { settingOf } from "../../src/kit/derive.ts";
import cycle from "../../src/figures/kalman-cycle/figure.ts";
import { sceneAt } from "../../src/figures/kalman-cycle/belief.ts";
import { run } from "../../src/figures/kalman-cycle/compute.ts";
import { verdict } from "../../src/figures/kalman-cycle/manyRuns.ts";
import { windowOf, reachOf } from "../../src/figures/kalman-cycle/window.ts";
import { filter, nis } from "../../src/models/kalman.ts";
import { modelOf } from "../../src/figures/kalman-cycle/compute.ts";
import type { Setting } from "../../src/figures/kalman-cycle/params.ts";

const of = (set: Partial<Setting> = {}, preset?: string) =>
  run({ ...settingOf(cycle, preset), ...set });

describe("the filter of kalman-cycle", () => {
  test("is the course's filter, half-step by half-step", () => {
    const r = of({ kQ: 3, kR: 0.5 });
    const whole = filter(modelOf(0.95, r.Q, r.R, 4), { rows: r.y.length, cols: 1, data: r.y });
    expect(r.hhat).toEqual(whole.filteredMean.data);
    expect(r.hprior).toEqual(whole.predictedMean.data);
    expect(r.nis).toEqual(nis(whole));
  });

  test("settles at the published numbers of the local level: q = 0.1, r = 1", () => {
    const r = of({ a: 1, Q: 0.1, R: 1, steps: 100 });
    expect(r.steadyP).toBeCloseTo(0.370156, 6);
    expect(r.steadyGain).toBeCloseTo(0.270156, 6);
    expect(r.Pprior.at(-1)).toBeCloseTo(0.370156, 6);
  });

  test("survives that nothing is uncertain", () => {
    for (const set of [
      { Q: 0, R: 0 },
      { Q: 0, R: 0, P0: 0 },
      { R: 0, P0: 0 },
    ]) {
      const r = of(set);
      for (const x of r.hhat) expect(Number.isFinite(x)).toBe(true);
      if (r.Q === 0) expect(verdict(r)).toBe("certain");
    }
  });

  test("moves one measurement and no other", () => {
    const [a, b] = [of(), of({ at: 7, by: 2 })];
    a.y.forEach((y, t) => expect(b.y[t]! - y).toBeCloseTo(t === 7 ? 2 : 0, 12));
  });
});

describe("the test of its innovations", () => {
  test("passes a right filter about 99 times in 100", () => {
    let passed = 0;
    for (let seed = 1; seed <= 200; seed++) if (verdict(of({ seed })) === "consistent") passed++;
    expect(passed).toBeGreaterThanOrEqual(190);
  });

  test("names what is wrong, whatever the seed", () => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(verdict(of({ seed }, "trusting"))).toBe("over");
      expect(verdict(of({ seed }, "sluggish"))).toBe("over");
      expect(verdict(of({ seed }, "timid"))).toBe("under");
    }
  });

  test("tells the sluggish from the jumpy by neighbouring innovations", () => {
    expect(of({}, "sluggish").many.lag).toBeGreaterThan(0.2);
    expect(of({}, "trusting").many.lag).toBeLessThan(-0.2);
  });
});

describe("the moving bell", () => {
  test("is at each half-step what the filter says, and runs on without a jump", () => {
    const r = of();
    const a = 0.95;
    for (let half = 0; half < 2 * r.y.length; half++) {
      const { belief } = sceneAt(r, a, half);
      expect(belief.mean).toBe((half % 2 ? r.hhat : r.hprior)[half >> 1]);
      expect(belief.variance).toBe((half % 2 ? r.P : r.Pprior)[half >> 1]);
      if (half === 0) continue;
      const { belief: before } = sceneAt(r, a, half - 1e-9);
      expect(before.mean).toBeCloseTo(belief.mean, 6);
      expect(before.variance).toBeCloseTo(belief.variance, 6);
    }
  });

  test("never widens on the way to an update, nor leaves the window", () => {
    for (const preset of Object.keys(cycle.presets)) {
      const r = of({}, preset);
      for (let t = 0; t < 2 * r.y.length - 1; t += 0.125) {
        const { belief } = sceneAt(r, 0.95, t);
        const { low, high } = windowOf(r, reachOf(r), belief.mean);
        expect(belief.mean >= low && belief.mean <= high, `${preset} ${t}`).toBe(true);
        if (t % 2 < 1)
          expect(belief.variance).toBeLessThanOrEqual(r.Pprior[Math.floor(t) >> 1]! + 1e-12);
      }
    }
  });
});

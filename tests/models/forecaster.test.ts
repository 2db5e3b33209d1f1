import { describe, expect, test } from "vitest";
import { naiveFans } from "../../src/models/backtest/naive.ts";
import { aimsOf, gaussLoss } from "../../src/models/forecaster/gauss.ts";
import { inputsOf, missesOf } from "../../src/models/forecaster/told.ts";
import {
  fansOf,
  lossesOf,
  newForecaster,
  newForecasterTrainer,
} from "../../src/models/forecaster/trainer.ts";
import { normals } from "../../src/numerics/random.ts";

const noise = normals(7, 60);
const z = noise.map((e, t) => 10 + Math.sin((2 * Math.PI * t) / 6) + 0.3 * e);
z[20] = NaN;
const told = { z, last: 41, cycle: 6, ahead: 3, seed: 5 };

describe("what is read", () => {
  test("by hand: running mean, step, presence, step since a cycle, place", () => {
    const v = Float64Array.of(1, 3, NaN, 5);
    const rows = inputsOf({ z: v, last: 3, cycle: 2 });
    // means 1, 1.16, 1.3072, 1.602624; what is missing is held
    const off = [0, 1.84, 1.6928, 3.397376];
    const step = [0, 2, 0, 2];
    const since = [0, 0, 2, 2];
    const size = (x: number[]) => Math.sqrt(x.reduce((a, b) => a + b * b, 0) / 4);
    for (let t = 0; t < 4; t++) {
      const row = rows.subarray(6 * t, 6 * t + 6);
      expect(row[0]).toBeCloseTo(off[t]! / size(off), 12);
      expect(row[1]).toBeCloseTo(step[t]! / size(step), 12);
      expect(row[2]).toBe(t === 2 ? 0 : 1);
      expect(row[3]).toBeCloseTo(since[t]! / size(since), 12);
      expect(row[4]).toBeCloseTo(t % 2 === 0 ? 1 : -1, 12);
      expect(row[5]).toBeCloseTo(0, 12);
    }
  });

  test("the units are the naive forecast's misses before the first forecast, and of nothing later", () => {
    const naive = naiveFans(z, 1, 2);
    const units = missesOf({ z, last: 10, cycle: 1 }, naive, 2);
    const rms = (k: number) => {
      let sum = 0;
      for (let t = 0; t + k <= 10; t++) sum += (z[t + k]! - z[t]!) ** 2;
      return Math.sqrt(sum / (11 - k));
    };
    expect(units[0]).toBeCloseTo(rms(1), 12);
    expect(units[1]).toBeCloseTo(rms(2), 12);
  });
});

describe("the loss", () => {
  const naive = naiveFans(z, 1, 3);
  const aims = aimsOf(z, naive, Float64Array.of(1, 1, 1));

  test("is that of a normal density, less its constant, over what comes true in a stretch", () => {
    const outputs = Float64Array.from({ length: 60 * 6 }, (_, i) => Math.sin(i));
    let [sum, n] = [0, 0];
    for (let t = 0; t < 60; t++)
      for (let k = 0; k < 3; k++) {
        const [miss, came] = [z[t + k + 1]! - naive[t * 3 + k]!, t + k + 1];
        if (came <= 30 || came > 40 || Number.isNaN(miss)) continue;
        const [mean, sd] = [outputs[t * 6 + k]!, Math.exp(outputs[t * 6 + 3 + k]!)];
        const density = Math.exp(-(((miss - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));
        sum -= Math.log(density);
        n++;
      }
    const loss = gaussLoss(aims, outputs, 60, [30, 40]);
    expect(loss).toBeCloseTo(sum / n - Math.log(2 * Math.PI) / 2, 12);
  });

  test("its slopes are those of differences", () => {
    const outputs = Float64Array.from({ length: 60 * 6 }, (_, i) => Math.cos(3 * i));
    const slopes = new Float64Array(outputs.length);
    gaussLoss(aims, outputs, 60, [-1, 40], slopes);
    for (const i of [0, 4, 61, 100, 119, 200]) {
      const at = (d: number) => {
        const moved = outputs.slice();
        moved[i]! += d;
        return gaussLoss(aims, moved, 60, [-1, 40]);
      };
      expect(slopes[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 7);
    }
  });
});

describe("a forecaster", () => {
  test("untrained is the naive forecast with the spread of its misses", () => {
    const f = newForecaster(told);
    const { mean, sd } = fansOf(f);
    expect(mean).toEqual(naiveFans(z, 6, 3));
    expect(sd[3 * 50 + 1]).toBe(f.units[1]);
    expect(lossesOf(f).held).toBeCloseTo(
      gaussLoss(f.aims, new Float64Array(60 * 6), 42, [f.cut, 41]),
      12,
    );
  });

  test("never reads past what it learns from: what comes later changes no weight", () => {
    const options = { ...told, lr: 0.01, steps: 50 };
    const { cut } = newForecaster(told);
    const after = (series: Float64Array) => {
      const trainer = newForecasterTrainer({ ...options, z: series });
      for (let k = 0; k < 5; k++) trainer.step();
      return trainer.forecaster.stack.store.flat;
    };
    const cutOff = after(z.slice(0, told.last + 1));
    expect(after(z)).toEqual(cutOff);
    expect(after(z.map((x, t) => (t > told.last ? 1e3 : x)))).toEqual(cutOff);
    expect(cut).toBe(33);
  });

  test("learns, and goes on from a checkpoint as if it had never stopped", () => {
    const options = { ...told, lr: 0.01, steps: 40 };
    const whole = newForecasterTrainer(options);
    const before = lossesOf(whole.forecaster).taught;
    for (let k = 0; k < 40; k++) whole.step();
    expect(lossesOf(whole.forecaster).taught).toBeLessThan(before - 0.1);
    const first = newForecasterTrainer(options);
    for (let k = 0; k < 17; k++) first.step();
    const second = newForecasterTrainer(options, first.checkpoint());
    for (let k = 17; k < 40; k++) second.step();
    expect(second.forecaster.stack.store.flat).toEqual(whole.forecaster.stack.store.flat);
  });

  test("its gradient is that of differences, through the whole block", () => {
    const short = { ...told, z: z.slice(10, 32), last: 15 };
    const options = { ...short, lr: 1e-9, steps: 1e6 };
    const trainer = newForecasterTrainer(options);
    const { forecaster } = trainer;
    const flat = forecaster.stack.store.flat as Float64Array;
    // the last layer begins at zero, and nothing behind it would have a slope
    flat.forEach((x, i) => (flat[i] = x + 0.05 * Math.sin(i)));
    const start = flat.slice();
    const norm = trainer.step().norm;
    let sum = 0;
    for (let i = 0; i < flat.length; i++) {
      const at = (d: number) => {
        flat.set(start);
        flat[i]! += d;
        return lossesOf(forecaster).taught;
      };
      sum += ((at(1e-4) - at(-1e-4)) / 2e-4) ** 2;
    }
    expect(norm).toBeCloseTo(Math.sqrt(sum), 5);
  });
});

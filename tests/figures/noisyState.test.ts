import { expect, test } from "vitest";
import { settingOf } from "../../src/kit/derive.ts";
import noisy from "../../src/figures/noisy-state/figure.ts";
import { run, within } from "../../src/figures/noisy-state/compute.ts";
import gainGate from "../../src/figures/gain-gate/figure.ts";
import { errorIn, run as gated } from "../../src/figures/gain-gate/compute.ts";

const values = settingOf(noisy);

test("the paths scatter as P says: sixty of them, over twenty seeds", () => {
  let [inside, all, square] = [0, 0, 0];
  for (let seed = 1; seed <= 20; seed++) {
    const r = run({ ...values, seed });
    const last = r.P.length - 1;
    inside += within(r, 60, last);
    all += 60;
    for (const { h } of r.paths) square += (h[last]! - r.mean[last]!) ** 2 / r.P[last]!;
  }
  expect(inside / all).toBeGreaterThan(0.93);
  expect(inside / all).toBeLessThan(0.975);
  expect(square / all).toBeGreaterThan(0.88);
  expect(square / all).toBeLessThan(1.12);
});

test("a path keeps its noises when other things change", () => {
  const still = { ...values, b: 0 };
  const [a, b] = [run(still), run({ ...still, steps: 64, R: 3, paths: 2 })];
  expect([...b.paths[9]!.h]).toEqual([...a.paths[9]!.h.subarray(0, 64)]);
});

test("the draws told apart are the draws that were made", () => {
  const r = run({ ...values, jolt: 3, slip: -2 });
  const { h, y } = r.paths[0]!;
  h.forEach((x, t) => {
    const before = t > 0 ? h[t - 1]! : 0;
    expect(x).toBeCloseTo(values.a * before + values.b * r.u[t]! + r.v[t]!, 12);
    expect(y[t]).toBeCloseTo(x + r.n[t]!, 12);
  });
});

test("in a stretch one cannot trust, the gate errs less than a fixed gain, on nearly every seed", () => {
  let better = 0;
  for (let seed = 1; seed <= 50; seed++) {
    const r = gated({ ...settingOf(gainGate), seed });
    if (errorIn(r, r.gate.mean) < errorIn(r, r.fixedMean)) better++;
  }
  expect(better).toBeGreaterThan(40);
});

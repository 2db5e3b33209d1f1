import { describe, expect, test } from "vitest";
import response from "../../src/figures/frequency-response/figure.ts";
import playground from "../../src/figures/playground/figure.ts";
import { run } from "../../src/figures/playground/compute.ts";
import { decode } from "../../src/session/address.ts";
import { answerOf, settingOf } from "../../src/kit/derive.ts";
import { everyFigure, lastStep, namedSettings } from "./everyFigure.ts";

/** Whose output the playground gives again, number by number: the others carry what they can. */
const exact = new Set(["scalar-state", "state-plane", "three-views"]);

const carrying = everyFigure.filter(({ figure }) => figure.playground);

test("a response and its kernel are there what they are here", () => {
  for (const [name, values] of namedSettings(response as never)) {
    const v = values as Parameters<typeof response.compute>[0];
    const here = response.compute(v);
    const { values: there } = decode(
      playground.params,
      new URLSearchParams(response.playground!(v)),
      settingOf(playground),
    );
    const r = run(there);
    expect(r.K.length, name).toBe(here.K.length);
    here.K.forEach((k, l) => expect(r.K[l], name).toBeCloseTo(k, 9));
    const peak = here.steppedPeak * v.dt;
    if (r.peak.at > 0) expect(r.peak.at, name).toBeCloseTo(peak, 2);
  }
});

test("five figures at least open in the playground", () =>
  expect(carrying.map(({ folder }) => folder)).toEqual(
    expect.arrayContaining([
      "discretization",
      "noisy-state",
      "scalar-state",
      "state-plane",
      "three-views",
    ]),
  ));

describe.each(carrying.map(({ figure }) => [figure.id, figure] as const))("%s", (id, f) => {
  test("is read there without a complaint, in every preset", () => {
    let carried = 0;
    for (const [name, values] of namedSettings(f)) {
      const texts = f.playground!(values);
      if (!texts) continue;
      carried++;
      const { values: there, notices } = decode(
        playground.params,
        new URLSearchParams(texts),
        settingOf(playground),
      );
      expect(notices, name).toEqual([]);
      const result = run(there);
      expect(result.model, name).toBeDefined();
      if (!exact.has(id)) continue;
      const here = f.compute(values);
      const t = lastStep(f, here, values);
      const wanted = answerOf(f, here, values, t);
      const got = result.y[Math.min(t, result.finite - 1)]!;
      expect(Math.abs(got - wanted) / Math.max(1, Math.abs(wanted)), name).toBeLessThan(1e-9);
    }
    expect(carried).toBeGreaterThan(0);
  });
});

import { expect, test } from "vitest";
import { pointsOf } from "../../src/figures/s4-block/compute.ts";
import figure from "../../src/figures/s4-block/figure.ts";
import type { Setting } from "../../src/figures/s4-block/params.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { shown, stageOf } from "./portrait.ts";

const setting = (set: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...set });

test("between two points whose weights were kept, the caption says of which its kernels are, and tells no push of others", () => {
  const v = setting({ lr: 0.3 });
  const r = figure.compute(v);
  const { ahead, kept, step } = figure.readouts;
  const middle = Math.floor(pointsOf(r) / 2);
  expect(figure.describe(r, v, middle)).toBe("learntUnkept");
  expect(ahead!.of(r, v, middle)).toBeNaN();
  expect(kept!.of(r, v, middle)).toBe(0);
  expect(step!.of(r, v, middle)).toBe(400);
  const end = pointsOf(r) - 1;
  expect(figure.describe(r, v, end)).toBe("learntRecorded");
  expect(kept!.of(r, v, end)).toBe(800);
  expect(ahead!.of(r, v, end)).toBeGreaterThan(1);
  const first = figure.compute(setting());
  expect(kept!.of(first, setting(), 21)).toBe(360);
  expect(figure.describe(first, setting(), 21)).toBe("learntBetween");
  expect(figure.describe(first, setting(), 18)).toBe("learntRecorded");
});

test("its picture says so as well", async () => {
  const { host, view, leave } = stageOf(figure as never, false);
  const words = (t: number) => {
    const values = setting();
    view.draw({ values, result: figure.compute(values), t, ghost: undefined } as never);
    return shown(host).map(({ textContent }) => textContent);
  };
  const later = words(21);
  expect(later).toContain("kernels, step #step".replace("#step", "360"));
  expect(later).not.toContain("now");
  const end = words(40);
  expect(end).toContain("kernels now");
  expect(end).toContain("now");
  await leave();
});

import { describe, expect, test } from "vitest";
import measure from "../../src/figures/measure/figure.ts";
import { recalled } from "../../src/figures/measure/slope.ts";
import rates from "../../src/figures/rates/figure.ts";
import readOff from "../../src/figures/read-off/figure.ts";
import weightRules from "../../src/figures/weight-rules/figure.ts";
import { footOf, momentOf, settingOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { functionsAt } from "../../src/models/measures.ts";
import { stageOf, type AnyMoment } from "./portrait.ts";

const moment = (f: unknown, preset?: string): AnyMoment => ({
  ...momentOf(f as Figure, preset),
  ghost: undefined,
});

describe("read-off", () => {
  const lines = (host: Element) =>
    [...host.querySelectorAll(".read-off-line")].map((line) => line.textContent).join(" | ");

  test("pointing at an entry that has been read shows its integral, until the figure goes on", async () => {
    const { host, view, leave } = stageOf(readOff as never, false);
    const now = moment(readOff, "rows"); // row 1 has been read
    view.draw(now);
    const svg = host.querySelector("svg")!;
    svg.getBoundingClientRect = () => new DOMRect(0, 0, 680, 384);
    const ground = host.querySelector(".choosing")!;
    const point = (n: number, k: number, type = "pointermove", pointerType = "mouse") =>
      ground.dispatchEvent(
        new PointerEvent(type, {
          clientX: 28 + 74 * (k + 0.5),
          clientY: 32 + 74 * (n + 0.5),
          pointerType,
        }),
      );
    expect(lines(host)).toContain("A₁₂ = ");
    point(1, 0);
    expect(lines(host)).toContain("A₁₀ = ∫ (v k₁)′ g₀ ds = −1.732051");
    point(2, 0); // not read yet: its number would be told
    expect(lines(host)).toContain("A₁₂ = ");
    point(1, 0, "pointermove", "touch"); // a finger seeks instead
    expect(lines(host)).toContain("A₁₂ = ");
    point(0, 0);
    expect(lines(host)).toContain("A₀₀ = ");
    point(0, 0, "pointerleave");
    expect(lines(host)).toContain("A₁₂ = ");
    point(1, 1);
    view.draw({ ...now, t: now.t + 1 });
    expect(lines(host)).toContain("A₂₀ = ");
    await leave();
  });
});

test("rates: a question is not answered by the points beyond N", async () => {
  const { host, view, leave } = stageOf(rates as never, false);
  const points = () =>
    Math.max(
      ...[...host.querySelectorAll("path.dots")].map(
        (path) => (path.getAttribute("d") ?? "").split("M").length - 1,
      ),
    );
  const now = moment(rates, "corner");
  view.draw({ ...now, withheld: new Set(["picture"]) });
  const few = points();
  view.draw(now);
  expect([few, points()]).toEqual([16, 64]);
  await leave();
});

describe("measure", () => {
  test("what LagT misses counts all of the past alike, and the foot says so", () => {
    const v = settingOf(measure, "fading");
    const r = measure.compute(v);
    const t = r.u.length - 1;
    const theta = v.theta;
    const c = r.c.subarray(t * v.N, (t + 1) * v.N);
    const back = (s: number) => functionsAt(r.p, s).g.reduce((sum, g, n) => sum + c[n]! * g, 0);
    let [error, size] = [0, 0];
    const ds = 1 / (8 * theta);
    for (let i = 0; i < 60 * 8 * theta; i++) {
      const s = (i + 0.5) * ds;
      const u = r.u[t - Math.floor(s * theta)] ?? 0;
      error += (u - back(s)) ** 2 * ds;
      size += u * u * ds;
    }
    const told = measure.readouts.missedAlike!.of(r, v, t);
    expect(told).toBeCloseTo(100 * Math.sqrt(error / size), 2);
    expect(footOf(measure as never, v)).toContain("missedAlike");
    expect(footOf(measure as never, settingOf(measure, "legt"))).toContain("missed");
    expect(recalled(r, t).from).toBe(0);
  });
});

test("weight-rules tells by the angle what the delta rule leaves, only where it holds", () => {
  const foot = (preset: string, set = {}) =>
    footOf(weightRules as never, { ...settingOf(weightRules, preset), ...set } as never);
  expect(foot("long")).toContain("left");
  expect(foot("long", { beta: 0.5 })).not.toContain("left");
  expect(foot("noisy")).not.toContain("left");
});

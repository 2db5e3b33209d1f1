import { describe, expect, test } from "vitest";
import figure from "../../src/figures/control/figure.ts";
import { run } from "../../src/figures/control/compute.ts";
import { mover } from "../../src/figures/control/movePole.ts";
import { footOf, idleOf, settingOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { lqr } from "../../src/models/control.ts";
import type { Setting } from "../../src/figures/control/params.ts";

const setting = (preset?: string, more: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset),
  ...more,
});
const none = { push: [], poke: [], gust: 0 } as const;

describe("what the presets are for", () => {
  const ends = (preset: string) => run(setting(preset)).fell?.how;

  test("some stay up, some fall, some run out of rail", () => {
    for (const kept of ["balances", "push", "kalman", "raw", "gentle", "firm", "poke", "target"])
      expect(ends(kept), kept).toBeUndefined();
    for (const fallen of ["off", "unstable", "fast"]) expect(ends(fallen), fallen).toBe("pole");
    expect(ends("slow")).toBe("rail");
  });

  test("the filter spares the motor: half the input of noise straight into K, for a quarter of the cost", () => {
    const used = (preset: string) =>
      figure.readouts.effortUsed!.of(run(setting(preset)), setting(preset), 0);
    expect(used("kalman")).toBeLessThan(0.5 * used("raw"));
    expect(run(setting("kalman")).cost).toBeLessThan(0.3 * run(setting("raw")).cost);
  });

  test("gentle uses less force than firm and takes longer", () => {
    const [gentle, firm] = [run(setting("gentle")), run(setting("firm"))];
    const most = (r: typeof gentle) => Math.max(...r.u.map(Math.abs));
    expect(most(gentle)).toBeLessThan(most(firm));
    expect(gentle.settled).toBeGreaterThan(firm.settled);
  });
});

describe("the loop", () => {
  test("from a small lean, the real cart goes where A + B K foretells", () => {
    const r = run(setting(undefined, { ...none, lean: 1 }));
    r.h.forEach((x, i) => expect(Math.abs(x - r.linear[i]!)).toBeLessThan(2e-4));
    expect(Math.max(...r.h.map(Math.abs))).toBeGreaterThan(0.02);
  });

  test("from a large one it does not", () => {
    const r = run(setting(undefined, { ...none, lean: 35 }));
    expect(r.h.some((x, i) => Math.abs(x - r.linear[i]!) > 0.1)).toBe(true);
  });

  test("the LQR cost of the linear loop is h₀ᵀ P h₀, and no other feedback here costs less", () => {
    const v = setting(undefined, { ...none, design: "lqr", lean: 1, span: 20 });
    const best = run(v);
    const n = 4;
    let foretold = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) foretold += best.h[i]! * best.P!.data[i * n + j]! * best.h[j]!;
    expect(Math.abs(best.cost - foretold) / foretold).toBeLessThan(2e-3);
    for (const middle of [0.7, 0.8, 0.85, 0.9]) {
      const other = run({
        ...v,
        design: "poles",
        poles: [
          [middle, 0.1],
          [0.65, 0.15],
        ],
      });
      expect(other.cost).toBeGreaterThan(best.cost);
    }
  });

  test("a push moves what comes after it and nothing before; a later run repeats it exactly", () => {
    const calm = run(setting(undefined, none));
    const pushed = run(setting(undefined, { ...none, push: [{ step: 40, force: 10 }] }));
    expect(pushed.h.subarray(0, 41 * 4)).toEqual(calm.h.subarray(0, 41 * 4));
    expect(pushed.h[41 * 4 + 1]).not.toBe(calm.h[41 * 4 + 1]);
    expect(run(setting(undefined, { ...none, push: [{ step: 40, force: 10 }] }))).toEqual(pushed);
  });

  test("a poke at the tip tips the rod its way; a push at the cart the other way", () => {
    const lean = (more: Partial<Setting>) => {
      const r = run(setting(undefined, { ...none, lean: 0, design: "off", ...more }));
      return r.h[12 * 4 + 2]!;
    };
    expect(lean({ poke: [{ step: 10, force: 1 }] })).toBeGreaterThan(0);
    expect(lean({ push: [{ step: 10, force: 5 }] })).toBeLessThan(0);
  });

  test("without noise and without surprises the filter's estimate is the state", () => {
    const quiet = { ...none, sense: "kalman", noise: 0, lean: 0.5 } as const;
    const r = run(setting(undefined, quiet));
    const late = 4 * 60;
    for (let i = late; i < r.h.length; i++)
      expect(Math.abs(r.h[i]! - r.hhat[i]!)).toBeLessThan(1e-4);
  });

  test("the goal is kept: the cart stands a metre to the right, the tank at its temperature", () => {
    const drive = run(setting("target"));
    expect(drive.h.at(-4)).toBeCloseTo(1, 2);
    const tank = run(setting("heater", { pour: [], minutes: 200 }));
    expect(tank.h.at(-1)).toBeCloseTo(60, 3);
    expect(tank.u.at(-1)).toBeCloseTo(tank.plant.hold, 3);
  });

  test("the steady cost of LQR is a matrix that the design shows", () => {
    const r = run(setting("firm"));
    const R = { rows: 1, cols: 1, data: Float64Array.of(r.r) };
    expect(lqr(r.plant.A, r.plant.B, r.Q, R).K).toEqual(r.K);
  });
});

describe("the tank has its own words", () => {
  const any = figure as unknown as Figure;
  const told = (preset: string) => {
    const v = setting(preset);
    const controls = Object.keys(figure.params).filter((k) => !idleOf(any, v).includes(k));
    return [
      ...controls.map((k) => figure.params[k as keyof Setting].label),
      ...footOf(any, v).map((k) => any.readouts[k]!.label),
    ];
  };

  test("in its controls and its foot nothing of newtons, rods, metres and pairs of poles", () => {
    for (const words of told("heaterKalman"))
      expect(words).not.toMatch(/\bN\b|rod|angle|degrees|\bcm\b|in m\b|in s\b|pairs|cart/);
    for (const words of told("kalman")) expect(words).not.toMatch(/tank|°C|kW|in min/);
  });

  test("in NumPy nothing that is not used", async () => {
    const script = await figure.numpy(setting("heater"), run(setting("heater")));
    expect(script).not.toMatch(/poke|noise|False|\bC\b|parts|math/);
    expect(script.split("\n").length).toBeLessThan(30);
  });
});

describe("a pole in the hand", () => {
  const world = (poles: Setting["poles"], plant: Setting["plant"] = "cart") => {
    let v = setting(undefined, { poles, plant });
    const of = (k: number) =>
      mover(
        k,
        () => v,
        (patch) => (v = { ...v, ...patch }),
      );
    return { of, poles: () => v.poles, pole: () => v.pole };
  };

  test("takes its mirror image along, and leaves the other pair alone", () => {
    const w = world([
      [0.8, 0.1],
      [0.6, 0.2],
    ]);
    const hand = w.of(1);
    hand.begin();
    hand.place(0.7, -0.3, 0.03);
    expect(w.poles()).toEqual([
      [0.7, 0.3],
      [0.6, 0.2],
    ]);
  });

  test("falls onto the axis, and there leaves its fellow where it is", () => {
    const w = world([
      [0.8, 0.1],
      [0.6, 0.2],
    ]);
    const hand = w.of(0);
    hand.begin();
    hand.place(0.8, 0.02, 0.03);
    expect(w.poles()[0]).toEqual([0.8, 0]);
    hand.place(0.9, 0.02, 0.03);
    expect(w.poles()[0]).toEqual([0.85, -0.05]);
    hand.place(0.9, 0.2, 0.03);
    expect(w.poles()[0]).toEqual([0.9, 0.2]);
  });

  test("by keys: down to the axis, apart along it, together again and up", () => {
    const w = world([
      [0.8, 0.01],
      [0.6, 0.2],
    ]);
    const hand = w.of(0);
    hand.nudge(0, -1, 0.01);
    hand.nudge(0, -1, 0.01);
    expect(w.poles()[0]).toEqual([0.8, -0.01]);
    hand.nudge(2, 0, 0.01);
    expect(w.poles()[0]).toEqual([0.81, -0.02]);
    hand.nudge(-9, 0, 0.01);
    expect(w.poles()[0]).toEqual([0.79, 0]);
    hand.nudge(0, 1, 0.01);
    expect(w.poles()[0]).toEqual([0.79, 0.01]);
  });

  test("stays in the address's domain; the tank has one real pole", () => {
    const w = world([
      [0.8, 0.1],
      [0.6, 0.2],
    ]);
    w.of(2).place(99, -99, 0.03);
    expect(w.poles()[1]).toEqual([1.2, 1.2]);
    const tank = world(
      [
        [0.8, 0.1],
        [0.6, 0.2],
      ],
      "heater",
    );
    tank.of(0).place(-0.4, 0.7, 0.03);
    tank.of(0).nudge(1, 0, 0.01);
    expect(tank.pole()).toBe(-0.39);
    expect(tank.poles()[0]).toEqual([0.8, 0.1]);
  });
});

import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/track/figure.ts";
import { run } from "../../src/figures/track/compute.ts";
import { driver, walkOn, type Wish } from "../../src/figures/track/drive.ts";
import { drift, ellipseOf } from "../../src/figures/track/ellipse.ts";
import { GATE, motion } from "../../src/figures/track/walk.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { MIDDLE, MOST_POINTS, ownPath, pointsOf, type Path } from "../../src/figures/track/path.ts";
import { path } from "../../src/figures/track/pathParam.ts";
import { constantVelocity } from "../../src/models/kalman/draw.ts";
import { filter } from "../../src/models/kalman/filter.ts";
import { rts } from "../../src/models/kalman/rts.ts";
import { multiply, transpose } from "../../src/numerics/linalg.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import type { Setting } from "../../src/figures/track/params.ts";

const base = settingOf(figure) as Setting;
const param = path({ label: "x", initial: { kind: "eight" } });

test("q and σ² of the acceleration enter as SCIENCE 2.10 says", () => {
  const { A, Q } = motion(0.3);
  expect([...Q.data.subarray(0, 2), Q.data[5]]).toEqual([0.0225, 0.045, 0.09]);
  expect([...A.data]).toEqual([1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1]);
});

test("the gate is the 99 % point of χ² with two degrees of freedom", () =>
  expect(GATE).toBeCloseTo(-2 * Math.log(0.01), 10));

test("with an even sensor and no gate the run is the textbook's filter and smoother", () => {
  const v: Setting = { ...base, drop: 0.3, smooth: true };
  const r = run(v);
  const R = { rows: 2, cols: 2, data: Float64Array.of(v.r ** 2 + 1e-6, 0, 0, v.r ** 2 + 1e-6) };
  const y = { rows: r.L, cols: 2, data: r.fixes };
  const book = filter({ ...r.model, R }, y);
  r.filtered.filteredMean.data.forEach((x, i) =>
    expect(x).toBeCloseTo(book.filteredMean.data[i]!, 9),
  );
  const back = rts({ ...r.model, R }, y);
  r.smoothed!.mean.data.forEach((x, i) => expect(x).toBeCloseTo(back.mean.data[i]!, 6));
});

describe("what must not crash, does not", () => {
  const corners = ["even", "radar"].flatMap((sensor) =>
    [0, 0.4].flatMap((q) =>
      [0, 2.5].flatMap((r) => [0, 1].map((drop) => ({ sensor, q, r, drop }))),
    ),
  );
  test.each(corners)("$sensor, q = $q, r = $r, drop = $drop", (corner) => {
    for (const gate of [false, true])
      for (const kind of ["line", "zigzag"] as const) {
        const v = { ...base, ...corner, gate, smooth: true, path: { kind } } as Setting;
        const r = run(v);
        for (const x of [...r.filtered.filteredMean.data, ...r.smoothed!.mean.data])
          expect(Number.isFinite(x)).toBe(true);
        for (const law of Object.values(figure.laws)) expect(law.holds(r, v as never)).toBe(true);
      }
  });

  test("a target on the radar itself, and a path of one point", () => {
    const v: Setting = { ...base, sensor: "radar", path: ownPath([14, 0]) };
    expect(run(v).L).toBe(1);
    expect(Number.isFinite(run(v).of.filter.error[0])).toBe(true);
  });

  test("all fixes lost: the filter says so, and only predicts", () => {
    const v: Setting = { ...base, drop: 1, smooth: true };
    const r = run(v);
    expect(figure.describe(r, v as never, r.L - 1)).toBe("nothing");
    expect(r.taken.some(Boolean)).toBe(false);
    expect([...r.filtered.filteredMean.data.subarray(-4)]).toEqual([MIDDLE[0], 0, MIDDLE[1], 0]);
    expect(figure.readouts.fixes!.of(r, v as never, 9)).toBeNaN();
  });
});

test.each(["even", "radar"] as const)(
  "over many seeds the ellipse of an %s sensor holds what it promises",
  (sensor) => {
    // A straight line is what the filter believes in: 1 − e⁻² of the time within two deviations, or a little more often.
    let [inside, far, fixes] = [0, 0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const r = run({ ...base, sensor, path: { kind: "line" }, q: 0.005, seed });
      inside += r.coverage.at(-1)! / 40;
      far += r.distance.filter((d) => d > GATE).length;
      fixes += r.L;
    }
    expect(inside).toBeGreaterThan(0.82);
    expect(inside).toBeLessThan(0.93);
    expect(far / fixes).toBeLessThan(0.02);
  },
);

test("a stiff filter is surprised at corners; a false echo hurts until it is refused", () => {
  const of = (name: string) => run(settingOf(figure, name) as Setting);
  const rms = (name: string) => of(name).of.filter.rms.at(-1)!;
  expect(rms("corners")).toBeGreaterThan(2 * rms("agile"));
  expect(rms("echoes")).toBeGreaterThan(1.5 * rms("gated"));
  const { of: errors } = of("hindsight");
  expect(errors.smoother!.rms.at(-1)).toBeLessThan(errors.filter.rms.at(-1)!);
  expect(errors.filter.rms.at(-1)).toBeLessThan(errors.fixes.rms.at(-1)!);
});

test("between two steps the belief drifts to what is predicted for the next", () => {
  const { filtered, model } = run(base);
  const P = filtered.filteredCov[20]!;
  const ahead = multiply(multiply(model.A, P), transpose(model.A)).data.map(
    (x, i) => x + model.Q.data[i]!,
  );
  const mean = filtered.filteredMean.data.subarray(80, 84);
  const moved = drift(mean, P.data, base.q, 1);
  expect(moved.ellipse.long).toBeCloseTo(ellipseOf(ahead[0]!, ahead[2]!, ahead[10]!).long, 12);
  expect(moved.x).toBeCloseTo(filtered.predictedMean.data[84]!, 12);
  expect(drift(mean, P.data, base.q, 0).x).toBe(mean[0]);
  // Half a step is a step of half the length: the x block alone, for an even sensor is as sharp in y.
  const half = constantVelocity({ dt: 0.5, acceleration: base.q ** 2, noise: 1 });
  const block = fromRows([
    [P.data[0]!, P.data[1]!],
    [P.data[4]!, P.data[5]!],
  ]);
  const grown = multiply(multiply(half.A, block), transpose(half.A)).data[0]! + half.Q.data[0]!;
  expect(drift(mean, P.data, base.q, 0.5).ellipse.long).toBeCloseTo(2 * Math.sqrt(grown), 12);
});

test("the ellipse of a turned covariance", () => {
  const e = ellipseOf(2.5, 1.5, 2.5); // variances 4 and 1 along the diagonals
  expect([e.long, e.short]).toEqual([4, 2]);
  expect(e.angle).toBeCloseTo(Math.PI / 4, 12);
});

describe("an own path", () => {
  const points = fc.array(
    fc.tuple(
      fc.double({ min: -5, max: 33, noNaN: true }),
      fc.double({ min: -5, max: 21, noNaN: true }),
    ),
    { minLength: 1, maxLength: 300 },
  );
  test("lies in the plane, keeps its last points and comes back from its text", () =>
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 1023 }), (list, first) => {
        const own = ownPath(list.flat(), first);
        expect(own.data.length / 2).toBe(Math.min(MOST_POINTS, list.length));
        expect(own.first).toBe((first + Math.max(0, list.length - MOST_POINTS)) % 1024);
        expect(param.parse(param.print(own))).toEqual(own);
        expect(param.print(own).length).toBeLessThan(980);
      }),
    ));

  test.each([
    "own",
    "own~0",
    "own~0~",
    "own~0~AAA",
    "own~0~AAA+",
    "own~1024~AAAA",
    "own~01~AAAA",
    "own~-1~AAAA",
    "own~0~AAAA~",
    "eight~1",
    `own~0~${"AAAA".repeat(241)}`,
  ])("%j is none", (text) => expect(param.parse(text)).toBeUndefined());

  test("that drops its beginning keeps the luck of the steps it still has", () => {
    const all = Float64Array.from({ length: 500 }, (_, i) => 5 + (i % 2) + i / 100);
    const before = run({ ...base, path: ownPath(all.subarray(0, 480)) });
    const after = run({ ...base, path: ownPath(all) });
    expect([...after.fixes.subarray(0, 460)]).toEqual([...before.fixes.subarray(20)]);
  });
});

describe("steering", () => {
  const wish = (o: Partial<Wish>): Wish => ({
    goal: undefined,
    held: new Set(),
    quick: false,
    ...o,
  });

  test("takes over at the playhead and goes on from there", () => {
    const line: Path = { kind: "line" };
    const own = walkOn(line, 30.6, wish({ held: new Set(["ArrowUp"]) }));
    expect(own.data.length / 2).toBe(32);
    expect(own.data.at(-2)).toBeCloseTo(pointsOf(line)[60]!, 2);
    expect(own.data.at(-1)).toBeCloseTo(pointsOf(line)[61]! + 0.25, 2);
  });

  test("the target runs after the pointer, never faster than it can, and stays in the plane", () => {
    let own: Path = ownPath(MIDDLE);
    const to = wish({ goal: [40, 8] });
    for (let k = 0; k < 60; k++) own = walkOn(own, Infinity, to);
    const xy = pointsOf(own);
    for (let i = 2; i < xy.length; i += 2) expect(xy[i]! - xy[i - 2]!).toBeLessThan(0.91);
    expect(xy.at(-2)).toBe(28);
  });

  test("time runs while a key is held and stops with it; a tap is one step", () => {
    const frames: FrameRequestCallback[] = [];
    vi.stubGlobal("requestAnimationFrame", (f: FrameRequestCallback) => frames.push(f));
    let path: Path = ownPath(MIDDLE);
    const drive = driver({ now: () => ({ path, t: Infinity }), take: (next) => (path = next) });
    const pass = (from: number, to: number) => {
      for (let now = from; now <= to; now += 16) frames.splice(0).forEach((f) => f(now));
    };
    const length = () => pointsOf(path).length / 2;
    drive.wish.held.add("ArrowRight");
    drive.go(true);
    expect(length()).toBe(2);
    pass(1000, 2000);
    expect(length()).toBeGreaterThan(18);
    expect(length()).toBeLessThan(24);
    drive.wish.held.clear();
    pass(2016, 2100);
    const stood = length();
    pass(2116, 4000);
    expect(length()).toBe(stood);
    expect(frames).toEqual([]);
    vi.unstubAllGlobals();
  });
});

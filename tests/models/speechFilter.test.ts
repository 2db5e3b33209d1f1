import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filter, type KalmanModel, smooth } from "../../src/models/kalman.ts";
import type { Autoregression } from "../../src/models/speech/ar.ts";
import { filterBlock, startCompanion, trailOf } from "../../src/models/speech/companion.ts";
import { enhance, FRAME, HOP, hopsOf, modelsOf } from "../../src/models/speech/enhance.ts";
import { fitPower, framePower, framing } from "../../src/models/speech/fit.ts";
import { noHindsight, walkBack } from "../../src/models/speech/hindsight.ts";
import { addNoise, snr } from "../../src/models/speech/snr.ts";
import { unit } from "../unit.ts";
import { largestGap, normals, path, speechlike } from "./speechCases.ts";

/** The same model as the general filter takes it. */
function companionModel({ a, q }: Autoregression, R: number): KalmanModel {
  const p = a.length;
  const square = (entry: (i: number, j: number) => number) => ({
    rows: p,
    cols: p,
    data: Float64Array.from({ length: p * p }, (_, i) => entry(Math.floor(i / p), i % p)),
  });
  const row = Float64Array.from({ length: p }, (_, k) => (k === 0 ? 1 : 0));
  return {
    A: square((i, j) => (i === 0 ? a[j]! : Number(i === j + 1))),
    C: { rows: 1, cols: p, data: row },
    Q: square((i, j) => (i + j === 0 ? q : 0)),
    R: { rows: 1, cols: 1, data: Float64Array.of(R) },
    m0: new Float64Array(p),
    // Out of silence: the first sample is all excitation.
    P0: square((i, j) => (i + j === 0 ? q : 0)),
  };
}

describe("the companion filter", () => {
  const L = 160;
  const cases = fc.tuple(
    fc.integer({ min: 1, max: 12 }),
    unit.map((u) => 10 ** (4 * u - 3)),
    fc.integer({ min: 1, max: 999 }),
  );
  /** A stable model of order p fitted to something. */
  const modelOf = (p: number, seed: number) => {
    const f = framing(FRAME, p);
    return fitPower(framePower(path(speechlike, FRAME, seed), 0, f), p, f);
  };

  test("gives what the general filter and smoother give", () =>
    fc.assert(
      fc.property(cases, ([p, R, seed]) => {
        const model = modelOf(p, seed);
        const y = path(speechlike, L, seed + 1).map((x, t) => x + normals(L, seed)[t]! * R ** 0.5);
        const general = companionModel(model, R);
        const column = { rows: L, cols: 1, data: y };
        const forward = filter(general, column);
        const backward = smooth(general, column);

        const out = { s: new Float64Array(L), variance: new Float64Array(L) };
        const trail = trailOf(L, p);
        filterBlock(startCompanion(p), model, R, y, [0, L], out, trail);
        const first = (m: { data: Float64Array }) => y.map((_, t) => m.data[t * p]!);
        const corner = (m: { data: Float64Array }[]) => m.map((P) => P.data[0]!);
        expect(largestGap(out.s, first(forward.filteredMean))).toBeLessThan(1e-9);
        expect(largestGap(out.variance, corner(forward.filteredCov))).toBeLessThan(1e-9);

        walkBack(trail, model, noHindsight(p, true), 0, out);
        expect(largestGap(out.s, first(backward.mean))).toBeLessThan(1e-9);
        expect(largestGap(out.variance, corner(backward.cov))).toBeLessThan(1e-9);
      }),
      { numRuns: 25 },
    ));

  test("without noise it gives back what it is given", () => {
    const y = normals(L, 4);
    const out = { s: new Float64Array(L), variance: new Float64Array(L).fill(1) };
    filterBlock(startCompanion(6), modelOf(6, 1), 0, y, [0, L], out);
    expect(largestGap(out.s, y)).toBeLessThan(1e-15);
    expect(out.variance.every((v) => v === 0)).toBe(true);
  });

  test("a model of silence takes all for noise", () => {
    const out = { s: new Float64Array(L).fill(1) };
    const silent = { a: new Float64Array(3), q: 0 };
    filterBlock(startCompanion(3), silent, 0.5, normals(L, 4), [0, L], out);
    expect(out.s.every((x) => x === 0)).toBe(true);
    filterBlock(startCompanion(3), silent, 0, normals(L, 4), [0, L], out);
    expect(out.s.every((x) => x === 0)).toBe(true);
  });
});

describe("cleaning a series", () => {
  const s = path(speechlike, 20 * HOP + 37, 5);
  const { y, R } = addNoise(s, normals(s.length, 6), 0);
  const base = { y, clean: s, R, p: 6, fitted: "clean", passes: 2, hindsight: true } as const;
  const clean = (change: object, slice?: number) => {
    const out = new Float64Array(s.length);
    const done = [...enhance({ ...base, ...change }, { s: out }, undefined, slice)];
    return { out, done };
  };

  test("is block by block what one long walk with changing models is", () => {
    const models = modelsOf(base);
    const p = base.p;
    const filter = startCompanion(p);
    const whole = new Float64Array(s.length);
    const trails = Array.from({ length: hopsOf(s.length) }, (_, j) => {
      const trail = trailOf(HOP, p);
      const to = Math.min(s.length, (j + 1) * HOP);
      filterBlock(filter, models(j), R, y, [j * HOP, to], { s: whole }, trail);
      return trail;
    });
    expect(largestGap(clean({ hindsight: false }).out, whole)).toBe(0);
    const later = noHindsight(p);
    trails
      .map((trail, j) => ({ trail, j }))
      .toReversed()
      .forEach(({ trail, j }) =>
        walkBack(trail, models(Math.min(j + 1, trails.length - 1)), later, j * HOP, { s: whole }),
      );
    // What lies more than a hop ahead hardly matters.
    expect(largestGap(clean({}).out, whole)).toBeLessThan(2e-2);
    expect(snr(whole, clean({}).out)).toBeGreaterThan(40);
  });

  test("gains most with the true model and hindsight, and something in every way", () => {
    const gain = (change: object) => snr(s, clean(change).out) - snr(s, y);
    const best = gain({});
    expect(best).toBeGreaterThan(5);
    for (const fitted of ["noisy", "reckoned"]) {
      expect(gain({ fitted })).toBeGreaterThan(1);
      expect(gain({ fitted })).toBeLessThan(best);
    }
    expect(gain({ hindsight: false })).toBeLessThan(best);
    expect(gain({ fitted: "noisy" })).toBeLessThan(gain({ fitted: "reckoned" }));
  });

  test("in slices it says how far it is, and gives the same", () => {
    const { out, done } = clean({}, 4);
    expect(done).toEqual([3, 7, 11, 15, 19]);
    expect(out).toEqual(clean({}).out);
    expect(clean({ hindsight: false }, 7).done).toEqual([7, 14, 21]);
  });

  test("needs the clean speech only where it fits to it", () => {
    expect(() => clean({ clean: undefined })).toThrow(/clean/);
    expect(() => clean({ clean: undefined, fitted: "noisy" })).not.toThrow();
  });
});

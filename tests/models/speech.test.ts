import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Autoregression, levinson } from "../../src/models/speech/ar.ts";
import { FRAME } from "../../src/models/speech/enhance.ts";
import {
  correlations,
  fitNoisy,
  fitPower,
  framePower,
  framing,
  modelPower,
  whittle,
} from "../../src/models/speech/fit.ts";
import { addNoise, energy, quietVariance, snr } from "../../src/models/speech/snr.ts";
import { solve } from "../../src/numerics/solve.ts";
import { largestGap, normals, path, speechlike } from "./speechCases.ts";

describe("Levinson's recursion", () => {
  test("solves the Toeplitz equations that a direct solver solves", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 999 }), (p, seed) => {
        const x = normals(200, seed).map((v, t, all) => v + 0.9 * (all[t - 1] ?? 0));
        const r = Float64Array.from({ length: p + 1 }, (_, k) => {
          let sum = 0;
          for (let t = k; t < x.length; t++) sum += x[t]! * x[t - k]!;
          return sum;
        });
        const { a, q } = levinson(r, p);
        const toeplitz = Float64Array.from(
          { length: p * p },
          (_, i) => r[Math.abs(Math.floor(i / p) - (i % p))]!,
        );
        const direct = solve(
          { rows: p, cols: p, data: toeplitz },
          { rows: p, cols: 1, data: r.slice(1) },
        );
        expect(largestGap(a, direct.data)).toBeLessThan(1e-10);
        const left = r[0]! - a.reduce((sum, c, k) => sum + c * r[k + 1]!, 0);
        expect(Math.abs(q - left)).toBeLessThan(1e-9 * r[0]!);
      }),
    ));

  test("finds the coefficients of a long synthetic series", () => {
    const true2 = { a: Float64Array.of(1.5, -0.8), q: 0.3 };
    const x = path(true2, 60_000, 7);
    const f = framing(x.length, 2);
    const { a, q } = fitPower(framePower(x, 0, f), 2, f);
    expect(largestGap(a, true2.a)).toBeLessThan(0.01);
    expect(q).toBeCloseTo(0.3, 1);
  });

  test("silence has a model of zeros, and what is no autocorrelation is refused", () => {
    expect(levinson(new Float64Array(5), 4)).toEqual({ a: new Float64Array(4), q: 0 });
    expect(() => levinson(Float64Array.of(-1, 0), 1)).toThrow(/r\[0\]/);
    expect(() => levinson(Float64Array.of(1, 0), 2)).toThrow(/at least 3/);
  });
});

describe("a frame's spectrum", () => {
  test("is that of white noise at its variance, on average", () => {
    const f = framing(FRAME, 16);
    const x = normals(FRAME * 200, 3);
    let sum = 0;
    for (let j = 0; j < 200; j++) {
      const power = framePower(x, j * FRAME, f);
      sum += power.reduce((a, b) => a + b, 0) / power.length / 200;
    }
    expect(sum).toBeCloseTo(1, 1);
  });

  test("gives the lags of the windowed samples, and a model gives its spectrum back", () => {
    const f = framing(FRAME, 16);
    const x = normals(1000, 5);
    const r = correlations(framePower(x, 100, f), 16, f);
    for (const k of [0, 1, 7, 16]) {
      let sum = 0;
      for (let i = k; i < FRAME; i++)
        sum += x[100 + i]! * f.window[i]! * x[100 + i - k]! * f.window[i - k]!;
      expect(r[k]).toBeCloseTo(sum, 6);
    }
    const phi = modelPower(speechlike, f);
    const mean = phi.reduce((a, b, k) => a + b * (k % (phi.length - 1) === 0 ? 0.5 : 1), 0);
    // The mean power of the model is the variance of its series.
    const x2 = path(speechlike, 400_000, 11);
    expect(mean / (phi.length - 1)).toBeCloseTo(energy(x2) / x2.length, 2);
  });

  test("frames beyond the ends are filled with silence", () => {
    const f = framing(8, 2);
    expect(framePower(Float64Array.of(1), -20, f).every((x) => x === 0)).toBe(true);
    expect(framePower(Float64Array.of(1), -3, f)[0]).toBeCloseTo(f.window[3]! ** 2, 15);
  });
});

describe("fitting through noise", () => {
  const f = framing(FRAME, 8);
  const s = path(speechlike, FRAME, 2);
  const { y, R } = addNoise(s, normals(FRAME, 9), 3);
  const power = framePower(y, 0, f);

  test("no round makes the frame less likely", () => {
    const likely = [0, 1, 2, 3, 5, 8, 13, 21].map((passes) =>
      whittle(fitNoisy(power, R, 8, passes, f), power, R, f),
    );
    for (let i = 1; i < likely.length; i++)
      expect(likely[i]).toBeGreaterThanOrEqual(likely[i - 1]! - 1e-6);
    expect(likely.at(-1)).toBeGreaterThan(likely[0]! + 1);
  });

  test("is nearer to the speech's own spectrum than a fit to the noisy frame", () => {
    const gap = (model: Autoregression) => {
      const [phi, own] = [modelPower(model, f), modelPower(speechlike, f)];
      return phi.reduce((sum, x, k) => sum + Math.log(x / own[k]!) ** 2, 0);
    };
    expect(gap(fitNoisy(power, R, 4, 10, f))).toBeLessThan(gap(fitPower(power, 4, f)) / 2);
  });

  test("without noise it is the plain fit", () =>
    expect(largestGap(fitNoisy(power, 0, 8, 3, f).a, fitPower(power, 8, f).a)).toBeLessThan(1e-6));
});

describe("signal to noise", () => {
  test("is exactly what was asked for", () =>
    fc.assert(
      fc.property(fc.double({ min: -20, max: 60, noNaN: true }), (db) => {
        const s = path(speechlike, 500, 1);
        const { y, R } = addNoise(s, normals(500, 2), db);
        expect(snr(s, y)).toBeCloseTo(db, 8);
        let sum = 0;
        for (let t = 0; t < 500; t++) sum += (y[t]! - s[t]!) ** 2 / 500;
        expect(sum / R).toBeCloseTo(1, 9);
      }),
    ));

  test("silence has none, and a copy has no noise", () => {
    const s = new Float64Array(50);
    expect(addNoise(s, normals(50, 1), 5)).toEqual({ y: s, R: 0 });
    expect(snr(s, s)).toBeNaN();
    expect(snr(normals(9, 1), normals(9, 1))).toBe(Infinity);
    expect(() => addNoise(s, normals(49, 1), 5)).toThrow(/length 50/);
  });

  test("quiet frames tell the noise", () => {
    const noise = normals(384 * 60, 8);
    const loud = noise.map((x, t) => x * 0.1 + (t % 3840 < 3000 ? Math.sin(t / 5) : 0));
    expect(quietVariance(loud, 128) / 0.01).toBeGreaterThan(0.7);
    expect(quietVariance(loud, 128) / 0.01).toBeLessThan(1.1);
    expect(quietVariance(Float64Array.of(2), 384)).toBe(4);
  });
});

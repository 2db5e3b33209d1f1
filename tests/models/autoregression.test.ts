import { describe, expect, test } from "vitest";
import spots from "../../src/kit/data/sunspots.json" with { type: "json" };
import { fitAutoregression, orderByAic } from "../../src/models/autoregression.ts";
import { autoregressiveFans } from "../../src/models/backtest/autoregressive.ts";
import { emptyFans, rollFans } from "../../src/models/backtest/fans.ts";
import { normals } from "../../src/numerics/random.ts";

const all = Float64Array.from(spots);
const learnt = all.slice(0, 185);
const near = (found: ArrayLike<number>, expected: readonly number[], digits = 8) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((x, i) => expect(found[i]).toBeCloseTo(x, digits));
};

describe("an autoregression of the sunspots 1700–1884", () => {
  // numpy.linalg.lstsq on [1, z_{t−1}, …], rows p … 184; q = e·e / (185 − 2p − 1)
  test("has the weights of NumPy's least squares", () => {
    const two = fitAutoregression(learnt, 2);
    near([two.c, ...two.a, two.q], [13.7753998324, 1.36295477921, -0.668657440598, 230.736499393]);
    const nine = fitAutoregression(learnt, 9);
    near([nine.c, nine.q], [8.25224947639, 214.332085367]);
    near(
      nine.a,
      [
        1.28314221688, -0.609499263996, -0.0069173314604, 0.107507317265, -0.138589476971,
        0.0758596709248, -0.0668073684642, 0.0727038140853, 0.105462285458,
      ],
    );
  });

  test("of order eight is the one that Akaike's criterion picks of 0 … 22", () =>
    expect(orderByAic(learnt)).toBe(8));

  test("forecasts as its matrices do, with variances F V Fᵀ + Q", () => {
    for (const [p, ...rows] of [
      [
        2,
        [1, 18.6327152037, 15.1900131466],
        [2, 32.8187023832, 25.6780679235],
        [12, 42.4285646307, 35.2369849232],
      ],
      [
        9,
        [1, 23.4360038835, 14.6400848825],
        [2, 45.2304344641, 23.8163807843],
        [12, 40.6578362602, 31.8460207011],
      ],
    ] as const) {
      const { mean, sd } = autoregressiveFans(fitAutoregression(learnt, p), all, 12);
      for (const [k, m, s] of rows) near([mean[200 * 12 + k - 1]!, sd[200 * 12 + k - 1]!], [m, s]);
      expect(mean[(p - 2) * 12]).toBeNaN();
      expect(mean[(p - 1) * 12]).not.toBeNaN();
    }
  });
});

test("variances are q times the sum of the squares of the impulse response", () => {
  const model = { c: 1, a: Float64Array.of(0.5, 0.2, -0.3), q: 2 };
  const psi = [1];
  for (let k = 1; k < 8; k++)
    psi.push(model.a.reduce((sum, a, j) => sum + a * (psi[k - 1 - j] ?? 0), 0));
  const { sd } = autoregressiveFans(model, normals(1, 20), 8);
  const sums = psi.map((_, k) => 2 * psi.slice(0, k + 1).reduce((sum, x) => sum + x * x, 0));
  near(sd.subarray(19 * 8), sums.map(Math.sqrt), 12);
});

test("over gaps they are the general Kalman filter's", () => {
  const model = { c: 2, a: Float64Array.of(0.9, 0.3, -0.5), q: 0.7 };
  const z = normals(4, 60).map((e, t) => 5 + e + Math.sin(t));
  for (const t of [12, 13, 20, 22, 24, 25, 26, 27, 41, 59]) z[t] = NaN;
  const level = 2 / (1 - 0.7);
  const fill = (...entries: number[]) => ({ rows: 3, cols: 3, data: Float64Array.from(entries) });
  const companion = {
    A: fill(0.9, 0.3, -0.5, 1, 0, 0, 0, 1, 0),
    C: { rows: 1, cols: 3, data: Float64Array.of(1, 0, 0) },
    Q: fill(0.7, 0, 0, 0, 0, 0, 0, 0, 0),
    R: { rows: 1, cols: 1, data: Float64Array.of(1e-12) },
    m0: new Float64Array(3),
    P0: fill(9, 0, 0, 0, 9, 0, 0, 0, 9),
  };
  const expected = emptyFans(60, 5);
  rollFans(
    expected,
    5,
    companion,
    z.map((x) => x - level),
    3,
    59,
  );
  const { mean, sd } = autoregressiveFans(model, z, 5);
  near(
    mean.subarray(15),
    [...expected.mean.subarray(15)].map((x) => x + level),
    6,
  );
  near(sd.subarray(15), [...expected.sd.subarray(15)], 6);
});

describe("what a series allows", () => {
  test("a wave without noise: its two weights, and no order above", () => {
    const wave = Float64Array.from({ length: 80 }, (_, t) => 3 + Math.cos(t));
    const model = fitAutoregression(wave, 6);
    near(model.a, [2 * Math.cos(1), -1]);
    expect(model.q).toBeLessThan(1e-20);
    expect(orderByAic(wave)).toBe(2);
  });

  test("gaps: only whole windows are fitted to, and a lower order where these are too few", () => {
    const gappy = all.slice(0, 60).map((x, t) => (t % 6 === 5 ? NaN : x));
    expect(fitAutoregression(gappy, 4).a).toHaveLength(4);
    expect(fitAutoregression(gappy, 5).a).toHaveLength(4);
    expect(orderByAic(gappy)).toBeLessThanOrEqual(4);
    expect(fitAutoregression(new Float64Array(5).fill(NaN), 3).c).toBeNaN();
  });

  test("white noise is nothing but its level", () => {
    const z = normals(9, 200).map((e) => 7 + e);
    const model = fitAutoregression(z, 0);
    expect(model.c).toBeCloseTo(z.reduce((a, b) => a + b, 0) / 200, 12);
    near(autoregressiveFans(model, z, 2).mean.subarray(8, 10), [model.c, model.c], 12);
    expect(orderByAic(z)).toBeLessThan(3);
  });
});

import { expect, test } from "vitest";
import { constantVelocity, draw } from "../../src/models/kalman/draw.ts";
import { filter } from "../../src/models/kalman/filter.ts";
import { lookBack } from "../../src/models/kalman/lookBack.ts";
import type { KalmanModel } from "../../src/models/kalman/model.ts";
import { smooth } from "../../src/models/kalman/smoother.ts";
import { localLevel } from "../../src/models/kalman/structural.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";

const line = constantVelocity({ dt: 0.5, acceleration: 0.2, noise: 0.7 });
/** Four states, two measurements that share their noise, a transition without symmetry. */
const four: KalmanModel = {
  A: fromRows([
    [1, 0.5, 0.1, 0],
    [0, 0.9, 0, 0.2],
    [-0.1, 0, 1, 0.5],
    [0, 0, -0.3, 0.8],
  ]),
  C: fromRows([
    [1, 0, 0.2, 0],
    [0, 0.3, 1, 0],
  ]),
  Q: fromRows([
    [0.2, 0.05, 0, 0],
    [0.05, 0.1, 0, 0],
    [0, 0, 0.3, 0],
    [0, 0, 0, 0],
  ]),
  R: fromRows([
    [0.5, 0.2],
    [0.2, 0.9],
  ]),
  m0: Float64Array.of(1, 0, -1, 0),
  P0: fromRows([
    [4, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 2, 0],
    [0, 0, 0, 1],
  ]),
};

test.each([
  ["two states, one measurement", line],
  ["four states, two measurements", four],
])("%s: the same as `smooth`, with gaps", (_, model) => {
  const { observations: y } = draw(model, 60, generator(5));
  for (const t of [0, 7, 8, 9, 30, 59]) y.data.fill(NaN, t * y.cols, (t + 1) * y.cols);
  const wanted = smooth(model, y);
  const got = lookBack(model, filter(model, y));
  expect(got.logLikelihood).toBe(wanted.logLikelihood);
  got.mean.data.forEach((x, i) => expect(x).toBeCloseTo(wanted.mean.data[i]!, 10));
  got.cov.forEach(({ data }, t) =>
    data.forEach((x, i) => expect(x, `P of step ${t}`).toBeCloseTo(wanted.cov[t]!.data[i]!, 10)),
  );
});

test("a diffuse start is refused", () => {
  const model = localLevel({ irregular: 1, level: 0.1 });
  const y = { rows: 3, cols: 1, data: Float64Array.of(1, 2, 3) };
  expect(() => lookBack(model, filter(model, y))).toThrow(/proper start/);
});

import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  checkModel,
  column,
  constantVelocity,
  draw,
  em,
  filter,
  fitLocalLevel,
  fitStructural,
  forecast,
  gatedWalk,
  gateDelta,
  gateGain,
  kalmanStep,
  type KalmanModel,
  likelihoodSurface,
  ljungBox,
  localLevel,
  chiSquaredBand,
  nees,
  predict,
  rts,
  smooth,
  startFilter,
  steadyState,
  structural,
  update,
} from "../../src/models/kalman.ts";
import { fromRows, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { randomModel } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const model = constantVelocity({ dt: 1, acceleration: 0.1, noise: 1 });
const y = draw(model, 10, generator(1)).observations;

describe("a bad argument throws at once, by name", () => {
  const bad: [string, Partial<KalmanModel>, RegExp][] = [
    ["A not square", { A: zeros(2, 3) }, /^A must be square, got 2×3/],
    [
      "A not finite",
      { A: { rows: 2, cols: 2, data: Float64Array.of(1, NaN, 0, 1) } },
      /^A.data\[1\]/,
    ],
    ["C of another width", { C: zeros(1, 3) }, /^C must be any×2, got 1×3/],
    ["Q of another size", { Q: zeros(3, 3) }, /^Q must be 2×2, got 3×3/],
    ["Q not symmetric", { Q: fromRows([[1, 0.5], [0, 1]]) }, /^Q must be symmetric/], // prettier-ignore
    ["Q indefinite", { Q: fromRows([[1, 2], [2, 1]]) }, /^Q must be positive semidefinite/], // prettier-ignore
    [
      "R negative",
      { R: fromRows([[-1]]) },
      /^R\[0\]\[0\] must be a variance of at least 0, got -1/,
    ],
    ["m0 of another length", { m0: new Float64Array(3) }, /^m0 must be a Float64Array of length 2/],
    ["m0 infinite", { m0: Float64Array.of(0, Infinity) }, /^m0\[1\] must be a finite number/],
    ["P0 indefinite", { P0: fromRows([[0, 1], [1, 0]]) }, /^P0\[0\]\[1\] must be 0 beside a variance of 0/], // prettier-ignore
    ["diffuse with two measurements", { C: zeros(2, 2), R: fromRows([[1, 0], [0, 1]]), diffuse: zeros(2, 2) }, /^C must be of one row/], // prettier-ignore
  ];
  test.each(bad)("%s", (_, part, message) => {
    const broken = { ...model, ...part };
    for (const use of [filter, smooth, rts, em]) expect(() => use(broken, y)).toThrow(message);
    expect(() => startFilter(broken)).toThrow(message);
    expect(() => checkModel(broken)).toThrow(RangeError);
  });

  test("a series of the wrong width, empty, infinite or with half a row missing", () => {
    expect(() => filter(model, zeros(5, 2))).toThrow(/^y must be a matrix of 1 columns/);
    expect(() => filter(model, { rows: 0, cols: 1, data: new Float64Array(0) })).toThrow(/^y.rows/);
    expect(() => filter(model, { rows: 1, cols: 1, data: Float64Array.of(Infinity) })).toThrow(/^y\[0\]/); // prettier-ignore
    const two = randomModel(2, 2, 2, 1);
    const half: Matrix = { rows: 2, cols: 2, data: Float64Array.of(1, 2, NaN, 3) };
    expect(() => filter(two, half)).toThrow(/^y\[1\] must be all finite or all NaN/);
    expect(() => column(new Float64Array(0))).toThrow(/^y.length/);
  });

  test("a stream fed the wrong things", () => {
    const state = startFilter(model);
    expect(() => update(state, model, new Float64Array(2))).toThrow(/^z, C and R/);
    expect(() => update(state, model, Float64Array.of(Infinity))).toThrow(/^z must be/);
    expect(() => predict(state, randomModel(3, 1, 3, 1))).toThrow(/^A and Q must be 2×2/);
    expect(() => predict(state, model, new Float64Array(1))).toThrow(/^shift/);
    expect(() => kalmanStep(state, { ...model, R: fromRows([[NaN]]) as Matrix }, y.data.subarray(0, 1))).toThrow(RangeError); // prettier-ignore
  });

  test("nothing to divide by: neither state nor measurement uncertain", () => {
    const sure = { ...model, R: zeros(1, 1), P0: zeros(2, 2), Q: zeros(2, 2) };
    expect(() => filter(sure, y)).toThrow(/^C P Cᵀ \+ R must be finite and positive definite/);
    expect(() => steadyState(sure)).toThrow(/^R or C Q Cᵀ \+ R must be positive definite/);
    expect(filter({ ...model, R: zeros(1, 1) }, y).logLikelihood).toBeTypeOf("number");
  });

  test("a state that outgrows Float64 says so, predicted or measured", () => {
    const explosive = { ...model, A: fromRows([[1e200, 0], [0, 1]]) }; // prettier-ignore
    expect(() => filter(explosive, y)).toThrow(/must be/);
    const blind = zeros(10, 1);
    blind.data.fill(NaN);
    expect(() => filter(explosive, blind)).toThrow(/^the state must be within the range/);
  });

  test("a forecast that outgrows Float64 where the state itself does not", () => {
    const A = fromRows([[0, 0], [2e-32, 1e12]]); // prettier-ignore
    const [Q, P0] = [fromRows([[1e300, 0], [0, 0]]), fromRows([[1e300, 0], [0, 1e-12]])]; // prettier-ignore
    const far = { A, C: fromRows([[0, 1e12]]), Q, R: fromRows([[0]]), m0: new Float64Array(2), P0 };
    expect(() => forecast(far, zeros(6, 1), 3)).toThrow(/^the forecast must be within the range/);
  });

  test("the rest", () => {
    const series = Float64Array.of(1, 2, 3, 5);
    expect(() => fitLocalLevel(Float64Array.of(1, 2))).toThrow(/^y must be at least 3 values/);
    expect(() => fitLocalLevel(Float64Array.of(2, NaN, 2, 2))).toThrow(/^y must be a series that varies/);
    expect(() => fitStructural(series, { slope: true })).not.toThrow();
    expect(() => fitStructural(series, { seasonal: { period: 4 } })).toThrow(/^y must be at least 6/);
    expect(() => likelihoodSurface(series, Float64Array.of(0), Float64Array.of(0))).toThrow(/^irregularGrid/);
    expect(() => likelihoodSurface(series, Float64Array.of(-1), Float64Array.of(1))).toThrow(/^irregularGrid\[0\]/);
    expect(() => likelihoodSurface(series.fill(NaN), Float64Array.of(1), Float64Array.of(1))).toThrow(/^y must/);
    expect(() => structural({ irregular: 1, level: -1 })).toThrow(/^level must be a variance/);
    expect(() => structural({ irregular: 1, level: 1, seasonal: { period: 1, variance: 1 } })).toThrow(/^seasonal.period/);
    expect(() => localLevel({ irregular: NaN, level: 1 })).toThrow(/^irregular/);
    expect(() => forecast(model, y, 0)).toThrow(/^steps/);
    expect(() => forecast(model, y, 1, [1.5])).toThrow(/^coverages\[0\]/);
    expect(() => em(model, { rows: 2, cols: 1, data: Float64Array.of(NaN, NaN) })).toThrow(/^y must be a series not wholly missing/);
    expect(() => em(model, y, { iterations: 0 })).toThrow(/^iterations/);
    expect(() => draw(model, 0, generator(1))).toThrow(/^L must be/);
    expect(() => constantVelocity({ dt: 0, acceleration: 1, noise: 1 })).toThrow(/^dt/);
    expect(() => gateDelta(1, 0)).toThrow(/^R must be/);
    expect(() => gateDelta(-1, 1)).toThrow(/^P must be/);
    expect(() => gateGain(-1)).toThrow(/^delta must be/);
    expect(() => gatedWalk(y.data, Float64Array.of(1), { q: 1, m0: 0, P0: 1 })).toThrow(/^R must be/);
    expect(() => chiSquaredBand(0)).toThrow(/^dof/);
    expect(() => ljungBox(y.data, 3, 3)).toThrow(/^lags − fitted/);
    expect(() => ljungBox(new Float64Array(9), 3)).toThrow(/^x must be finite and not constant/);
    expect(() => nees(zeros(1, 2), zeros(1, 2), [zeros(2, 2)])).toThrow(/^cov\[0\] must be finite and positive definite/);
  }); // prettier-ignore
});

test("fuzz: any numbers at all either throw a RangeError or give finite numbers, and never hang", () => {
  const wild = fc.oneof(
    fc.double({ min: -3, max: 3, noNaN: true }),
    fc.constantFrom(0, 1, -1, 1e-300, 1e-12, 1e12, 1e160, -1e300, NaN, Infinity),
  );
  const matrix = (rows: number, cols: number) =>
    fc
      .array(wild, { minLength: rows * cols, maxLength: rows * cols })
      .map((x): Matrix => ({ rows, cols, data: Float64Array.from(x) }));
  const variance = fc.constantFrom(0, 1e-300, 1e-12, 1, 3, 1e12, 1e160, 1e300);
  const diagonal = fc.tuple(variance, variance).map(([a, b]) => {
    return { rows: 2, cols: 2, data: Float64Array.of(a, 0, 0, b) };
  });
  const candidate = fc.record({
    A: matrix(2, 2),
    C: matrix(1, 2),
    Q: fc.oneof(diagonal, matrix(2, 2)),
    R: variance.map((x) => fromRows([[x]])),
    m0: matrix(2, 1).map((m) => m.data),
    P0: diagonal,
  });
  fc.assert(
    fc.property(candidate, matrix(6, 1), fc.boolean(), (m, series, diffuse) => {
      const used: KalmanModel = diffuse ? { ...m, diffuse: m.P0 } : m;
      const uses: (() => unknown)[] = [
        () => filter(used, series),
        () => smooth(used, series),
        () => rts(used, series),
        () => steadyState(used),
        () => em(used, series, { iterations: 3 }),
        () => forecast(used, series, 3),
        () => fitLocalLevel(series.data),
        () => likelihoodSurface(series.data, m.P0.data, m.m0),
      ];
      for (const use of uses) expect(outcome(use)).toMatch(/^finite$| must be /);
    }),
    { numRuns: 400 },
  );
});

/** "finite", the message of a RangeError, or where the result is not finite. */
function outcome(use: () => unknown): string {
  try {
    return firstNaN(use(), new Set(["innovations"])) ?? "finite";
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** The path of the first number in a result that is not finite. */
function firstNaN(value: unknown, except: Set<string>, path = ""): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : path;
  if (value === null || typeof value !== "object") return undefined;
  const entries = ArrayBuffer.isView(value)
    ? [...(value as Float64Array).entries()]
    : Object.entries(value);
  for (const [key, inner] of entries) {
    const found = except.has(String(key)) ? undefined : firstNaN(inner, except, `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

import { describe, expect, test } from "vitest";
import { constantVelocity, kalmanStep, startFilter } from "../../src/models/kalman.ts";
import { add, scale, subtract } from "../../src/numerics/linalg.ts";
import { identity, zeros, type Matrix } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { isSemidefinite, randomCovariance, randomModel } from "./kalmanCases.ts";

const flip = (M: Matrix): Matrix => {
  const T = zeros(M.cols, M.rows);
  for (let i = 0; i < M.rows; i++)
    for (let j = 0; j < M.cols; j++) T.data[j * M.rows + i] = M.data[i * M.cols + j]!;
  return T;
};

describe("Joseph's form", () => {
  test.each([1, 2])(
    "P stays symmetric and positive definite over 10⁵ steps with wild Q and R, p = %i",
    (p) => {
      const random = generator(7 + p);
      const n = 4;
      const wild = (size: number) =>
        scale(
          add(randomCovariance(size, size, random), scale(identity(size), 1e-3)),
          10 ** (12 * random.uniform() - 6),
        );
      const model = randomModel(n, p, n, 11);
      const A = scale(model.A, 1.05 / 0.98); // at times unstable in part
      const Qs = Array.from({ length: 100 }, () => wild(n));
      const Rs = Array.from({ length: 97 }, () => wild(p));
      const state = startFilter(model);
      const z = new Float64Array(p);
      let bad = 0;
      for (let t = 0; t < 1e5; t++) {
        const [Q, R] = [Qs[t % 100]!, Rs[t % 97]!];
        for (let i = 0; i < p; i++) z[i] = random.normal();
        kalmanStep(state, { ...model, A, Q, R }, z);
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) if (state.cov[i * n + j] !== state.cov[j * n + i]) bad++;
        if (!isSemidefinite({ rows: n, cols: n, data: state.cov }, 0)) bad++;
      }
      expect(bad).toBe(0);
      expect(Number.isFinite(state.logLikelihood)).toBe(true);
    },
    60_000,
  );

  test("in Float32 it survives P₀ = 10⁶, R = 10⁻⁴, where the short form (I − K H) P turns indefinite", () => {
    expect(leastEigenvalue("joseph")).toBeGreaterThan(0);
    expect(leastEigenvalue("short")).toBeLessThan(0);
  });
});

/** The least eigenvalue of P met in 20 steps of a constant velocity filter computed in Float32. */
function leastEigenvalue(form: "joseph" | "short"): number {
  const f = Math.fround;
  const round = (M: Matrix): Matrix => ({ ...M, data: M.data.map(f) });
  const times = (A: Matrix, B: Matrix) => {
    const C = zeros(A.rows, B.cols);
    for (let i = 0; i < A.rows; i++)
      for (let j = 0; j < B.cols; j++) {
        let sum = 0;
        for (let k = 0; k < A.cols; k++)
          sum = f(sum + f(A.data[i * A.cols + k]! * B.data[k * B.cols + j]!));
        C.data[i * B.cols + j] = sum;
      }
    return C;
  };
  const model = constantVelocity({ dt: 1, acceleration: 0.25, noise: 1e-4, spread: 1e6 });
  const [A, H, Q, R] = [model.A, model.C, model.Q, model.R].map(round) as [
    Matrix,
    Matrix,
    Matrix,
    Matrix,
  ];
  let P = model.P0;
  let least = Infinity;
  for (let t = 0; t < 20; t++) {
    if (t > 0) P = round(add(times(times(A, P), flip(A)), Q));
    const PH = times(P, flip(H));
    const S = f(times(H, PH).data[0]! + R.data[0]!);
    const K = round({ ...PH, data: PH.data.map((x) => x / S) });
    const L = round(subtract(identity(2), times(K, H)));
    if (form === "short") P = times(L, P);
    else P = round(add(times(times(L, P), flip(L)), times(times(K, R), flip(K))));
    const [a, b, c, d] = P.data as unknown as [number, number, number, number];
    const off = (b + c) / 2;
    least = Math.min(least, (a + d) / 2 - Math.hypot((a - d) / 2, off));
  }
  return least;
}

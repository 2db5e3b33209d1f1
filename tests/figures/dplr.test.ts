import { describe, expect, test } from "vitest";
import { expectClose } from "../near.ts";
import { conditions, kernelAt, LAGS, rowOf, run, share } from "../../src/figures/dplr/compute.ts";
import { astray } from "../../src/figures/dplr/eigen.ts";
import figure from "../../src/figures/dplr/figure.ts";
import { lengths, nearer, operations } from "../../src/figures/dplr/race.ts";
import { waysOf } from "../../src/figures/dplr/task.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { diagonalisation, dplr } from "../../src/numerics/dplr.ts";
import { feedbackCondition, feedbackSpectrum } from "../../src/numerics/feedbackSpectrum.ts";
import { hessenbergQr } from "../../src/numerics/hessenbergQr.ts";
import { legsFeedback } from "../../src/numerics/hippo.ts";
import type { Setting } from "../../src/figures/dplr/params.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const out = (name: keyof typeof figure.readouts, v: Setting) =>
  figure.readouts[name]!.of(run(v), v, 0);

describe("the eigenvalues of A(κ)", () => {
  test("are those of the QR method, where that can be trusted, for every N", () => {
    for (let N = 1; N <= 64; N++)
      for (const kappa of [0, 0.01, 0.5, 0.9, 0.99]) {
        const found = hessenbergQr(legsFeedback(N, kappa).A.data, N);
        const exact = feedbackSpectrum(N, kappa);
        expect(
          astray({ found, exact, condition: 1, unitary: 0, through: exact.re }),
          `N = ${N}, κ = ${kappa}`,
        ).toBeLessThan(1e-10);
      }
  });

  test("their condition is 1 at κ = 0 and tends to the closed form at κ = 1", () => {
    expect(feedbackCondition(feedbackSpectrum(12, 0), 0)).toBe(1);
    expect(feedbackCondition(feedbackSpectrum(12, 1e-6), 1e-6)).toBeCloseTo(1, 5);
    const near = feedbackCondition(feedbackSpectrum(5, 1 - 1e-9), 1 - 1e-9);
    expect(near / diagonalisation(5).condition).toBeCloseTo(1, 5);
  });

  test("it is the condition number that NumPy computes where NumPy can", () => {
    // np.linalg.cond(np.linalg.eig(A)[1]), NumPy 2
    const at = (N: number, kappa: number) => feedbackCondition(feedbackSpectrum(N, kappa), kappa);
    const theirs = [at(8, 0.5), at(16, 0.9), at(16, 0.99), at(32, 0.99), at(64, 0.99)];
    expectClose(
      theirs,
      [2.624197727021, 15.90004095242, 162.3546953045, 170.7685367966, 183.7846916664],
      1e-9,
    );
    expectClose([at(8, 1)], [77032.4184083], 1e-9);
  });

  test("just below κ = 1 the condition hardly grows with N; at κ = 1 it does", () => {
    const at = (N: number) => feedbackCondition(feedbackSpectrum(N, 0.99), 0.99);
    expect([at(16), at(32), at(64)].every((c) => c > 160 && c < 190)).toBe(true);
    expect(conditions[15]).toBeGreaterThan(1e10);
    expect(out("firstLost", setting())).toBe(23);
  });

  test("the kernel over the eigenvectors is right where they are good, and is lost where not", () => {
    for (const kappa of [0, 0.3, 0.9, 0.99])
      expect(out("spoilt", setting({ show: "eigen", N: 24, kappa })), `${kappa}`).toBeLessThan(
        1e-8,
      );
    expect(out("spoilt", setting({ show: "eigen", N: 8 }))).toBeLessThan(1e-6);
    expect(out("spoilt", setting({ show: "eigen", N: 64 }))).toBeGreaterThan(100);
  });
});

describe("the three ways", () => {
  test("agree: Cauchy with dense, the diagonal with a dense one at κ = 0", () => {
    for (const N of [2, 7, 16, 64]) {
      const ways = waysOf(N, 0.01, 3);
      for (const L of [64, 1024]) expect(share(ways.cauchy(L), ways.dense(L))).toBeLessThan(1e-9);
      const K = kernelAt(N, 0, 0.01, rowOf(N, 3));
      expect(share(ways.diagonal(LAGS), K)).toBeLessThan(1e-9);
    }
  });
});

describe("operations", () => {
  test("frequencies near the poles are counted as the sums test them", () => {
    for (const [N, dt] of [
      [4, 0.001],
      [16, 0.01],
      [64, 0.005],
    ] as const) {
      const omega = dplr(N).Lambda.im[0]!;
      for (const L of lengths)
        for (const ratio of [1 / 16, 1 / 4096]) {
          let count = 0;
          for (let j = 0; j <= L / 2; j++) {
            const [kappa, sine] = [Math.cos((Math.PI * j) / L), Math.sin((Math.PI * j) / L)];
            const s2 = kappa ** 2 / 4 + ((2 / dt) * sine) ** 2;
            if ((kappa * omega) ** 2 >= ratio * s2) count++;
          }
          expect(nearer(ratio, dt, omega, L), `${N}, ${dt}, ${L}, ${ratio}`).toBe(count);
        }
    }
  });

  test("the dense and the diagonal way are their loops", () => {
    const [N, L] = [7, 64];
    let [dense, diagonal] = [0, 0];
    for (let l = 0; l < L; l++) {
      for (let n = 0; n < N; n++) dense += 1 + N; // C x, and a row of Ā x
      for (let j = 0; j < Math.ceil(N / 2); j++) diagonal += 4;
    }
    const size = { N, dt: 0.01, fastest: dplr(N).Lambda.im[0]! };
    expect(operations("dense", size, L)).toBe(dense);
    expect(operations("diagonal", size, L)).toBe(diagonal);
  });

  test("at N = 64 and 2¹⁶ lags Cauchy saves more than a factor of ten", () => {
    expect(out("denseOps", setting({ show: "cost", N: 64 }))).toBe(65536 * 64 * 65);
    expect(out("opsRatio", setting({ show: "cost", N: 64 }))).toBeGreaterThan(10);
  });
});

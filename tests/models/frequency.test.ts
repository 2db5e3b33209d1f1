import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  continuousResponse,
  decibels,
  frequencyResponse,
  kernelTransform,
  loudest,
  transfer,
  unwrappedPhase,
} from "../../src/models/frequency.ts";
import { impulseResponse, type StateSpace } from "../../src/models/ssm.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { realFft } from "../../src/numerics/fft.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { numbers } from "../numerics/arbitrary.ts";

interface Case {
  continuous: boolean;
  A: number[][];
  B: number[][];
  C: number[][];
  D: number[][];
  omega: number[];
  re: number[];
  im: number[];
}
const golden = JSON.parse(
  readFileSync(new URL("../golden/frequency.json", import.meta.url), "utf8"),
) as { cases: Case[]; bode: { case: number; decibels: number[]; degrees: number[] } };

const modelOf = ({ A, B, C, D }: Pick<Case, "A" | "B" | "C" | "D">): StateSpace => ({
  A: fromRows(A),
  B: fromRows(B),
  C: fromRows(C),
  D: fromRows(D),
});
const responseOf = (c: Case) =>
  (c.continuous ? continuousResponse : frequencyResponse)(modelOf(c), Float64Array.from(c.omega));

test.each(golden.cases)("equals scipy's freqresp and dfreqresp, case %#", (c) => {
  const H = responseOf(c);
  expectClose(H.re, c.re);
  expectClose(H.im, c.im);
});

test("decibels and phase are those of scipy's bode", () => {
  const { bode, cases } = golden;
  const H = responseOf(cases[bode.case]!);
  expectClose(decibels(H), bode.decibels);
  expectClose(
    unwrappedPhase(H).map((x) => (x * 180) / Math.PI),
    bode.degrees,
  );
});

/** A discrete model of n states that forgets: its kernel is below rounding after 2¹⁰ steps. */
const fading = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => numbers((n + 1) ** 2, (n + 1) ** 2).map((x) => [n, x] as const))
  .map(([n, x]): StateSpace => {
    const size = Math.max(1e-9, ...x.map(Math.abs));
    const at = (i: number, j: number) => x[i * (n + 1) + j]! / size;
    const rows = (from: number, to: number, left: number, right: number, by: number) =>
      fromRows(
        Array.from({ length: to - from }, (_, i) =>
          Array.from({ length: right - left }, (_, j) => at(from + i, left + j) * by),
        ),
      );
    // The sum of a row's magnitudes bounds the spectral radius.
    return {
      A: rows(0, n, 0, n, 0.95 / n),
      B: rows(0, n, n, n + 1, 1),
      C: rows(n, n + 1, 0, n, 1),
      D: rows(n, n + 1, n, n + 1, 1),
    };
  });

test("is the Fourier transform of the kernel, whichever way the state is read", () => {
  fc.assert(
    fc.property(fading, fc.constantFrom("delayed" as const, "immediate" as const), (m, readout) => {
      const K = impulseResponse(m, 1024, readout).outputs.data;
      const found = realFft(K);
      const omega = found.re.map((_, k) => (2 * Math.PI * k) / K.length);
      const H = frequencyResponse(m, omega, readout);
      expectClose(H.re, found.re, 1e-9, 1e-6);
      expectClose(H.im, found.im, 1e-9, 1e-6);
    }),
    { numRuns: 40 },
  );
});

test("a kernel's transform at any ω is its FFT where that has a value; of its first lags alone, that of the rest being 0", () => {
  const K = Float64Array.from({ length: 64 }, (_, l) => Math.cos(l * l));
  const found = realFft(K);
  const omega = found.re.map((_, k) => (2 * Math.PI * k) / 64);
  expectClose(kernelTransform(K, omega).re, found.re);
  expectClose(kernelTransform(K, omega).im, found.im);
  const short = kernelTransform(K, omega, 9);
  expectClose(
    short.im,
    kernelTransform(
      K.map((x, l) => (l < 9 ? x : 0)),
      omega,
    ).im,
  );
});

test("bilinear bends the frequency axis: H_d(e^{iω}) = H_c(i 2/Δ tan(ω/2))", () => {
  const c = golden.cases[4]!;
  const { A, B, C, D } = modelOf(c);
  const dt = 0.37;
  // The bilinear step's state is read in the middle: C and D of the equivalent read-out, after Tustin.
  const { A: Abar, B: Bbar } = discretize(A, B, dt, "bilinear");
  const omega = Float64Array.from([0.1, 0.5, 1, 2, 3]);
  // With x the state of the recurrence, the trapezoid's output is C (h₊ + h)/2 + D u.
  const after = frequencyResponse({ A: Abar, B: Bbar, C, D }, omega, "immediate");
  const before = frequencyResponse({ A: Abar, B: Bbar, C, D }, omega);
  const wanted = continuousResponse(
    { A, B, C, D },
    omega.map((w) => (2 / dt) * Math.tan(w / 2)),
  );
  expectClose(
    after.re.map((x, k) => (x + before.re[k]!) / 2),
    wanted.re,
  );
  expectClose(
    after.im.map((x, k) => (x + before.im[k]!) / 2),
    wanted.im,
  );
});

test("a delay of five steps passes all frequencies, its phase falls by five ω", () => {
  const A = fromRows(
    Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => +(i === j + 1))),
  );
  const B = fromRows([[1], [0], [0], [0], [0]]);
  const C = fromRows([[0, 0, 0, 0, 1]]);
  const omega = Float64Array.from({ length: 60 }, (_, k) => 0.05 * (k + 1));
  const H = frequencyResponse({ A, B, C, D: fromRows([[0]]) }, omega);
  expectClose(decibels(H), new Float64Array(60), 1e-12, 1);
  expectClose(
    unwrappedPhase(H),
    omega.map((w) => -5 * w),
  );
});

test("at a pole it is infinite, and has no phase there", () => {
  const rotation = fromRows([
    [0, -1],
    [1, 0],
  ]);
  const m = { A: rotation, B: fromRows([[1], [0]]), C: fromRows([[1, 0]]), D: fromRows([[0]]) };
  const H = frequencyResponse(m, Float64Array.of(Math.PI / 2 - 0.1, Math.PI / 2, 2));
  expect(H.re[1]).toBe(Infinity);
  expect(Array.from(unwrappedPhase(H), Number.isNaN)).toEqual([false, true, false]);
});

test("the loudest frequency is found between those of the list: √(1 − 2ζ²) of a resonator's own, or at an end", () => {
  const omega = Float64Array.of(0.1, 1, 2, 5, 9);
  const of = (zeta: number) => ({
    A: fromRows([
      [0, 1],
      [-9, -6 * zeta],
    ]),
    B: fromRows([[0], [9]]),
    C: fromRows([[1, 0]]),
    D: fromRows([[0]]),
  });
  const found = (zeta: number) => {
    const at = (w: Float64Array) => continuousResponse(of(zeta), w);
    return loudest(omega, at(omega), at);
  };
  expect(found(0.3)).toBeCloseTo(3 * Math.sqrt(1 - 2 * 0.3 ** 2), 3);
  expect(found(0.9)).toBeCloseTo(0.1, 3);
});

test("zero has no phase and −∞ decibels", () => {
  const H = { re: Float64Array.of(1, 0, -1), im: new Float64Array(3) };
  expect(Array.from(decibels(H))).toEqual([0, -Infinity, 0]);
  expect(unwrappedPhase(H)[1]).toBeNaN();
});

test("says what it cannot take", () => {
  const two = {
    A: fromRows([[1]]),
    B: fromRows([[1, 2]]),
    C: fromRows([[1]]),
    D: fromRows([[0, 0]]),
  };
  expect(() => frequencyResponse(two, Float64Array.of(1))).toThrow("one input and one output");
  const one = { A: fromRows([[1]]), B: fromRows([[1]]), C: fromRows([[1]]), D: fromRows([[0]]) };
  expect(() => transfer(one, { re: Float64Array.of(NaN), im: Float64Array.of(0) })).toThrow("z.re");
});

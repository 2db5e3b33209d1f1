import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ComplexVector, complexZeros } from "../../src/numerics/complex.ts";
import {
  causalConvolve,
  fft,
  inverseFft,
  inverseRealFft,
  realFft,
} from "../../src/numerics/fft.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";
import { numbers, soundOrRefused, wild } from "./arbitrary.ts";

/** By the definition. */
function slow(x: ComplexVector): ComplexVector {
  const n = x.re.length;
  const X = complexZeros(n);
  for (let k = 0; k < n; k++)
    for (let j = 0; j < n; j++) {
      const angle = (-2 * Math.PI * ((j * k) % n)) / n;
      X.re[k]! += x.re[j]! * Math.cos(angle) - x.im[j]! * Math.sin(angle);
      X.im[k]! += x.re[j]! * Math.sin(angle) + x.im[j]! * Math.cos(angle);
    }
  return X;
}

const complex = (max: number) =>
  fc
    .integer({ min: 1, max })
    .chain((n) => fc.tuple(numbers(n, n), numbers(n, n)))
    .map(([re, im]) => ({ re, im }));

const size = (x: Float64Array) => Math.hypot(...x) + 1e-9;

test.each([1, 2, 3, 4, 5, 7, 8, 12, 16, 27, 32, 64, 100, 127, 128, 256, 255, 512])(
  "the transforms of length %i are the sums of the definition, and come back",
  (n) => {
    const random = generator(n);
    const draw = () => Float64Array.from({ length: n }, () => random.normal());
    const x = { re: draw(), im: draw() };
    const X = fft(x);
    const expected = slow(x);
    expectClose(X.re, expected.re, 1e-12);
    expectClose(X.im, expected.im, 1e-12);
    const back = inverseFft(X);
    expectClose(back.re, x.re, 1e-13);
    expectClose(back.im, x.im, 1e-13);
    const half = realFft(x.re);
    const full = slow({ re: x.re, im: new Float64Array(n) });
    expectClose(half.re, full.re.slice(0, half.re.length), 1e-12);
    expectClose(half.im, full.im.slice(0, half.im.length), 1e-12, 1);
    expect(half.re.length).toBe(Math.floor(n / 2) + 1);
    expectClose(inverseRealFft(half, n), x.re, 1e-13);
  },
);

test("long lengths, powers of two and others, come back to rounding", () => {
  const random = generator(5);
  for (const n of [4096, 8192, 16384, 10_007, 50_000]) {
    const x = Float64Array.from({ length: n }, () => random.normal());
    expectClose(inverseRealFft(realFft(x), n), x, 1e-13);
  }
});

test("Parseval: Σ|x|² = Σ|X|²/n", () => {
  fc.assert(
    fc.property(complex(70), (x) => {
      const X = fft(x);
      const energy = Math.hypot(...x.re, ...x.im) ** 2;
      const spectral = Math.hypot(...X.re, ...X.im) ** 2 / x.re.length;
      expect(Math.abs(energy - spectral)).toBeLessThanOrEqual(1e-13 * energy);
    }),
  );
});

test("linear; a shift turns phases; a constant is one line at 0", () => {
  fc.assert(
    fc.property(numbers(2, 40), fc.integer({ min: 0, max: 39 }), (x, by) => {
      const n = x.length;
      const shifted = x.map((_, j) => x[(j + by) % n]!);
      const [X, S] = [realFft(x), realFft(shifted)];
      const sum = realFft(x.map((v, j) => 2 * v - 3 * shifted[j]!));
      for (let k = 0; k < X.re.length; k++) {
        const angle = (2 * Math.PI * ((k * by) % n)) / n;
        const turned = X.re[k]! * Math.cos(angle) - X.im[k]! * Math.sin(angle);
        expect(Math.abs(S.re[k]! - turned) / size(x)).toBeLessThan(1e-12);
        const combined = 2 * X.im[k]! - 3 * S.im[k]!;
        expect(Math.abs(sum.im[k]! - combined) / size(x)).toBeLessThan(1e-11);
      }
    }),
  );
});

test("realFft into arrays of the caller, and again into the same", () => {
  const out = complexZeros(9);
  const x = Float64Array.from({ length: 16 }, (_, i) => Math.sin(i));
  expect(realFft(x, out)).toBe(out);
  realFft(new Float64Array(16).fill(1), out);
  expect([...out.re]).toEqual([16, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...realFft(x, out).re]).toEqual([...realFft(x).re]);
});

interface Kernel {
  u: number[];
  kernel: number[];
  y: number[];
}
const golden = JSON.parse(
  readFileSync(new URL("../golden/s4_kernel.json", import.meta.url), "utf8"),
) as { cases: Kernel[] };

test.each(golden.cases)("causalConvolve equals the reference, case %#", ({ u, kernel, y }) => {
  expectClose(causalConvolve(Float64Array.from(u), Float64Array.from(kernel)), y, 1e-9);
});

test("causalConvolve is Σ_{i ≤ t} kernel_i u_{t−i}: causal, as long as u, no wrapping round", () => {
  fc.assert(
    fc.property(numbers(1, 60), numbers(1, 60), (u, kernel) => {
      const y = causalConvolve(u, kernel);
      expect(y.length).toBe(u.length);
      y.forEach((value, t) => {
        let sum = 0;
        for (let i = 0; i <= t && i < kernel.length; i++) sum += kernel[i]! * u[t - i]!;
        expect(Math.abs(value - sum) / (size(u) * size(kernel))).toBeLessThan(1e-13);
      });
    }),
  );
});

test("wrong arguments are named", () => {
  const none = new Float64Array(0);
  expect(() => fft({ re: none, im: none })).toThrow("the length of x must be a whole number");
  expect(() => fft({ re: new Float64Array(2), im: none })).toThrow(
    "x.im must be of length 2, got length 0",
  );
  expect(() => inverseFft({ re: Float64Array.of(NaN), im: Float64Array.of(0) })).toThrow(
    "X[0] must be a finite complex number",
  );
  expect(() => realFft(none)).toThrow("the length of x must be a whole number of at least 1");
  expect(() => realFft(Float64Array.of(1, Infinity))).toThrow("x[1] must be a finite number");
  expect(() => realFft([1, 2] as unknown as Float64Array)).toThrow("x must be a Float64Array");
  expect(() => realFft(Float64Array.of(1, 2), complexZeros(3))).toThrow(
    "out must be two arrays of length 2, got lengths 3, 3",
  );
  expect(() => inverseRealFft(complexZeros(3), 7)).toThrow("spectrum.re must be of length 4");
  expect(() => inverseRealFft(complexZeros(1), 0)).toThrow(
    "n must be a whole number of at least 1",
  );
  expect(() => causalConvolve(none, Float64Array.of(1))).toThrow("the length of u must be");
  expect(() => causalConvolve(Float64Array.of(1), none)).toThrow("the length of kernel must be");
  expect(() => causalConvolve(Float64Array.of(NaN), Float64Array.of(1))).toThrow("u[0] must be");
});

test("no NaN leaves silently", () => {
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 9 }), fc.integer({ min: -1, max: 9 }), (x, n) => {
      const v = Float64Array.from(x);
      soundOrRefused(() => fft({ re: v, im: v }));
      soundOrRefused(() => inverseFft({ re: v, im: v }));
      soundOrRefused(() => realFft(v));
      soundOrRefused(() => inverseRealFft({ re: v, im: v }, n));
      soundOrRefused(() =>
        causalConvolve(
          v,
          v.map((a) => a / 2),
        ),
      );
    }),
    { numRuns: 1000 },
  );
});

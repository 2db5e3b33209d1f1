import fc from "fast-check";
import { expect, test } from "vitest";
import { generator, xoshiro128 } from "../../src/numerics/random.ts";

test("xoshiro128** 1.1 gives the numbers of the reference C code from the state 1, 2, 3, 4", () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
});

test("a seed gives the same stream for ever", () => {
  const { uniform, normal } = generator(42);
  expect([uniform(), uniform(), normal(), normal()]).toMatchInlineSnapshot(`
    [
      0.4137016681565887,
      0.003983993377814743,
      1.0873020675225118,
      1.3373747636261168,
    ]
  `);
});

test("the state comes from SplitMix64, whose first numbers from the seed 1234567 are published", () => {
  // Vigna's splitmix64.c; the values stand, among others, at Rosetta Code
  const words = [6457827717110365317n, 3203168211198807973n].flatMap((word) => [
    Number(word & 0xffffffffn),
    Number(word >> 32n),
  ]);
  const next = xoshiro128(words as [number, number, number, number]);
  const first = ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  expect(generator(1234567).uniform()).toBe(first);
});

test("streams of neighbouring seeds have nothing in common", () => {
  const n = 20_000;
  for (const seed of [0, 1, -1, 2 ** 40]) {
    const [a, b] = [generator(seed), generator(seed + 1)];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += a.normal() * b.normal();
    expect(Math.abs(sum / Math.sqrt(n))).toBeLessThan(4);
  }
});

test("uniform: in [0, 1), flat over 64 cells, 53 bits, uncorrelated with the one before", () => {
  const { uniform } = generator(7);
  const n = 200_000;
  const cells = new Float64Array(64);
  let lagged = 0;
  let fine = 0;
  for (let i = 0, last = 0.5; i < n; i++) {
    const x = uniform();
    if (!(x >= 0 && x < 1)) throw new Error(`${x} is out of range`);
    cells[Math.floor(x * 64)]!++;
    lagged += (x - 0.5) * (last - 0.5);
    fine += (x * 2 ** 53) % 2;
    last = x;
  }
  // χ² with 63 degrees of freedom: mean 63, standard deviation 11.2
  const chi2 = cells.reduce((sum, count) => sum + (count - n / 64) ** 2 / (n / 64), 0);
  expect(chi2).toBeGreaterThan(63 - 4 * 11.2);
  expect(chi2).toBeLessThan(63 + 4 * 11.2);
  expect(Math.abs(lagged * 12) / Math.sqrt(n)).toBeLessThan(4);
  expect(Math.abs(fine / n - 0.5)).toBeLessThan(4 * (0.5 / Math.sqrt(n)));
});

test("normal: mean 0, variance 1, skewness 0, kurtosis 3, the right tails, pairs uncorrelated", () => {
  const { normal } = generator(11);
  const n = 400_000;
  const sums = [0, 0, 0, 0];
  let tail = 0;
  let pairs = 0;
  for (let i = 0, last = 0; i < n; i++) {
    const x = normal();
    for (let k = 0; k < 4; k++) sums[k]! += x ** (k + 1);
    if (Math.abs(x) > 1.959964) tail++;
    pairs += x * last;
    last = x;
  }
  // Each moment within four standard errors: √(1, 2, 15, 96)
  expect(Math.abs(sums[0]! / Math.sqrt(n))).toBeLessThan(4);
  expect(Math.abs((sums[1]! - n) / Math.sqrt(2 * n))).toBeLessThan(4);
  expect(Math.abs(sums[2]! / Math.sqrt(15 * n))).toBeLessThan(4);
  expect(Math.abs((sums[3]! - 3 * n) / Math.sqrt(96 * n))).toBeLessThan(4);
  expect(Math.abs(tail - 0.05 * n) / Math.sqrt(0.0475 * n)).toBeLessThan(4);
  expect(Math.abs(pairs) / Math.sqrt(n)).toBeLessThan(4);
});

test("any whole number is a seed and nothing else is", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (seed) => generator(seed).uniform() < 1));
  expect(() => generator(0.5)).toThrow("seed must be a whole number, got 0.5");
  expect(() => generator(NaN)).toThrow("seed must be a whole number, got NaN");
  expect(() => generator(2 ** 60)).toThrow("seed must be a whole number");
  expect(() => xoshiro128([0, 0, 0, 0])).toThrow("state must be four words, not all zero");
});

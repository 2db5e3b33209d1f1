import { expect, it } from "vitest";
import { EXP_LIMIT, expParts, expWholes, expWithin } from "../../src/numerics/exp.ts";
import { generator } from "../../src/numerics/random.ts";

const exp = (x: number) => expWithin(x, expWholes, expParts);

/** e^x to some 30 digits: x = k/64 + r exactly in fixed point, by BigInt series and squaring. */
function exact(x: number): { mantissa: bigint; bits: bigint } {
  const bits = 160n;
  const halvings = 12n;
  const fixed = (BigInt(Math.round(x * 2 ** 42)) << (bits - 42n)) >> halvings; // x is a multiple of 2^-42
  let term = 1n << bits;
  let sum = term;
  for (let k = 1n; k < 40n; k++) sum += term = ((term * fixed) >> bits) / k;
  for (let k = 0n; k < halvings; k++) sum = (sum * sum) >> bits;
  return { mantissa: sum, bits };
}

it("expWithin is e^x to 1e-15, against exact arithmetic", () => {
  const { uniform } = generator(7);
  let worst = 0;
  for (let k = 0; k < 4000; k++) {
    const x = Math.round((uniform() * 24 - 20) * 2 ** 42) / 2 ** 42;
    const { mantissa, bits } = exact(x);
    const y = BigInt(Math.round(exp(x) * 2 ** 52 * 2 ** 40)) << (bits - 92n); // exact: y·2^92 is whole
    const error = Number(((y - mantissa) * 10n ** 20n) / mantissa) / 1e20;
    worst = Math.max(worst, Math.abs(error));
  }
  expect(worst).toBeLessThan(1e-15);
  expect(worst).toBeGreaterThan(0);
});

it("expWithin follows Math.exp over its whole range", () => {
  const { uniform } = generator(8);
  for (let k = 0; k < 20000; k++) {
    const x = (2 * uniform() - 1) * EXP_LIMIT;
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
  }
  for (const x of [0, -0, 1 / 1024, -1 / 1024, EXP_LIMIT, -EXP_LIMIT, 5e-324])
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
  expect(exp(0)).toBe(1);
});

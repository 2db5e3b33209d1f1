import fc from "fast-check";
import type { Matrix } from "../../src/numerics/matrix.ts";

/** Finite numbers of ordinary size, zeros and whole numbers among them. */
export const entry = (size = 10): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: -Math.ceil(size), max: Math.ceil(size) }),
    fc.double({ min: -size, max: size, noNaN: true }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x)),
  );

/** A rows × cols matrix of such numbers. */
export const matrix = (rows: number, cols: number, size = 10): fc.Arbitrary<Matrix> =>
  fc
    .array(entry(size), { minLength: rows * cols, maxLength: rows * cols })
    .map((data) => ({ rows, cols, data: Float64Array.from(data) }));

/** A square matrix of 1 to `most` rows. */
export const square = (most: number, size = 10): fc.Arbitrary<Matrix> =>
  fc.integer({ min: 1, max: most }).chain((n) => matrix(n, n, size));

/** A vector of `min` to `max` such numbers. */
export const numbers = (min: number, max: number, size = 10): fc.Arbitrary<Float64Array> =>
  fc.array(entry(size), { minLength: min, maxLength: max }).map((x) => Float64Array.from(x));

/** Any double at all: NaN, infinities, subnormals, the largest. */
export const wild: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, Number.MAX_VALUE, Number.MIN_VALUE, 1e-200),
);

/** A matrix of any shape up to `most` with any doubles in it. */
export const wildMatrix = (most: number): fc.Arbitrary<Matrix> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, cols]) =>
      fc
        .array(wild, { minLength: rows * cols, maxLength: rows * cols })
        .map((data) => ({ rows, cols, data: Float64Array.from(data) })),
    );

/**
 * Runs `work`: what it returns must be finite throughout, and what it throws must be a RangeError with a sentence
 * "… must be …, got …".
 */
export function soundOrRefused(work: () => unknown): void {
  let result: unknown;
  try {
    result = work();
  } catch (error) {
    if (error instanceof RangeError && / must be .+, got /s.test(error.message)) return;
    throw error;
  }
  check(result);
}

function check(value: unknown): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`${value} left silently`);
  if (value instanceof Float64Array) value.forEach(check);
  else if (value !== null && typeof value === "object") Object.values(value).forEach(check);
}

import { expect } from "vitest";

/**
 * Asserts that `actual` equals `expected` to `relative` of the largest expected magnitude (at least
 * `floor`). One scale for the whole array: entries that should be zero carry the rounding of their neighbours.
 */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative = 1e-9,
  floor = 1e-12,
): void {
  expect(actual.length).toBe(expected.length);
  let scale = floor;
  for (let i = 0; i < expected.length; i++) scale = Math.max(scale, Math.abs(expected[i]!));
  let worst = 0;
  let at = -1;
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!) / scale;
    if (!(error <= worst)) [worst, at] = [error, i];
  }
  expect(worst, `entry ${at}: ${actual[at]} instead of ${expected[at]}`).toBeLessThanOrEqual(
    relative,
  );
}

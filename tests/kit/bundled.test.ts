import { expect, test } from "vitest";
import { bundled, dateIn } from "../../src/kit/bundled.ts";

test("a step of a bundled series has its month or its year; a step of another its number", () => {
  expect(dateIn(bundled.co2, 0)).toBe("1978-01");
  expect(dateIn(bundled.co2, 11)).toBe("1978-12");
  expect(dateIn(bundled.co2, 12)).toBe("1979-01");
  expect(dateIn(bundled.nile, 99)).toBe("1970");
  expect(dateIn({ kind: "own", scale: 1, data: Float64Array.of(1, 2) }, 1)).toBe("t = 1");
});

import { expect, test } from "vitest";
import { run } from "../../src/figures/ablations/compute.ts";
import { tables } from "../../src/figures/ablations/data.ts";
import figure from "../../src/figures/ablations/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";

// Mamba v2, tables 7, 10, 8, 9 and 1, typed a second time.
test.each([
  ["parts", [10.93, 10.15, 9.98, 9.81, 8.71]],
  ["states", [9.88, 9.81, 9.73, 8.71]],
  ["start", [9.16, 8.85, 8.71, 8.71]],
  ["rank", [9.12, 8.97, 8.71]],
  ["copying", [18.3, 97, 57, 30.1, 99.7, 56.4, 28.4, 99.8]],
] as const)("%s as printed", (id, printed) => {
  expect(tables[id].rows.map(({ value }) => value)).toEqual(printed);
});

test("more states pay ten times as much with selection: 1.02 against 0.07", () => {
  const [fixed1, fixed16, one, sixteen] = tables.states.rows.map(({ value }) => value);
  expect(fixed1! - fixed16!).toBeCloseTo(0.07, 9);
  expect(one! - sixteen!).toBeCloseTo(1.02, 9);
});

test("a row that a table does not have gives its last", () => {
  const v = { ...settingOf(figure), table: "rank", row: 8 } as const;
  expect(run(v).focus.name).toBe("rank64");
});

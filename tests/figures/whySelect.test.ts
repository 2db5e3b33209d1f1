import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figure from "../../src/figures/why-select/figure.ts";
import { missed, run } from "../../src/figures/why-select/compute.ts";
import {
  allFirst,
  cellsOf,
  choices,
  moved,
  placesOf,
  scattered,
  STEPS,
  takeRow,
  valued,
} from "../../src/figures/why-select/row.ts";
import type { Setting } from "../../src/figures/why-select/params.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { bestKernel, placedAnywhere } from "../../src/models/fixedKernel.ts";
import { expectClose } from "../near.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const row = fc.double({ min: 0, max: 1, noNaN: true }).map((u) => figure.params.row.at(u));

describe("the best kernel for tokens anywhere", () => {
  test("is flat over the lags that occur: L / (K (L − K + 1)), and misses the rest to 1", () => {
    for (const [L, K] of [
      [12, 1],
      [12, 3],
      [16, 3],
      [40, 7],
    ] as const) {
      const weight = L / (K * (L - K + 1));
      const { kernel, errors } = bestKernel(placedAnywhere(K, L));
      expectClose(kernel.subarray(K, L + 1), new Float64Array(L - K + 1).fill(weight), 1e-12);
      expect([...kernel.subarray(0, K), ...kernel.subarray(L + 1)].every((k) => k === 0)).toBe(
        true,
      );
      expectClose(errors, new Float64Array(K).fill(1 - weight), 1e-12);
    }
  });

  test("so of three tokens among twelve 77.5 % is missed, and every answer is the same sum", () => {
    const r = run(setting({ row: "..3...-2..4..", fits: "anywhere" }));
    expect(missed(r.errors.anywhere)).toBeCloseTo(100 * Math.sqrt(0.6), 10);
    expectClose(r.y.subarray(STEPS), [2, 2, 2], 1e-12);
  });
});

test("there are as many rows as choices of the steps", () => {
  expect([1, 2, 3, 4].map((K) => choices(K).length)).toEqual([12, 66, 220, 495]);
});

test("a delay copies what always comes first, and any other row only where it happens to fit", () => {
  const first = run(setting());
  expect([...first.y.subarray(STEPS)]).toEqual([...first.asked]);
  expect([...run(setting({ row: "..3...-2..4.." })).y.subarray(STEPS)]).toEqual([0, 0, 3]);
});

test("the gate copies every row; ajar, it does not", () => {
  fc.assert(
    fc.property(row, (row) => {
      const shut = run(setting({ memory: "gate", row }));
      expectClose(shut.y.subarray(STEPS), shut.asked, 1e-12);
    }),
  );
  const ajar = run(setting({ memory: "gate", row: "..3...-2..4..", blank: 0.1 }));
  expect(missed(ajar.errors.anywhere)).toBeGreaterThan(40);
});

describe("a row", () => {
  test("is read as it is meant", () => {
    const same = { value: "3..-2...4...." };
    for (const typed of ["3..-2...4....", "3  -2   4", "300−20004", "３。。-2···4", "3__–2...4"])
      expect(takeRow(typed), typed).toEqual(same);
    expect(takeRow(`${same.value}......`)).toEqual(same);
  });

  test("that is none is refused with a reason, however long it is", () => {
    for (const typed of ["3..x", "3..-", "1.5.a", "--3", "<b>", "A B C"])
      expect(takeRow(typed), typed).toEqual({ note: "strange" });
    for (const typed of ["", "....", "   ", "0"])
      expect(takeRow(typed), typed).toEqual({ note: "empty" });
    expect(takeRow("12345")).toEqual({ note: "many" });
    expect(takeRow("x".repeat(100_000))).toEqual({ note: "strange" });
    expect(takeRow(`3${".".repeat(100_000)}`)).toEqual({ value: "3...........", note: "long" });
    expect(takeRow("...........12")).toEqual({ value: "...........1", note: "long" });
    for (const note of ["strange", "empty", "many", "long"])
      expect(Object.keys(figure.phrases)).toContain(note);
  });

  test("is scattered to every choice of places in turn", () => {
    for (const start of ["3...........", "3-2..........", "3-24.........", "3-24-7........"]) {
      const row = takeRow(start).value!;
      const K = placesOf(cellsOf(row)).length;
      const seen = new Set<string>();
      let now = row;
      do {
        seen.add(now);
        now = scattered(now);
        expect(cellsOf(now).filter(Boolean)).toEqual(cellsOf(row).filter(Boolean));
      } while (now !== row);
      expect(seen.size).toBe(choices(K).length);
      expect(allFirst(scattered(row))).toBe(row);
    }
  });

  test("a token moves between its neighbours, and its number is never 0", () => {
    expect(moved("3..-2...4....", 1, 5)).toBe("3....-2.4....");
    expect(moved("3..-2...4....", 1, 11)).toBe("3.....-24....");
    expect(moved("3..-2...4....", 0, -5)).toBe("3..-2...4....");
    expect(valued("1..", 0, -1)).toBe("-1..");
    expect(valued("8..", 0, 10)).toBe("9..");
  });
});

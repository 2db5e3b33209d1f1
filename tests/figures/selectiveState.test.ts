import { describe, expect, test } from "vitest";
import figure from "../../src/figures/selective-state/figure.ts";
import { gateGap } from "../../src/figures/selective-state/hand.ts";
import { run } from "../../src/figures/selective-state/compute.ts";
import type { Setting } from "../../src/figures/selective-state/params.ts";
import {
  facts,
  model,
  reading,
  rightOnes,
  saidAt,
} from "../../src/figures/selective-state/reading.ts";
import { setAt, type Sets, withSet } from "../../src/figures/selective-state/sets.ts";
import { heldOut, TASK } from "../../src/figures/selective-state/trained.ts";
import {
  idsOf,
  isBlank,
  takeRow,
  takeText,
  tokensOf,
} from "../../src/figures/selective-state/words.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { fillBatch, newBatch } from "../../src/models/train/copying.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const hand = (more: Partial<Setting> = {}) => run(setting(more)).hand!;
const last = <T>(list: readonly T[]): T => list.at(-1)!;
const delta = (step: number, value: number): Sets => [{ which: "d", step, value }];

describe("a state by rule and hand", () => {
  test("holds over blanks and is rewritten by letters", () => {
    const { tokens, held } = hand();
    expect(tokens.join("")).toBe("A..B...C..");
    const g = 1 - Math.exp(-2);
    expectClose([held[7]!.data[7]!, held[7]!.data[3]!], [g, g * Math.exp(-0.02 * 3 - 2)], 1e-12);
  });

  test("a small Δ passes over the token, a large one wipes what was there", () => {
    const shares = (sets: Sets) => last(hand({ sets }).held).data;
    const [held, wiped] = [shares(delta(7, 0.001)), shares(delta(5, 8))];
    expect(held[3]!).toBeGreaterThan(0.75);
    expect(held[7]!).toBeLessThan(0.002);
    const before = hand({ sets: delta(5, 8) }).held[4]!.data[3]!;
    expect(hand({ sets: delta(5, 8) }).held[5]!.data[3]!).toBeCloseTo(before * Math.exp(-8), 12);
    expect(wiped[7]!).toBeGreaterThan(0.8);
  });

  test("Theorem 1 to rounding under exact ZOH; under Mamba's rule off by what Δ is above the gate, and more", () => {
    expect(gateGap(hand())).toBeLessThan(1e-15);
    expect(gateGap(hand({ rule: "simplified" }))).toBeCloseTo(2 - (1 - Math.exp(-2)), 2);
  });

  test("B = 0 wipes without writing, C = 0 keeps without reading", () => {
    const sets: Sets = [
      { which: "b", step: 7, value: 0 },
      { which: "c", step: 9, value: 0 },
    ];
    const { held, read } = hand({ parts: "all", sets });
    expect(held[7]!.data[7]).toBe(0);
    expect(held[7]!.data[3]!).toBeLessThan(0.12);
    expect([...read.data.subarray(90)]).toEqual(Array(10).fill(0));
    expect(held[9]!.data[3]!).toBeGreaterThan(0.1);
  });
});

describe("the trained S6", () => {
  test("answers right on rows it was not trained on, as the record says", () => {
    expect(facts.parameters).toBe(2920);
    expect(facts.right).toBeGreaterThan(0.999);
    expect(heldOut(model(facts.weights), 300, 2)).toBeGreaterThan(0.995);
  });

  /** Rows as it was trained on, written with dots. */
  const rows = (count: number) => {
    const batch = newBatch(TASK, count);
    fillBatch(batch, TASK, generator(77));
    return batch.inputs.map((input) =>
      Array.from(input.subarray(0, TASK.L), (id) => id || ".").join(""),
    );
  };

  test("hears a token three steps later and at no other step: where Δ = 0 changes an answer, a token stood three before", () => {
    let changing = 0;
    for (const row of rows(200)) {
      const { matters, ids } = reading({ row, sets: [], channel: 1 });
      matters.forEach((n, t) => {
        if (n === 0) return;
        changing++;
        expect(ids[t - 3], `${row}, step ${t}`).toBeGreaterThan(0);
      });
    }
    expect(changing).toBe(537); // of 600 tokens
  });

  test("is deaf to a token whose step has Δ = 0, and not bothered where Δ is 0 at the token itself", () => {
    const answers = (sets: Sets) => {
      const r = reading({ row: "..3....7..1.....", sets, channel: 25 });
      return [0, 1, 2].map((i) => saidAt(r, i).token);
    };
    expect(answers([])).toEqual([3, 7, 1]);
    expect(answers(delta(2, 0.001))).toEqual([3, 7, 1]);
    expect(answers(delta(5, 0.001))[0]).not.toBe(3);
    expect(
      rightOnes(reading({ row: "..3....7..1.....", sets: delta(13, 8), channel: 25 })),
    ).toBeLessThan(3);
  });
});

describe("tokens", () => {
  test("are words, Chinese characters, or signs", () => {
    expect(tokensOf("The cat, sat.")).toEqual(["The", "cat", ",", "sat", "."]);
    expect(tokensOf("A..B")).toEqual(["A", ".", ".", "B"]);
    expect(tokensOf("今天Mamba很快")).toEqual(["今", "天", "Mamba", "很", "快"]);
    expect(tokensOf("don't e\u0301te\u0301 😀")).toEqual(["don't", "été", "😀"]);
    expect(["the", "The", ".", "的", "—"].every(isBlank)).toBe(true);
    expect(["A", "cat", "7", "天"].some(isBlank)).toBe(false);
  });

  test("survive as a text, whatever was typed", () => {
    for (const typed of [
      "a b c",
      "to be",
      "3 5 点",
      "今 天",
      "x  ,y",
      "A..B",
      "a\u0000b",
      "<b>x</b>",
      "ﬀ ß İ",
    ]) {
      const { value } = takeText(typed);
      expect(takeText(value!), typed).toEqual({ value });
    }
  });

  test("that are none, or too many, are told of at once", () => {
    for (const typed of ["", "   ", "\u200b\u0007"])
      expect(takeText(typed)).toEqual({ note: "empty" });
    expect(takeText("word ".repeat(20_000)).note).toBe("long");
    expect(tokensOf(takeText("x".repeat(100_000)).value!).length).toBe(12);
    for (const note of ["empty", "long", "unknown", "silent", "longRow", "notThree"])
      expect(Object.keys(figure.phrases)).toContain(note);
  });

  test("of the trained model are 1 to 8", () => {
    expect(takeRow("3..7 １")).toEqual({ value: "3..7.1.........." });
    expect(takeRow("39").note).toBe("unknown");
    expect(takeRow("x".repeat(100_000))).toEqual({ note: "unknown" });
    expect(takeRow("....")).toEqual({ note: "silent" });
    expect(takeRow("12")).toEqual({ value: "12..............", note: "notThree" });
    expect(takeRow(`123${".".repeat(13)}4`).note).toBe("longRow");
    expect(idsOf("3.")).toEqual([3, 0]);
  });
});

test("what is set by hand keeps to its ends and its place", () => {
  let sets: Sets = withSet([], "c", 2, 0.333);
  sets = withSet(sets, "d", 3, 99);
  sets = withSet(sets, "d", 3, -1);
  expect(sets).toEqual([
    { which: "d", step: 3, value: 0.001 },
    { which: "c", step: 2, value: 0.33 },
  ]);
  expect(setAt(sets, "b", 3)).toBeUndefined();
  const { parse, print } = figure.params.sets;
  expect(parse(print(sets))).toEqual(sets);
  for (const text of [
    "d3",
    "e1-1",
    "d19-1",
    "d1-1e9",
    "d1--1",
    "d1-1_",
    `d1-1${"_d1-1".repeat(100)}`,
  ])
    expect(parse(text), text).toBeUndefined();
});

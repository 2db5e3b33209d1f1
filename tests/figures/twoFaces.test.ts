import { describe, expect, test } from "vitest";
import { initial, settingOf } from "../../src/kit/derive.ts";
import figure from "../../src/figures/two-faces/figure.ts";
import { run } from "../../src/figures/two-faces/compute.ts";
import { lengthOf, phaseAt } from "../../src/figures/two-faces/moment.ts";
import type { Setting } from "../../src/figures/two-faces/params.ts";
import { outputsAt, statesAt } from "../../src/figures/two-faces/statesView.ts";
import { takeText, tokensOf } from "../../src/figures/two-faces/tokens.ts";

const setting = (patch: Partial<Setting> = {}): Setting => ({
  ...initial(figure.params),
  ...patch,
});
const rowsWithState = (v: Setting, t: number) => {
  const r = run(v);
  const { h } = statesAt(r, v, t);
  return r.tokens.flatMap((_, i) => (Number.isNaN(h.data[i * h.cols]!) ? [] : [i]));
};

test("every sign is a token, with the marks above it", () => {
  expect(tokensOf("ab 光é")).toEqual(["a", "b", " ", "光", "é"]);
  expect(takeText("  to\n\tbe ")).toEqual({ value: "to be" });
  expect(takeText("x")).toEqual({ note: "tooFew" });
  expect(takeText("")).toEqual({ note: "tooFew" });
  expect(takeText("abcdefghijklmnopqrst")).toEqual({ value: "abcdefghijklmnop", note: "tooMany" });
  expect(takeText("x ".repeat(1e6)).note).toBe("tooMany");
});

test("the same sign has the same numbers wherever it stands, and more states leave the first as they are", () => {
  const { layer, tokens } = run(setting());
  const [first, again] = [tokens.indexOf("a"), tokens.lastIndexOf("a")];
  expect(first).not.toBe(again);
  expect(layer.a[first]).toBe(layer.a[again]);
  const more = run(setting({ N: 4 })).layer;
  expect(more.B[4 * first]).toBe(layer.B[2 * first]);
});

describe("by chunks", () => {
  const v = setting(settingOf(figure, "chunked"));
  const r = run(v);
  test("goes through inside, states, one carry for each later chunk, output", () => {
    const phases = Array.from({ length: lengthOf(r, v) }, (_, t) => phaseAt(r, v, t));
    expect(phases).toEqual([
      "begins",
      "inside",
      "states",
      "carries",
      "carries",
      "carries",
      "output",
    ]);
  });
  test("makes states at the ends of chunks only, and the carry puts in the recurrence's", () => {
    expect(rowsWithState(v, 1)).toEqual([]);
    expect(rowsWithState(v, 2)).toEqual([3, 7, 11, 15]);
    const [own, carried] = [2, 4].map((t) => statesAt(r, v, t).h.data[2 * 7]!);
    expect(own).not.toBeCloseTo(r.h.data[14]!, 6);
    expect(carried).toBeCloseTo(r.h.data[14]!, 12);
  });
  test("the two parts of every output add up to it", () => {
    const [inside, carried, y] = outputsAt(r, v, 6);
    expect(y).toHaveLength(16);
    expect(carried).toHaveLength(12);
    for (const { i, value } of y!) {
      const state = carried!.find((c) => c.i === i)?.value ?? 0;
      expect(inside![i]!.value + state).toBeCloseTo(value, 12);
      expect(value).toBeCloseTo(r.y[i]!, 12);
    }
  });
  test("a single chunk is the matrix, and chunks of one carry everything", () => {
    const whole = setting({ chunk: 16 });
    expect(lengthOf(run(whole), whole)).toBe(2);
    const single = run(setting({ chunk: 1 }));
    expect(single.blocks.every(({ rank }) => rank === 1)).toBe(true);
    expect(single.stages.starts).toHaveLength(16);
  });
});

test("a block of long chunks has the rank of the states, not more", () => {
  for (const N of [1, 2, 3, 4])
    expect(run(setting({ N, chunk: 8 })).blocks.map(({ rank }) => rank)).toEqual([N]);
});

test("what the readouts of the cost say", () => {
  const v = setting({ show: "cost" });
  const of = (name: keyof typeof figure.readouts) => figure.readouts[name]!.of(run(v), v, 0);
  expect(of("recurrence")).toBe(3 * 128 * 64);
  expect(of("cheapest")).toBe(9);
  // Where both cost the same: between T = 253 and 254.
  const at = (T: number) => {
    const w = { ...v, T };
    return figure.readouts.matrixRatio!.of(run(w), w, 0);
  };
  expect(at(Math.floor(of("crossing")))).toBeLessThan(1);
  expect(at(Math.floor(of("crossing")) + 1)).toBeGreaterThan(1);
});

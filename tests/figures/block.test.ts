import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read, run, seenAt, weightsOf, type Run } from "../../src/figures/block/compute.ts";
import figure from "../../src/figures/block/figure.ts";
import { flowing } from "../../src/figures/block/rows.ts";
import * as laws from "../../src/figures/block/laws.ts";
import { indexOf, valueOf } from "../../src/figures/block/look.ts";
import { CHARACTERS, DEFAULT, MODEL, MOST, SHAPE } from "../../src/figures/block/model.ts";
import { takeText, type Setting } from "../../src/figures/block/params.ts";
import { madeBy, redo } from "../../src/figures/block/redo.ts";
import { costsOf, stageNames, totalOf } from "../../src/figures/block/stages.ts";
import { barsOf } from "../../src/figures/block/strips.ts";
import { box } from "../../src/draw/box.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { intermediate } from "../../src/models/mamba/intermediates.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import type { Card } from "../../src/models/shipped/card.ts";

const folder = `public/models/${MODEL}`;
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
const model = { card, bytes: new Uint8Array(readFileSync(`${folder}/weights.bin`)) };
const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const whole = (v: Setting): Run => ({ ...run(v), model, trace: read(model, v.text) });

const far = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const size = Math.max(...Array.from(b, Math.abs));
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i]!))) / size;
};

describe("the model", () => {
  test("is the one that the card tells of", () => {
    expect(SHAPE).toEqual(mambaShape(card.shape));
    expect(CHARACTERS).toBe(card.characters);
  });

  test("has as many parameters as its blocks, its embedding and its last norm", () => {
    const { parameters } = totalOf(SHAPE);
    expect(parameters).toBe(68_256);
    expect(SHAPE.layers * parameters + 65 * SHAPE.d + SHAPE.d).toBe(card.training["parameters"]);
  });

  test("multiplies 78,048 times a character in a block, 55,296 of them in the large matrices", () => {
    expect(totalOf(SHAPE).products).toBe(78_048);
    const costs = costsOf(SHAPE);
    expect(costs.in.products + costs.out.products).toBe(55_296);
    expect(costs.scan).toEqual({ parameters: 192 * 16, products: 3 * 192 * 16 + 192 });
  });
});

describe("every box, from the one before it", () => {
  for (let layer = 1; layer <= SHAPE.layers; layer++)
    test(`is the model's own in block ${layer}, at the first, the fourth and the last character`, () => {
      const v = setting({ layer });
      const r = whole(v);
      for (const t of [0, 3, DEFAULT.text.length - 1]) {
        const seen = seenAt(r, v, t)!;
        for (const stage of stageNames)
          expect(
            far(redo(stage, seen, weightsOf(r, v)!, SHAPE), madeBy(stage, seen)!),
            `${stage} at ${t}`,
          ).toBeLessThan(1e-12);
      }
    });

  test("stands under the names that the model gives its intermediates", () => {
    const v = setting();
    const r = whole(v);
    const t = 7;
    const seen = seenAt(r, v, t)!;
    for (const name of ["input", "x", "z", "u", "B", "C", "delta", "y", "gated", "out"] as const) {
      const { width, data } = intermediate(r.trace!.run, v.layer - 1, name);
      expect(seen.strips[name], name).toEqual(data.slice(t * width, (t + 1) * width));
    }
    const x = intermediate(r.trace!.run, v.layer - 1, "x").data;
    seen.past.forEach((past, k) =>
      expect(past).toEqual(x.slice((t - 1 - k) * SHAPE.E, (t - k) * SHAPE.E)),
    );
  });

  test("a wrong number is noticed", () => {
    const v = setting();
    const r = whole(v);
    expect(laws.boxesAgree(r, v)).toBe(true);
    r.trace!.run.blocks[v.layer - 1]!.gated.data[(DEFAULT.text.length - 1) * SHAPE.E]! += 1e-6;
    expect(laws.boxesAgree({ ...r, trace: { ...r.trace!, run: { ...r.trace!.run } } }, v)).toBe(
      false,
    );
  });
});

test("the default channel takes its long steps where a word begins", () => {
  const v = setting();
  const r = whole(v);
  const at = (t: number) => seenAt(r, v, t)!.strips.delta[v.channel - 1]!;
  const begins = [3, 10, 14, 17]; // b, n, t, b
  const within = [1, 4, 11, 12, 15, 18];
  expect(Math.min(...begins.map(at))).toBeGreaterThan(0.13);
  expect(Math.max(...within.map(at))).toBeLessThan(0.03);
});

describe("the record", () => {
  test("is what the weights give, and is told from other settings", () => {
    const v = setting();
    expect(laws.asRecorded(whole(v), v)).toBe(true);
    expect(run(setting({ text: "a" })).recorded).toBeUndefined();
    expect(run(setting({ layer: 1 })).recorded).toBeUndefined();
    for (const t of DEFAULT.recorded) {
      const seen = seenAt(run(v), v, t)!;
      expect(seen.states(v.channel - 1)!.after).toHaveLength(SHAPE.N);
      expect(seen.states(0)).toBeUndefined();
    }
    expect(seenAt(run(v), v, 0)).toBeUndefined();
  });
});

describe("a text", () => {
  test("is taken as far as the model knows it, and as far as it is read", () => {
    expect(takeText("Zoë 3×")).toEqual({ value: "Zo 3", note: "skipped" });
    expect(takeText("")).toEqual({ note: "empty" });
    expect(takeText("中文")).toEqual({ note: "strange" });
    expect(takeText("a".repeat(100_000))).toEqual({ value: "a".repeat(MOST), note: "long" });
    expect(takeText(DEFAULT.text)).toEqual({ value: DEFAULT.text });
  });
});

describe("what is looked at", () => {
  test("is the channel, in the stream at most its last number, of B and of the states the largest", () => {
    const v = setting({ channel: 150 });
    const seen = seenAt(whole(v), v, 5)!;
    expect(indexOf("conv", v, seen)).toBe(149);
    expect(indexOf("out", v, seen)).toBe(95);
    const size = (x: ArrayLike<number>) => Math.max(...Array.from(x, Math.abs));
    expect(Math.abs(valueOf("select", v, seen))).toBe(size(seen.strips.B));
    expect(Math.abs(valueOf("scan", v, seen))).toBe(size(seen.states(149)!.after));
  });

  test("flows from box to box between two characters", () => {
    expect(flowing(3)).toEqual({ now: 3, reached: -1 });
    expect(flowing(3.01)).toEqual({ now: 3, reached: 0 });
    expect(flowing(3.99)).toEqual({ now: 3, reached: stageNames.length });
  });

  test("bars go up for what is above zero, down for what is below, and fill half the height at most", () => {
    const at = box({ left: 0, top: 0, width: 4, height: 20 });
    expect(barsOf([5, -10, 0], at, 10, 1)).toBe("M0 10h1.33v-5h-1.33zM1.33 10h1.33v10h-1.33z");
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { penDigit } from "../../tools/penDigits.ts";
import figure from "../../src/figures/image-scan/figure.ts";
import { halfOf, run, type Run } from "../../src/figures/image-scan/compute.ts";
import { given, type Drawing } from "../../src/figures/image-scan/drawing.ts";
import { fitted } from "../../src/figures/image-scan/fit.ts";
import measured from "../../src/figures/image-scan/measured.json" with { type: "json" };
import { orderOf, orderNames, stepsOf } from "../../src/figures/image-scan/orders.ts";
import { params, type Setting } from "../../src/figures/image-scan/params.ts";
import { stroked } from "../../src/figures/image-scan/pen.ts";
import { phrases } from "../../src/figures/image-scan/phrases.ts";
import { columnOf, heard, read, CHANNELS } from "../../src/figures/image-scan/reading.ts";
import { card as told } from "../../src/figures/image-scan/recorded.ts";
import {
  blank,
  inkOf,
  levelOf,
  PIXELS,
  SIDE,
  valueOf,
  type Levels,
} from "../../src/figures/image-scan/sheet.ts";
import { settingOf, describe as spoken, wordsOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { drive } from "../../src/tasks/drive.ts";
import { tag } from "../../src/models/mamba/stack.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { pixelsOf } from "../../src/models/shipped/judge.ts";
import { openTagger } from "../../src/models/shipped/open.ts";
import { generator } from "../../src/numerics/random.ts";

const card = JSON.parse(readFileSync("public/models/digits/card.json", "utf8")) as Card;
const model = openTagger(card, new Uint8Array(readFileSync("public/models/digits/weights.bin")));
const rows = orderOf("rows");
const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const own = (levels: Levels): Drawing => ({ kind: "own", levels });
const said = (logits: Float64Array) => {
  const last = logits.slice(-10);
  return last.indexOf(Math.max(...last));
};

describe("the model", () => {
  test("reads as the plain path does, and its state says what is heard, summed up", () => {
    const { levels } = given[3]!;
    const reading = read(model, levels, rows);
    const plain = tag(model, Float64Array.from(levels, valueOf));
    plain.forEach((x, i) => expect(reading.logits[i]).toBeCloseTo(x, 10));
    for (const [layer, channel, t] of [
      [0, 0, 20],
      [4, 5, 195],
      [7, 31, 100],
    ] as const) {
      const one = reading.layers[layer]!;
      const u = columnOf(one.u, channel);
      const sum = heard(one, channel, t).reduce((s, x, k) => s + x * u[k]!, 0);
      const state = one.y[t * CHANNELS + channel]! - one.D[channel]! * u[t]!;
      expect(sum).toBeCloseTo(state, 10);
    }
  });

  test("what is still to come changes nothing that was said", () => {
    const changed = given[3]!.levels.slice();
    changed.fill(15, 100);
    const [a, b] = [given[3]!.levels, changed].map((levels) => read(model, levels, rows).logits);
    expect(a!.subarray(0, 1000)).toEqual(b!.subarray(0, 1000));
    expect(a!.subarray(1000)).not.toEqual(b!.subarray(1000));
  });

  test("is much worse in an order that it was not trained on", () => {
    const pixels = readFileSync("tests/golden/digits.u8");
    const labels = readFileSync("tests/golden/digits.labels.u8").subarray(0, 20);
    const right = orderNames.map((name) => {
      const order = orderOf(name);
      return [...labels].filter((label, i) => {
        const values = pixelsOf(pixels.subarray(i * 784, (i + 1) * 784));
        return (
          said(
            tag(
              model,
              Float64Array.from(order, (pixel) => values[pixel]!),
            ),
          ) === label
        );
      }).length;
    });
    expect(right).toEqual([20, 1, 9]);
  });
});

describe("the pen", () => {
  test("twenty digits drawn by a program are read right, as 998 of 1,000 were", () => {
    const random = generator(measured.pen.seed);
    for (let k = 0; k < 20; k++)
      expect(said(read(model, fitted(penDigit(random, k % 10)), rows).logits), `${k}`).toBe(k % 10);
    expect(measured.pen.right).toBe(998);
  });

  test("a stroke is as wide as the data's, wherever it lies; the eraser takes it away", () => {
    const stroke = [
      { x: 4, y: 4 },
      { x: 10, y: 4 },
    ] as const;
    const drawn = stroked(blank(), ...stroke);
    expect(drawn[3 * SIDE + 7]).toBe(drawn[4 * SIDE + 7]); // half above, half below
    expect(drawn[2 * SIDE + 7]).toBe(0);
    expect(inkOf(stroked(drawn, ...stroke))).toBe(inkOf(drawn)); // going over it again adds nothing
    expect(inkOf(stroked(drawn, ...stroke, true))).toBe(0);
    // beyond the sheet there is none
    expect(() => stroked(blank(), { x: -9, y: -9 }, { x: 99, y: 3 })).not.toThrow();
  });
});

describe("laid on the sheet", () => {
  const centre = (levels: Levels) => {
    let [x, y] = [0, 0];
    levels.forEach((ink, i) => {
      x += (ink * ((i % SIDE) + 0.5)) / inkOf(levels);
      y += (ink * (Math.floor(i / SIDE) + 0.5)) / inkOf(levels);
    });
    return [x, y];
  };

  test("the data's own digits stay where they are, by a cell at most", () => {
    for (const { levels } of given) {
      const laid = fitted(levels);
      centre(laid).forEach((x, k) => expect(Math.abs(x - centre(levels)[k]!)).toBeLessThan(1.01));
      expect(inkOf(laid)).toBe(inkOf(levels));
    }
  });

  test("a small one in a corner is brought to the middle, and to the data's size", () => {
    const small = stroked(
      stroked(blank(), { x: 1, y: 1 }, { x: 1, y: 4 }),
      { x: 1, y: 4 },
      { x: 3, y: 4 },
    );
    const laid = fitted(small);
    for (const x of centre(laid)) expect(Math.abs(x - SIDE / 2)).toBeLessThan(0.5);
    const used = [...laid.keys()].filter((i) => laid[i]! > 3).map((i) => Math.floor(i / SIDE));
    expect(Math.max(...used) - Math.min(...used) + 1).toBeGreaterThanOrEqual(9);
    expect(Math.max(...used) - Math.min(...used) + 1).toBeLessThanOrEqual(12);
  });

  test("one of the right size is moved as it is, by whole cells", () => {
    const stroke = stroked(blank(), { x: 2.5, y: 1.5 }, { x: 2.5, y: 10.5 });
    const laid = fitted(stroke);
    const moved = stroked(blank(), { x: 7.5, y: 2.5 }, { x: 7.5, y: 11.5 });
    expect(Math.abs(centre(laid)[0]! - SIDE / 2)).toBeLessThanOrEqual(0.5);
    expect(inkOf(laid)).toBe(inkOf(stroke));
    expect(Math.abs(centre(laid)[1]! - SIDE / 2)).toBeLessThanOrEqual(0.5);
    expect(laid.toSorted()).toEqual(moved.toSorted());
  });

  test("an empty sheet stays empty", () => expect(fitted(blank())).toEqual(blank()));
});

test("orders go through the sheet as they are called", () => {
  expect(Array.from(orderOf("rows").slice(0, 3))).toEqual([0, 1, 2]);
  expect(Array.from(orderOf("columns").slice(0, 3))).toEqual([0, 14, 28]);
  expect(Array.from(orderOf("snake").slice(12, 17))).toEqual([12, 13, 27, 26, 25]);
  for (const name of orderNames) {
    const order = orderOf(name);
    stepsOf(order).forEach((step, pixel) => expect(order[step]).toBe(pixel));
  }
});

test("a drawing is 131 letters in the address, and what is none is refused", () => {
  const { digit } = params;
  const noise = Uint8Array.from({ length: PIXELS }, (_, i) => (i * 7) % 16);
  const text = digit.print(own(noise));
  expect(text).toMatch(/^own~[\w-]{131}$/);
  expect(digit.parse(text)).toEqual(own(noise));
  for (const odd of [
    "own",
    "own~",
    `own~${"A".repeat(130)}`,
    `own~${"A".repeat(130)}_`,
    "d10",
    `own~${"?".repeat(131)}`,
  ])
    expect(digit.parse(odd), odd).toBeUndefined();
  for (let level = 0; level < 16; level++) expect(levelOf(valueOf(level))).toBe(level);
});

test("half of what is heard: the fewest that make it", () => {
  expect(halfOf(Float64Array.of(1, -5, 2, 2))).toBe(1);
  expect(halfOf(Float64Array.of(1, 1, -1, 1))).toBe(2);
});

test("the channel of the lesson opens on the strokes under both bays of its 3, and hardly elsewhere", () => {
  const { recorded, sheet } = run(settingOf(figure) as Setting);
  const open = Array.from(recorded!.delta.keys()).filter((k) => recorded!.delta[k]! > 0.015);
  expect(new Set(open.map((k) => Math.floor(k / 14) + 1))).toEqual(new Set([7, 10, 11]));
  expect([open.length, open.filter((k) => sheet[k]! > 0).length]).toEqual([15, 13]);
  expect([...recorded!.delta].filter((x) => x < 0.006)).toHaveLength(168);
});

test("what is told of the model is what its card says", () => {
  expect(told).toMatchObject({
    data: card.data.name,
    licence: card.data.licence,
    parameters: card.training["parameters"],
    seed: card.training["seed"],
    steps: card.training["steps"],
  });
  expect(phrases.trained).toContain("8,000 digits of MNIST (CC BY-SA 3.0)");
  expect(card.data.name).toContain("MNIST, 8,000 digits to train");
  expect(measured.orders.rows / measured.of).toBeCloseTo(card.heldOut.value / 100, 10);
});

describe("what is said", () => {
  const f = figure as unknown as Figure;
  const say = (v: Setting, t: number, more: Partial<Run> = {}) =>
    spoken(f, wordsOf(f), { result: { ...run(v), ...more }, values: v, t });

  test("of an empty sheet, of one that waits, of the recorded run", () => {
    expect(say(setting({ digit: own(blank()) }), 196)).toBe(phrases.empty);
    expect(say(setting({ order: "snake" }), 196)).toBe(phrases.waiting);
    expect(say(setting(), 196)).toMatch(/^A recorded run .*196 pixels read: it says 3, 96/);
  });

  test("of a misread digit, and of another order", () => {
    const wrong = setting({ digit: { kind: "given", id: "odd" } });
    const reading = read(model, run(wrong).sheet, rows);
    expect(say(wrong, 196, { reading })).toMatch(/it says 4,.* labelled it says 9/);
    const columns = setting({ order: "columns" });
    const other = read(model, run(columns).sheet, orderOf("columns"));
    expect(say(columns, 196, { reading: other })).toMatch(
      /Read by columns, .* 209 of 1000 .* 987\.$/,
    );
  });

  test("a task that cannot fetch the model says so in the figure's words", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
    let problem = "";
    await drive(figure.tasks!["model"]!.run, setting(), (m) => {
      if (m.kind === "problem") problem = m.phrase;
    });
    vi.unstubAllGlobals();
    expect(Object.keys(phrases)).toContain(problem);
  });
});

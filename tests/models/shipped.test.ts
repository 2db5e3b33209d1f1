import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tag } from "../../src/models/mamba/stack.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { judgeText, pixelsOf } from "../../src/models/shipped/judge.ts";
import { openReader, openTagger } from "../../src/models/shipped/open.ts";
import { readWeights } from "../../src/models/shipped/weights.ts";
import heldOut from "../golden/heldOut.json" with { type: "json" };

const load = (id: string) => {
  const card = JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card;
  return [card, new Uint8Array(readFileSync(`public/models/${id}/weights.bin`))] as const;
};

const students = ["mamba", "mamba-4", "mamba-1", "transformer", "lstm", "lstm-wide"];

describe.each([
  "digits",
  "speech",
  "english",
  "english-tiny",
  "chinese",
  "transformer",
  "lstm",
  "film",
  "film-static",
  "waveform",
  ...students.map((id) => `notes-${id}`),
])("%s", (id) => {
  const [card, bytes] = load(id);

  test("weights.bin is the file its card tells of, within its size", () => {
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(card.sha256);
    const most =
      {
        digits: 32_768,
        film: 65_536,
        "film-static": 65_536,
        speech: 65_536,
        waveform: 16_384,
        "english-tiny": 310_000,
        chinese: 2_200_000,
      }[id] ?? 900_000;
    expect(bytes.length).toBeLessThanOrEqual(most);
    expect(card.id).toBe(id);
    expect([card.data.licence, card.training["seed"], card.training["card"]].every(Boolean)).toBe(
      true,
    );
  });

  test("a file that is cut off or of another model is refused in words", () => {
    expect(() => readWeights(card, bytes.subarray(0, 1000))).toThrow(
      `the weights of ${id} have 1000 bytes instead of ${bytes.length}`,
    );
    const [, ...others] = card.tensors;
    const less = { ...card, tensors: others };
    expect(() => readWeights(less, bytes)).toThrow(/tells of \d+ bytes/);
    const spoilt = bytes.slice();
    spoilt.fill(0xff, 0, 2); // the first scale, or the first number: NaN
    expect(() => readWeights(card, spoilt)).toThrow(/damaged/);
  });
});

test("the digit reader says 58 of the first 60 digits it was not trained on", () => {
  const model = openTagger(...load("digits"));
  const [x, y] = [
    readFileSync("tests/golden/digits.u8"),
    readFileSync("tests/golden/digits.labels.u8"),
  ];
  let right = 0;
  y.forEach((label, i) => {
    const said = tag(model, pixelsOf(x.subarray(i * 784, (i + 1) * 784))).slice(-10);
    if (said.indexOf(Math.max(...said)) === label) right++;
  });
  expect(right).toBe(58);
});

test.each([
  ["english", heldOut.english, 1.1082],
  ["english-tiny", heldOut.english, 1.1903],
  ["transformer", heldOut.english, 1.1318],
  ["lstm", heldOut.english, 1.2716],
  ["chinese", heldOut.chinese, 3.754],
])("%s: nats a character on the beginning of its held-out text", (id, text, nats) => {
  const [card, bytes] = load(id);
  const verdict = judgeText(openReader(card, bytes), card.characters!, text, id === "chinese");
  expect(verdict.unknown).toBe(0);
  expect(verdict.nats).toBeCloseTo(nats, 4);
});

test("characters outside the vocabulary are skipped and counted", () => {
  const [card, bytes] = load("english-tiny");
  const model = openReader(card, bytes);
  const plain = judgeText(model, card.characters!, "to be or not", false);
  const strange = judgeText(model, card.characters!, "to bé or nöt", false);
  expect([plain.count, plain.unknown]).toEqual([11, 0]);
  expect([strange.count, strange.unknown]).toEqual([9, 2]);
});

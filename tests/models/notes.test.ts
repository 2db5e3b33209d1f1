import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, heldOut, shareRight, sit } from "../../src/models/notes/judge.ts";
import {
  ASK,
  exam,
  factsOf,
  FILLER,
  lecture,
  LECTURE,
  NAMES,
  NUMBER,
  VOCAB,
  withExam,
} from "../../src/models/notes/lecture.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openReader } from "../../src/models/shipped/open.ts";
import { generator } from "../../src/numerics/random.ts";

const some = fc.record({ seed: fc.nat(1e6), K: fc.integer({ min: 1, max: NAMES }) });

describe("a lecture", () => {
  test("says each of K names once or twice, with a number, among filler", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 4 * NAMES, max: 300 }), ({ seed, K }, length) => {
        const tokens = lecture(generator(seed), K, length);
        const facts = factsOf(tokens);
        expect([tokens.length, facts.length]).toEqual([length, K]);
        expect(facts.every(({ times, changed }) => times <= 2 && (times === 2 || !changed))).toBe(
          true,
        );
        const said = facts.reduce((sum, { times }) => sum + times, 0);
        expect(tokens.filter((id) => id < NUMBER)).toHaveLength(said);
        expect(tokens.filter((id) => id >= FILLER && id < ASK)).toHaveLength(length - 2 * said);
      }),
      { numRuns: 60 },
    );
  });

  test("a quarter of the names comes twice, half of those with another number, anywhere", () => {
    const random = generator(3);
    const facts = Array.from({ length: 400 }, () => factsOf(lecture(random, 12, 100))).flat();
    const twice = facts.filter(({ times }) => times === 2);
    expect(twice.length / facts.length).toBeCloseTo(0.25, 1);
    expect(twice.filter(({ changed }) => changed).length / twice.length).toBeCloseTo(0.5, 1);
    const places = facts.filter(({ times }) => times === 1).map(({ at }) => at);
    expect(places.reduce((a, b) => a + b) / places.length / 50).toBeCloseTo(1, 1);
  });

  test("has any length up to the longest where none is given, and says where there is no room", () => {
    const random = generator(4);
    const lengths = Array.from({ length: 300 }, () => lecture(random, 6).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LECTURE);
    expect([Math.min(...lengths) < 30, Math.max(...lengths) > 150]).toEqual([true, true]);
    expect(() => lecture(random, 24, 40)).toThrow(/length must be at least \d\d tokens, got 40/);
    expect(() => lecture(random, 25)).toThrow("K must be up to 24 names, got 25");
  });
});

test("of a name said twice the last number counts, a name or a number alone says nothing", () => {
  const [ann, bob, n] = [0, 1, NUMBER];
  const tokens = [ann, n + 3, bob, FILLER, n + 9, bob, n + 4, ann, n + 5, n + 6];
  expect(factsOf(tokens)).toEqual([
    { name: bob, number: 4, at: 6, times: 1, changed: false },
    { name: ann, number: 5, at: 8, times: 2, changed: true },
  ]);
});

test("the exam asks for every fact before it asks again", () => {
  const facts = factsOf(lecture(generator(5), 5, 60));
  const asked = exam(generator(6), facts, 12);
  expect(new Set(asked.slice(0, 5)).size).toBe(5);
  expect(asked.slice(5, 10)).toEqual(asked.slice(0, 5));
  expect(exam(generator(6), [], 12)).toEqual([]);
  const read = withExam(Int32Array.of(FILLER), asked.slice(0, 2));
  expect(Array.from(read)).toEqual([FILLER, ASK, asked[0]!.name, ASK, asked[1]!.name]);
});

test("an answer is the most probable number, whatever else is more probable", () => {
  const logits = new Float64Array(VOCAB).fill(-1);
  logits[0] = 9;
  logits[NUMBER + 7] = 1;
  expect(answerOf(logits)).toBe(7);
});

const opened = (id: string) => {
  const card = JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card;
  const bytes = new Uint8Array(readFileSync(`public/models/${id}/weights.bin`));
  return { card, student: openReader(card, bytes) };
};

// Of 64 questions, on the first lectures that the card's figure is from: a weight that is off shows at once.
test.each([
  ["notes-mamba", 64],
  ["notes-mamba-4", 64],
  ["notes-mamba-1", 63],
  ["notes-transformer", 64],
  ["notes-lstm", 20],
  ["notes-lstm-wide", 57],
])("%s answers as its card says", (id, right) => {
  const { card, student } = opened(id);
  const answered = sit(student, { ...heldOut, lectures: 4 });
  expect(answered.filter((a) => a.right)).toHaveLength(right);
  expect(Math.abs(100 * shareRight(answered) - card.heldOut.value)).toBeLessThan(12);
});

test("the three students are equally large, within 5 per cent", () => {
  const sizes = ["notes-mamba", "notes-transformer", "notes-lstm"].map((id) =>
    Number(opened(id).card.training["parameters"]),
  );
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.05);
});

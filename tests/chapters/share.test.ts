import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import {
  cardsIn,
  faultsOf,
  fileOf,
  keptDigests,
  MOST,
  MOST_ALONE,
} from "../../tools/share/cards.ts";

const cards = cardsIn("content");
const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;

test("every chapter, home and the book have a picture for who links to them, in every language, of what they are now", () => {
  expect(cards.length).toBeGreaterThan(30);
  expect(faultsOf(cards, keptDigests(), bytesOf)).toEqual([]);
});

test("each is 1200 × 630, as a JPEG says in its frame", () => {
  for (const card of cards) {
    const bytes = readFileSync(fileOf(card));
    const frame = [0xc0, 0xc2]
      .map((k) => bytes.indexOf(Buffer.from([0xff, k])))
      .find((k) => k > 0)!;
    const [height, width] = [bytes.readUInt16BE(frame + 5), bytes.readUInt16BE(frame + 7)];
    expect([width, height], fileOf(card)).toEqual([1200, 630]);
  }
});

test("one that is missing, shows another title, weighs too much or is of no page is told of, and how to cure it", () => {
  const kalman = cards.find((c) => c.tag === "en" && c.name === "kalman")!;
  const now = { "en/kalman": kalman.digest };
  expect(faultsOf([kalman], now, () => 1000)).toEqual([]);
  const told = [
    faultsOf([kalman], now, () => undefined),
    faultsOf([kalman], { "en/kalman": "another" }, () => 1000),
    faultsOf([kalman], now, (file) => (file.endsWith("jpg") ? MOST + 1000 : 1000)),
    faultsOf([kalman], now, (file) => (file.endsWith("jpg") ? 1000 : undefined)),
    faultsOf([kalman], now, (file) => (file.endsWith("jpg") ? 1000 : MOST_ALONE + 1000)),
    faultsOf([], now, () => 1000),
  ].map(([sentence]) => sentence);
  expect(told).toEqual([
    "public/share/en/kalman.jpg is missing: run npm run record:share kalman, look at it and commit it",
    "public/share/en/kalman.jpg shows a title or a picture that has changed since: run npm run record:share kalman, look at it and commit it",
    "public/share/en/kalman.jpg has 61 kB, the most is 60",
    "public/first/en/kalman.webp is missing: run npm run record:share kalman, look at it and commit it",
    "public/first/en/kalman.webp has 25 kB, the most is 24",
    "public/share/en/kalman.jpg is of no page: remove it",
  ]);
});

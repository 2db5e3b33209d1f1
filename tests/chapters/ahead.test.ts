import { expect, test } from "vitest";
import { aheadOf, readOf } from "../../src/chapters/ahead.ts";

const entry = (slug: string, steps: number, minutes: number, written = true) => ({ slug, title: slug, line: "", written, minutes, steps }); // prettier-ignore
const course = {
  parts: [
    { title: "P", chapters: [entry("a", 4, 40), entry("b", 10, 60)] },
    { title: "Q", chapters: [entry("c", 5, 50), entry("d", 0, 0, false)] },
  ],
  book: [],
};
const read = (n: number) => ({ done: Array.from({ length: n }, (_, k) => `s${k}`), answers: {} });
const ahead = (kept: Parameters<typeof aheadOf>[1]) => {
  const { next, ...rest } = aheadOf(course, kept);
  return { ...rest, next: next?.slug };
};

test("who has read nothing begins at the beginning, with all the time ahead", () => {
  expect(ahead({})).toEqual({ done: 0, all: 19, minutes: 150, next: "a" });
  // A chapter that was only opened has not been begun.
  expect(ahead({ c: read(1) }).next).toBe("a");
});

test("who is in the middle goes on there; who has finished, with the first unread", () => {
  expect(ahead({ b: read(5) })).toEqual({ done: 5, all: 19, minutes: 120, next: "b" });
  expect(ahead({ a: read(4), b: read(10) })).toMatchObject({ done: 14, minutes: 50, next: "c" });
  expect(ahead({ a: read(4), b: read(10), c: read(5) })).toMatchObject({ minutes: 0, next: "a" });
});

test("steps that a chapter no longer has are not counted twice over", () => {
  expect(readOf(course.parts[0]!.chapters[0]!, { a: read(9) })).toBe(4);
});

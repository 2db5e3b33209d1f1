import { fillBatch, newBatch } from "../../models/train/copying.ts";
import type { Taken } from "../../kit/params/text.ts";
import { generator } from "../../numerics/random.ts";
import { pairOf, type Spacing, V } from "./pair.ts";
import type { Setting } from "./params.ts";

/** A row of tokens as text: a letter for each value, a dot for a blank. */
export const LETTERS = "abcdefgh";
export const BLANK = ".";

/** Steps, and letters, of a sequence of the reader's own. */
export const MOST_STEPS = 32;
export const MOST_LETTERS = 8;

/** What was typed, in the signs of a sequence: capitals, full-width letters, spaces and other dots are taken too. */
const plain = (typed: string) =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·.。_-]/g, BLANK);

const lettersIn = (text: string) => text.replaceAll(BLANK, "");

/** The sequence that was typed, or the figure's phrase on why it is none. */
export function takeSequence(typed: string): Taken {
  // What is far too long is not looked through.
  const text = plain(typed.slice(0, 4 * MOST_STEPS).trim());
  if (!/^[a-h.]*$/.test(text)) return { note: "oddSigns" };
  if (typed.trim().length > MOST_STEPS) return { note: "oddLength" };
  const { length } = lettersIn(text);
  return length < 1 || length > MOST_LETTERS ? { note: "oddLetters" } : { value: text };
}

/** The same letters at the first steps. */
export const allFirst = (text: string): string => {
  const letters = lettersIn(text);
  return letters + BLANK.repeat(text.length - letters.length);
};

/** The same letters, in their order, at other steps: which ones hangs on where they are now. */
export function scattered(text: string): string {
  const places = placesIn(text);
  const chance = generator(places.reduce((sum, t) => (33 * sum + t) % 99991, text.length));
  const letters = Array.from(lettersIn(text));
  let left = letters.length;
  return Array.from(text, (_, t) =>
    chance.uniform() * (text.length - t) < left ? letters[letters.length - left--]! : BLANK,
  ).join("");
}

/** Sequence number n of a task. */
export function fresh(n: number, spacing: Spacing, { L, K }: Pick<Setting, "L" | "K">): string {
  const task = { spacing, L, K, V };
  const batch = newBatch(task, 1);
  fillBatch(batch, task, generator(20000 + n));
  const steps = Array.from(batch.inputs[0]!.subarray(0, L));
  return steps.map((id) => (id === 0 ? BLANK : LETTERS[id - 1]!)).join("");
}

/** The tokens that the models read: a marker for every letter stands at the end. */
export function idsOf(text: string): Int32Array {
  const steps = Array.from(text, (sign) => (sign === BLANK ? 0 : LETTERS.indexOf(sign) + 1));
  return Int32Array.from([...steps, ...steps.filter((id) => id > 0).map(() => V + 1)]);
}

/** The classes that are wanted, in order. */
export const wantedIn = (text: string): number[] =>
  Array.from(lettersIn(text), (letter) => LETTERS.indexOf(letter));

/** The places of the letters. */
export const placesIn = (text: string): number[] =>
  Array.from(text).flatMap((sign, t) => (sign === BLANK ? [] : [t]));

/** Whether it is one of those that the pair was trained on: as long, as many letters, and at the first steps where they are fixed. */
export function isFamiliar(text: string, v: Setting): boolean {
  const places = placesIn(text);
  const fixed = pairOf(v) === "fixed";
  return (
    text.length === v.L && places.length === v.K && (!fixed || places.every((at, k) => at === k))
  );
}

/** The letter at one place moved to another that is blank; else the text as it is. */
export function moved(text: string, from: number, to: number): string {
  if (text[from] === BLANK || text[to] !== BLANK) return text;
  const signs = Array.from(text);
  [signs[from], signs[to]] = [BLANK, text[from]!];
  return signs.join("");
}

/** The sign at a place gone on by so many of blank, a … h; as it was where no letter, or one too many, would be left. */
export function turned(text: string, at: number, by: number): string {
  const signs = BLANK + LETTERS;
  if (text[at] === undefined) return text;
  const now = signs.indexOf(text[at]);
  const next = signs[(now + by + signs.length * 10) % signs.length]!;
  return takeSequence(text.slice(0, at) + next + text.slice(at + 1)).value ?? text;
}

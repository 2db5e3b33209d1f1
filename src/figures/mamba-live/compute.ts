import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import type { Changed } from "./changing.ts";
import { charactersOf, sizesOf } from "./models.ts";
import type { OwnModel } from "./own.ts";
import type { Setting } from "./params.ts";
import type { Reading } from "./reading.ts";
import { recordedFor, type Recorded } from "./recorded.ts";
import { tokensOf, type Cell, type Tokens } from "./text.ts";

export interface Run {
  /** The text; a Chinese one without its ids until the model's card is here. */
  readonly tokens: Tokens;
  /** What was kept of the small model's reading of the first example: shown until the model is here. */
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly model?: Shipped;
  readonly own?: OwnModel;
  readonly reading?: Reading;
  /** The same with what was written behind it. */
  readonly longer?: Reading;
  readonly changed?: Changed;
}

const taken = keeping(tokensOf);

export function run(v: Setting): Run {
  const recorded = recordedFor(v);
  const tokens = taken(v.text, v.model, charactersOf(v.model));
  return { tokens, ...(recorded && { recorded }) };
}

const anew = keeping(tokensOf);

/** The text as the model takes it. */
export const textOf = ({ tokens, model, reading }: Run, v: Setting): Tokens =>
  v.model === "chinese" && model
    ? anew(v.text, v.model, model.card.characters)
    : (reading?.tokens ?? tokens);

/** A reading of something that is drawn, or none. */
export function readingOf({ reading, longer = reading }: Run): Reading | undefined {
  return longer && longer.ids.length > 0 ? longer : undefined;
}

/** A character in the picture, and whether the model wrote it. */
export interface Shown extends Cell {
  readonly written: boolean;
}

const join = keeping((cells: readonly Cell[], written: readonly string[]): readonly Shown[] => {
  const own = cells.map((cell): Shown => ({ ...cell, written: false }));
  const read = cells.filter(({ token }) => token >= 0).length;
  const more = written.map((character, k): Shown => ({
    character,
    token: read + k,
    written: true,
  }));
  return [...own, ...more];
});
const characters = keeping((all: string) => [...all]);

const vocabularyOf = (r: Run, v: Setting): readonly string[] =>
  r.own?.vocabulary ?? characters(r.model?.card.characters ?? charactersOf(v.model) ?? "");

/** The character of an id. */
export const characterOf = (r: Run, v: Setting, id: number): string =>
  vocabularyOf(r, v)[id] ?? "?";

const spelt = keeping(
  (ids: Int32Array, from: number, to: number, vocabulary: readonly string[]): readonly string[] =>
    Array.from(ids.subarray(from, to), (id) => vocabulary[id] ?? ""),
);
const first = keeping((text: string, count: number): readonly string[] =>
  [...text].slice(0, count),
);

/** What the model has written of what is to be shown, in its characters. */
export function writtenIn(r: Run, v: Setting): readonly string[] {
  const reading = readingOf(r);
  if (!reading) return first(r.recorded?.written ?? "", v.write);
  const { ids, prompt } = reading;
  return spelt(ids, prompt, prompt + v.write, vocabularyOf(r, v));
}
export const writtenOf = (r: Run, v: Setting): string => writtenIn(r, v).join("");

/** All characters of the picture in their order. */
export const shownOf = (r: Run, v: Setting): readonly Shown[] =>
  join(textOf(r, v).cells, writtenIn(r, v));

/** How many of them the model reads. */
export function lengthOf(r: Run, v: Setting): number {
  const cells = shownOf(r, v);
  return cells.findLast(({ token }) => token >= 0)!.token + 1;
}

/** How many there will be once all is read and written: the timeline. */
export function promisedOf(r: Run, v: Setting): number {
  const { ids, passed } = textOf(r, v);
  return ids.length - passed + Math.min(v.write, sizesOf(v.model).written);
}

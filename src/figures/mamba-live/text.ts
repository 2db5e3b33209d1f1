import { DRAWN, type Model } from "./models.ts";

/** A character of the text as it is drawn; `token` is its place among those that are drawn and read, −1 where it is skipped. */
export interface Cell {
  readonly character: string;
  readonly token: number;
  /** Put in front by the figure, not by the reader. */
  readonly led?: boolean;
}

/** A text as a model takes it. */
export interface Tokens {
  /** All that is read. */
  readonly ids: Int32Array;
  /** How many are read before those that are drawn. */
  readonly passed: number;
  readonly cells: readonly Cell[];
  /** Characters outside the vocabulary, of the whole text. */
  readonly skipped: number;
  /** Of a reader's own model, whose tokens come with what it read: how many in front of the first were not read. */
  readonly left?: number;
}

const indexes = new Map<string, ReadonlyMap<string, number>>();
function indexOf(characters: string): ReadonlyMap<string, number> {
  const known = indexes.get(characters) ?? new Map([...characters].map((c, id) => [c, id]));
  indexes.set(characters, known);
  return known;
}

/**
 * A text in a model's characters. What is outside the vocabulary is shown and skipped. A poem begins behind a new line, as the model
 * was trained; so does what would be empty. Without a vocabulary every character counts, its id unknown.
 */
export function tokensOf(text: string, model: Model, characters: string | undefined): Tokens {
  const index = characters === undefined ? undefined : indexOf(characters);
  const all = [...text];
  const idOf = (c: string) => (index ? (index.get(c) ?? -1) : 0);
  const ids = all.map(idOf);
  const known = ids.filter((id) => id >= 0);
  const leads = known.length === 0 || (model === "chinese" && !text.startsWith("\n"));
  if (leads) {
    all.unshift("\n");
    ids.unshift(idOf("\n"));
    known.unshift(idOf("\n"));
  }
  const passed = Math.max(0, known.length - DRAWN);
  let left = known.length - passed;
  let first = ids.length;
  while (left > 0) if (ids[--first]! >= 0) left--;
  // what was skipped in front of the first one belongs to it, where nothing is left out
  if (passed === 0) first = 0;
  let token = 0;
  const cells = all.slice(first).map((character, k): Cell => {
    const read = ids[first + k]! >= 0;
    return {
      character,
      token: read ? token++ : -1,
      ...(leads && first + k === 0 && { led: true }),
    };
  });
  const tail = cells.length - (DRAWN + 400);
  return {
    ids: Int32Array.from(known),
    passed,
    // a heap of strange characters is no picture
    cells: tail > 0 ? cells.filter((c, k) => c.token >= 0 || k >= tail) : cells,
    skipped: ids.length - known.length,
  };
}

/** A character as a picture shows it. */
export const glyph = (character: string): string =>
  character.replaceAll("\n", "↵").replaceAll(" ", "␣");

/** The same in no more than `most` letters. */
export const brief = (character: string, most: number): string => {
  const all = [...glyph(character)];
  return all.length > most ? `${all.slice(0, most - 1).join("")}…` : all.join("");
};

import MiniSearch, { type SearchResult } from "minisearch";
import { loadIndex } from "../../chapters/load.ts";
import { indexing, termsOf, type Found } from "../../chapters/terms.ts";

/** So many results are shown; who finds more asks for more words. */
const MOST = 20;
/** Characters of a step's text around what was found. */
const AROUND = 90;

/** A text in pieces; those found are marked. */
export type Pieces = readonly { readonly text: string; readonly found: boolean }[];

export interface Hit extends Pick<Found, "slug" | "id" | "chapter"> {
  readonly title: Pieces;
  readonly text: Pieces;
}

/** Opens the index of a language. */
export async function openIndex(
  tag: string,
): Promise<(asked: string) => { readonly all: number; readonly best: readonly Hit[] }> {
  const index = MiniSearch.loadJSON<Found>(await loadIndex(tag), {
    ...indexing,
    fields: [...indexing.fields],
    storeFields: [...indexing.storeFields],
  });
  return (asked) => {
    const results = index.search(asked, {
      combineWith: "AND",
      prefix: true,
      // A slip of a key in a longer word of letters; of Chinese a character is what it is.
      fuzzy: (term) => /^[a-z]{5,}$/.test(term) && 0.2,
      boost: { title: 4, names: 2 },
    });
    return { all: results.length, best: results.slice(0, MOST).map(hitOf) };
  };
}

function hitOf(result: SearchResult): Hit {
  const { slug, id, chapter, title, text } = result as unknown as Found;
  const terms = toMark(result);
  return {
    slug,
    id,
    chapter,
    title: marked(title, terms),
    text: marked(around(text, terms), terms),
  };
}

const han = /^\p{Script=Han}/u;

/** Words as they stand in the text; of Chinese what was asked for, whose last character alone stands for no word beside a pair. */
function toMark({ terms, queryTerms }: SearchResult): string[] {
  const asked = queryTerms.filter((t) => han.test(t));
  const pairs = asked.filter((t) => t.length > 1);
  return [...terms.filter((t) => !han.test(t)), ...(pairs.length > 0 ? pairs : asked)];
}

/** The stretch of a text in which a term stands first, cut at words where there are some. */
export function around(text: string, terms: readonly string[]): string {
  const at = Math.max(0, text.toLowerCase().search(patternOf(terms)));
  const from = at < AROUND / 2 ? 0 : text.lastIndexOf(" ", at - AROUND / 3) + 1;
  const start = at - from > AROUND ? at - AROUND / 3 : from;
  const stretch = text.slice(Math.floor(start), Math.floor(start) + 2 * AROUND).trim();
  return (start > 0 ? "… " : "") + stretch + (start + 2 * AROUND < text.length ? " …" : "");
}

/** A text in which the terms are marked where they stand. */
export function marked(text: string, terms: readonly string[]): Pieces {
  return text
    .split(new RegExp(`(${patternOf(terms).source})`, "giu"))
    .flatMap((piece, k) => (piece === "" ? [] : [{ text: piece, found: k % 2 === 1 }]));
}

const patternOf = (terms: readonly string[]): RegExp => {
  const sorted = terms.toSorted((a, b) => b.length - a.length);
  const escaped = sorted.map((t) => t.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // A word counts from its beginning; of overlapping pairs each character counts by its neighbour.
  const each = escaped.map((t) => {
    const [one, two] = han.test(t) ? [...t] : [];
    if (two) return `${one}(?=${two})|(?<=${one})${two}`;
    return one ?? `(?<![\\p{L}\\p{N}])${t}`;
  });
  return new RegExp(`(?:${each.join("|") || "(?!)"})+`, "iu");
};

/** Whether a question asks for anything: blanks and signs alone do not. */
export const asksFor = (asked: string): boolean => termsOf(asked).length > 0;

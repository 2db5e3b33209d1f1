import { bookPage } from "./book.ts";
import { symbolNotes } from "./book/notation.ts";
import { figuresIn } from "./checks.ts";
import { courseIn } from "./course.ts";
import { languageIn } from "./lacks.ts";
import { libraryOf, type Reading } from "./library.ts";
import { searchIndex } from "./searchable.ts";

/**
 * What is made of all the chapters together: what a `language.json` is asked for, and the pages of the book and of the parts. Undefined for any
 * other file. While nobody writes at the course, as `settled` says, each is made once.
 */
export function aboutAll(
  reading: Reading,
  count: (file: string) => void,
  settled: () => boolean,
): (file: string, query: string) => Promise<unknown> {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    if (!settled()) return make();
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as Promise<T>;
  };
  const library = (content: string, tag: string) =>
    once(tag, () => libraryOf(reading, content, tag));
  const bookOf = (content: string, tag: string, unit: string) =>
    once(`${tag}/${unit}`, async () => {
      count(`content/${tag}/${unit}.md`);
      return bookPage(await library(content, tag), unit);
    });
  return async (file, query) => {
    const [, content, tag, unit] =
      /^(.*\/content)\/([^/]+)\/(?:language\.json|((?:book|parts)\/[^/]+)\.md)$/.exec(file) ?? [];
    if (!content || !tag) return undefined;
    if (unit) return bookOf(content, tag, unit);
    if (query === "search") return searchIndex(await library(content, tag), bookOf);
    if (query === "symbols") return symbolNotes(await library(content, tag));
    const language = languageIn(content, tag, figuresIn(content.slice(0, -"content".length)));
    return query === "course" ? courseIn(content, tag, language.lacks) : language;
  };
}

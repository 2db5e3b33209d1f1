import { existsSync, readFileSync } from "node:fs";
import {
  byPlace,
  folderParts,
  type BookEntry,
  type Course,
  type Entry,
  type Part,
} from "../course.ts";
import { SOURCE } from "../language.ts";
import type { Front } from "../page.ts";
import { bookFrontIn, bookIn, chaptersIn, frontIn, stepsIn } from "./folders.ts";
import { Mistake } from "./mistake.ts";

type Announced = Pick<Front, "kicker" | "short" | "line">;

/** The chapters in preparation: content/<tag>/coming.json, each by the folder it will have. */
export function comingIn(content: string, tag: string): Readonly<Record<string, Announced>> {
  const file = `${content}/${tag}/coming.json`;
  const coming = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Announced>)
    : {};
  for (const [folder, entry] of Object.entries(coming))
    if (!folderParts(folder) || !entry.kicker || !entry.short || !entry.line)
      throw new Mistake(
        `content/${tag}/coming.json`,
        undefined,
        `“${folder}” is no chapter in preparation`,
        `write "<number>-<slug>": { "kicker": …, "short": …, "line": … }`,
      );
  return coming;
}

/** The course in one language, from the folders' numbers and the pages' front matter. A part begins with the first chapter that names it. */
export function courseIn(content: string, tag: string, lacks: readonly string[]): Course {
  const written = chaptersIn(content);
  const coming = comingIn(content, SOURCE);
  const translated = lacks.includes("ui") ? {} : comingIn(content, tag);
  const pages = partPagesIn(content);
  const parts = new Map<string, Part & { chapters: Entry[] }>();
  for (const folder of [...new Set([...written, ...Object.keys(coming)])].toSorted(byPlace)) {
    const stands = written.includes(folder);
    const english = stands ? frontIn(content, SOURCE, folder) : coming[folder]!;
    const mine = stands
      ? !lacks.includes("ui") && !lacks.includes(folder) && frontIn(content, tag, folder)
      : translated[folder];
    const shown = mine || english;
    const lang = mine ? {} : { lang: SOURCE };
    const part = parts.get(english.kicker);
    const entry: Entry = {
      slug: folderParts(folder)!.slug,
      title: shown.short,
      line: shown.line,
      written: stands,
      minutes: stands ? frontIn(content, SOURCE, folder).minutes : 0,
      steps: stands ? stepsIn(content, SOURCE, folder) : 0,
      ...lang,
    };
    // A part has its name from its first chapter that is translated.
    if (!part || (part.lang && mine))
      parts.set(english.kicker, {
        title: shown.kicker,
        ...pages.get(english.kicker),
        ...lang,
        chapters: [...(part?.chapters ?? []), entry],
      });
    else part.chapters.push(entry);
  }
  for (const [named, { slug }] of pages)
    if (!parts.has(named))
      throw new Mistake(
        `content/${SOURCE}/parts`,
        undefined,
        `${slug} is the page of no part: “${named}” is no chapter's kicker`,
        `make its "short" the kicker of its chapters`,
      );
  return { parts: [...parts.values()], book: bookOf(content, tag, lacks) };
}

/** The page of each part by the part's English name: the page's `short` is its chapters' `kicker`. */
const partPagesIn = (content: string): ReadonlyMap<string, { slug: string }> =>
  new Map(
    bookIn(content, "parts").map((name) => [
      bookFrontIn(content, SOURCE, `parts/${name}`).short,
      { slug: folderParts(name)!.slug },
    ]),
  );

const bookOf = (content: string, tag: string, lacks: readonly string[]): BookEntry[] =>
  bookIn(content).map((name) => {
    const lang = ["ui", `book/${name}`].some((unit) => lacks.includes(unit)) ? SOURCE : tag;
    const { short, line } = bookFrontIn(content, lang, `book/${name}`);
    const entry = { slug: folderParts(name)!.slug, title: short, line };
    return lang === tag ? entry : { ...entry, lang };
  });

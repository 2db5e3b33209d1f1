import { readFileSync } from "node:fs";
import type { BookPage, Section } from "../book.ts";
import { folderParts } from "../course.ts";
import { glossarySections } from "./book/glossary.ts";
import { notationSections } from "./book/notation.ts";
import { numbersSections } from "./book/numbers.ts";
import { named, placesIn } from "./book/places.ts";
import { referencesSections } from "./book/references.ts";
import { bookFrontOf } from "./front.ts";
import type { Library } from "./library.ts";
import { compileText } from "./markdown.ts";
import { Mistake } from "./mistake.ts";

/** What is made at build time below a page's own text. */
const makers: Readonly<Record<string, (from: Library) => Promise<Section[]>>> = {
  notation: notationSections,
  glossary: glossarySections,
  references: referencesSections,
  numbers: numbersSections,
};

/** A page of the book or of a part: its Markdown, then what is made from the course. `unit` is its file, "book/10-notation". */
export async function bookPage(from: Library, unit: string): Promise<BookPage> {
  const file = `content/${from.tag}/${unit}.md`;
  const source = readFileSync(from.root + file, "utf8");
  const { intro, steps, marks } = compileText(source, file);
  const live = marks.find((mark) => mark.name !== "link");
  if (live)
    throw new Mistake(
      file,
      live.line,
      `a page of the book holds no ${live.name}`,
      "link to the step that shows it",
    );
  const made = (await makers[folderParts(unit.split("/")[1]!)!.slug]?.(from)) ?? [];
  const places = placesIn(from);
  const written = steps.map(({ id, title, body }) => ({ id, title, body: named(body, places) }));
  const sections = [...written, ...made];
  return { ...bookFrontOf(source, file), intro: named(intro, places), sections };
}

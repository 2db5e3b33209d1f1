import { readFileSync } from "node:fs";
import type { BookItem, Section } from "../../book.ts";
import { SOURCE } from "../../language.ts";
import type { Node } from "../../page.ts";
import { tagsIn } from "../folders.ts";
import type { Library } from "../library.ts";
import { Mistake } from "../mistake.ts";
import { facts } from "./nodes.ts";
import { linkTo, placesIn, type Place } from "./places.ts";

interface Term {
  readonly term: string;
  readonly means: string;
  /** The step that introduces it, `<slug>` or `<slug>#<step>`; in English only, it is the same in all languages. */
  readonly step?: string;
}
type Terms = Readonly<Record<string, Term>>;

const fileOf = (tag: string) => `content/${tag}/book/glossary.json`;

/** The terms of the course, each under the chapter that introduces it. */
export async function glossarySections(from: Library): Promise<Section[]> {
  const { root, content, tag, chapters } = from;
  const tags = tagsIn(content);
  const all = tags.map((t) => [t, read(root + fileOf(t))] as const);
  const english = read(root + fileOf(SOURCE));
  const places = placesIn(from);
  const items = Object.entries(english).map(([id, { step }]) => {
    const place = places.find((p) => nameOf(p) === step);
    if (!place)
      throw new Mistake(fileOf(SOURCE), undefined, `“${id}” names no step (${step})`, "mend it");
    return { place, item: itemOf(id, tag, all, place, from) };
  });
  return chapters
    .map((volume) => ({
      id: `in-${volume.slug}`,
      title: `${volume.number}. ${volume.page.short}`,
      body: [],
      entries: items
        .filter(({ place }) => place.volume === volume)
        .toSorted((a, b) => places.indexOf(a.place) - places.indexOf(b.place))
        .map(({ item }) => item),
    }))
    .filter(({ entries }) => entries.length > 0);
}

const nameOf = ({ volume, step }: Place) => volume.slug + (step.id && `#${step.id}`);

const read = (file: string): Terms => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Terms;
  } catch {
    return {}; // a language under way
  }
};

function itemOf(
  id: string,
  tag: string,
  all: readonly (readonly [tag: string, terms: Terms])[],
  place: Place,
  { word }: Library,
): BookItem {
  const found = all.flatMap(([lang, terms]) => (terms[id] ? [{ lang, ...terms[id] }] : []));
  const shown = found.find(({ lang }) => lang === tag) ?? found[0]!;
  const lang = shown.lang === tag ? {} : { lang: shown.lang };
  const others = found.filter((t) => t !== shown);
  return {
    id,
    title: [shown, ...others].map(({ term }) => term).join(" · "),
    head: [
      ["span", lang, shown.term],
      ...others.map((t): Node => ["span", { lang: t.lang, class: "other-name" }, t.term]),
    ],
    body: [["p", lang, shown.means], facts([[word("step"), [linkTo(place)]]])],
  };
}

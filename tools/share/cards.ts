import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { courseIn } from "../../src/chapters/compile/course.ts";
import { chaptersIn, frontIn, hasPage, tagsIn } from "../../src/chapters/compile/folders.ts";
import { entriesOf, folderParts } from "../../src/chapters/course.ts";
import { SOURCE } from "../../src/chapters/language.ts";

/** The picture that others show of a page that is linked to: what stands on it, and what it was made from. */
export interface Card {
  readonly tag: string;
  /** The page's slug; `home`, or `book` for all its pages. */
  readonly name: string;
  /** Small, above the title. */
  readonly kicker: string;
  readonly title: string;
  /** The course's name. */
  readonly site: string;
  /** What else is said: home's tagline, the titles of the book's pages. */
  readonly lines: readonly string[];
  /** Of the words on it and of the figure's picture that is kept in tests/pictures. */
  readonly digest: string;
}

/** Where the digests of the pictures that lie in public/share are kept. */
export const KEPT = "tests/pictures/share.json";
export const fileOf = ({ tag, name }: Card): string => `public/share/${tag}/${name}.jpg`;

/** Its picture alone, without words: what stands beside a chapter on the page of its part. */
export const firstOf = ({ tag, name }: Card): string | undefined =>
  name === "home" || name === "book" ? undefined : `public/first/${tag}/${name}.webp`;

export const keptDigests = (): Record<string, string> =>
  existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, "utf8")) as Record<string, string>) : {};

/** Every card of the course in every language. */
export const cardsIn = (content: string): Card[] => tagsIn(content).flatMap(cardsOf(content));

const cardsOf = (content: string) => (tag: string) => {
  const json = (file: string) =>
    JSON.parse(readFileSync(`${content}/${tag}/${file}`, "utf8")) as Record<string, string>;
  const words = json("ui.json");
  const course = courseIn(content, tag, []);
  const site = words.site!;
  const card = (
    said: Pick<Card, "name" | "kicker" | "title"> & { lines?: readonly string[] },
    ...from: readonly string[]
  ): Card => {
    const { kicker, title, lines = [] } = said;
    return { tag, site, ...said, lines, digest: digestOf(site, kicker, title, ...lines, ...from) };
  };
  const titles = course.book.map((b) => b.title);
  return [
    card({ name: "home", kicker: "", title: site, lines: [words.tagline!] }),
    card({ name: "book", kicker: "", title: words.book!, lines: titles }),
    ...chaptersIn(content).map((folder, k) => {
      const { slug } = folderParts(folder)!;
      const { title, kicker } = frontIn(content, pageTag(content, tag, folder), folder);
      const number = entriesOf(course).findIndex((e) => e.slug === slug) + 1 || k + 1;
      const place = words.chapter!.replace("{n}", String(number));
      const said = { name: slug, kicker: `${kicker} · ${place}`, title };
      return card(said, ...firstPicture(content, folder));
    }),
  ];
};

/** A page that is not translated is shown, and pictured, in English. */
const pageTag = (content: string, tag: string, folder: string) =>
  hasPage(content, tag, folder) && !frontIn(content, tag, folder).untranslated ? tag : SOURCE;

/** The first figure of a chapter, its setting, and how it was drawn when it was last looked at. */
function firstPicture(content: string, folder: string): string[] {
  const text = readFileSync(`${content}/${SOURCE}/${folder}/index.md`, "utf8");
  const [, id, preset = ""] = /^::figure\{id=([\w-]+)(?: preset=(\w+))?/m.exec(text) ?? [];
  if (id === undefined) return [];
  const drawn = ["svg", "txt"].map((kind) => {
    const file = `tests/pictures/${id}.${kind}`;
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  });
  const setting = drawn[1]!.split(/^(?=\S)/m).find((s) => s.startsWith(`${preset}, wide,`)) ?? "";
  return [id, preset, drawn[0]!, setting];
}

const digestOf = (...from: readonly string[]) =>
  createHash("sha256").update(from.join("\0")).digest("hex").slice(0, 12);

/** What is wrong with the pictures that lie there, each in a sentence; nothing where they are as they should be. */
export function faultsOf(
  cards: readonly Card[],
  kept: Readonly<Record<string, string>>,
  bytesOf: (file: string) => number | undefined,
): string[] {
  const cure = (card: Card) => `run npm run record:share ${card.name}, look at it and commit it`;
  const found = cards.flatMap((card) => {
    const file = fileOf(card);
    const bytes = bytesOf(file);
    const alone = firstOf(card);
    if (bytes === undefined) return `${file} is missing: ${cure(card)}`;
    if (alone && bytesOf(alone) === undefined) return `${alone} is missing: ${cure(card)}`;
    if (alone && bytesOf(alone)! > MOST_ALONE)
      return `${alone} has ${Math.round(bytesOf(alone)! / 1000)} kB, the most is ${MOST_ALONE / 1000}`;
    if (kept[`${card.tag}/${card.name}`] !== card.digest)
      return `${file} shows a title or a picture that has changed since: ${cure(card)}`;
    if (bytes > MOST)
      return `${file} has ${Math.round(bytes / 1000)} kB, the most is ${MOST / 1000}`;
    return [];
  });
  const known = new Set(cards.map(({ tag, name }) => `${tag}/${name}`));
  const idle = Object.keys(kept).filter((key) => !known.has(key));
  return [...found, ...idle.map((key) => `public/share/${key}.jpg is of no page: remove it`)];
}

/** Bytes: what is shown of a link by messengers on a slow line. */
export const MOST = 60_000;
/** Bytes: up to seven of them stand on one page. */
export const MOST_ALONE = 24_000;

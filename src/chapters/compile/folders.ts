import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { BookFront } from "../book.ts";
import { byPlace, folderParts } from "../course.ts";
import { SOURCE } from "../language.ts";
import type { Front } from "../page.ts";
import { bookFrontOf, frontOf } from "./front.ts";
import { Mistake } from "./mistake.ts";

/** Folders of a language with pages that are no chapters: those of the book, and one for each part of the course. */
export const beside = ["book", "parts"] as const;
export type Beside = (typeof beside)[number];

const foldersIn = (at: string): string[] =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["figures", ...beside].includes(entry.name))
    .map((entry) => entry.name);

/** The languages there are: the folders of `content` with a language.json, English first. */
export const tagsIn = (content: string): string[] =>
  foldersIn(content)
    .filter((tag) => existsSync(`${content}/${tag}/language.json`))
    .toSorted((a, b) => Number(b === SOURCE) - Number(a === SOURCE) || (a < b ? -1 : 1));

/** The files of the interface's sentences: ui.json on every page, each other with the code that says them. */
export const sentencesIn = (content: string): string[] =>
  readdirSync(`${content}/${SOURCE}`).filter(
    (file) =>
      file.endsWith(".json") && !["coming.json", "language.json", "notation.json"].includes(file),
  );

/** The folders of the chapters, in the order of the course. A folder that is no chapter, in any language, is a mistake. */
export function chaptersIn(content: string): string[] {
  const folders = foldersIn(`${content}/${SOURCE}`);
  for (const tag of tagsIn(content))
    for (const folder of foldersIn(`${content}/${tag}`))
      checkFolder(content, tag, folder, folders.includes(folder));
  const taken = new Map<number | string, string>();
  for (const folder of folders.toSorted())
    for (const key of Object.values(folderParts(folder)!)) {
      if (taken.has(key))
        throw new Mistake(
          `content/${SOURCE}/${folder}`,
          undefined,
          `“${key}” is taken by ${taken.get(key)}`,
          "give each chapter a number and a slug of its own",
        );
      taken.set(key, folder);
    }
  return folders.toSorted(byPlace);
}

/** Addresses that other pages have. */
const RESERVED = ["embed", "index"];

function checkFolder(content: string, tag: string, folder: string, known: boolean): void {
  const at = `content/${tag}/${folder}`;
  const wrong = (what: string, remedy: string) => new Mistake(at, undefined, what, remedy);
  if (!folderParts(folder))
    throw wrong("this is no chapter's name", "name it <number>-<slug>, such as 45-two-words");
  const { slug } = folderParts(folder)!;
  if (RESERVED.includes(slug))
    throw wrong(
      `“${slug}” is the address of another page of the site`,
      "give the chapter another name",
    );
  if (!existsSync(`${content}/${tag}/${folder}/index.md`))
    throw wrong(
      "a folder without a page",
      `remove it, or write its index.md: npm run new chapter ${folder}`,
    );
  if (!known)
    throw wrong(
      `there is no content/${SOURCE}/${folder} that it could be a translation of`,
      "write the English page, or give both folders one name",
    );
}

/** Whether a language has a page of its own for a chapter, translated or not. */
export const hasPage = (content: string, tag: string, folder: string): boolean =>
  existsSync(`${content}/${tag}/${folder}/index.md`);

/** What a chapter's page says of itself. */
export const frontIn = (content: string, tag: string, folder: string): Front =>
  frontOf(
    readFileSync(`${content}/${tag}/${folder}/index.md`, "utf8"),
    `content/${tag}/${folder}/index.md`,
  );

/** How many steps a chapter has: its headings. */
export const stepsIn = (content: string, tag: string, folder: string): number =>
  readFileSync(`${content}/${tag}/${folder}/index.md`, "utf8").match(/^## .*\{#/gm)?.length ?? 0;

/** The pages of the book, or those of the parts, in their order: the files of content/en/book, named <number>-<slug>.md. */
export function bookIn(content: string, of: Beside = "book"): string[] {
  const at = `${content}/${SOURCE}/${of}`;
  const files = existsSync(at) ? readdirSync(at) : [];
  const names = files.filter((file) => file.endsWith(".md")).map((file) => file.slice(0, -3));
  for (const name of names)
    if (!folderParts(name))
      throw new Mistake(
        `content/${SOURCE}/${of}/${name}.md`,
        undefined,
        "this is no page's name",
        "name it <number>-<slug>.md, such as 10-notation.md",
      );
  return names.toSorted(byPlace);
}

/** The pages beside the chapters as `Language.lacks` names them: "book/10-notation", "parts/20-…". */
export const unitsIn = (content: string): string[] =>
  beside.flatMap((of) => bookIn(content, of).map((name) => `${of}/${name}`));

/** What a page of the book or of a part, "book/10-notation", says of itself. */
export const bookFrontIn = (content: string, tag: string, unit: string): BookFront =>
  bookFrontOf(readFileSync(`${content}/${tag}/${unit}.md`, "utf8"), `content/${tag}/${unit}.md`);

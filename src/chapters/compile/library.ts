import { existsSync, readFileSync } from "node:fs";
import { folderParts } from "../course.ts";
import { SOURCE } from "../language.ts";
import type { EquationMath, Page } from "../page.ts";
import { figuresIn } from "./checks.ts";
import { namesIn, type Typeset } from "./equations.ts";
import { chaptersIn } from "./folders.ts";
import { languageIn } from "./lacks.ts";

/** A chapter as a reader of one language has it. */
export interface Volume {
  readonly folder: string;
  readonly slug: string;
  /** As readers count it, from 1. */
  readonly number: number;
  readonly lang: string;
  readonly page: Page;
}

/** The whole course in one language: what the search and the pages of the book are made from. */
export interface Library {
  readonly root: string;
  readonly content: string;
  readonly tag: string;
  readonly chapters: readonly Volume[];
  /** An equation with its names in a language. */
  equation(id: string, lang?: string): Promise<EquationMath>;
  /** A label of the pages of the book. */
  word(key: string): string;
}

export interface Reading {
  readonly readPage: (file: string, name: string) => Promise<{ page: object; steps: unknown }>;
  readonly mathOf: (root: string, id: string) => Promise<Typeset>;
}

export async function libraryOf(
  { readPage, mathOf }: Reading,
  content: string,
  tag: string,
): Promise<Library> {
  const root = content.slice(0, -"content".length);
  const { lacks } = languageIn(content, tag, figuresIn(root));
  const chapters = chaptersIn(content).map(async (folder, k): Promise<Volume> => {
    const lang = lacks.includes(folder) || lacks.includes("ui") ? SOURCE : tag;
    const name = `content/${lang}/${folder}/index.md`;
    const { page, steps } = await readPage(root + name, name);
    const { slug } = folderParts(folder)!;
    return { folder, slug, number: k + 1, lang, page: { ...page, steps } as Page };
  });
  const names = new Map<string, ReturnType<typeof namesIn>>();
  const named = (lang: string) =>
    names.get(lang) ?? names.set(lang, namesIn(`${content}/${lang}/notation.json`)).get(lang)!;
  const words = wordsIn(content, tag);
  return {
    root,
    content,
    tag,
    chapters: await Promise.all(chapters),
    equation: async (id, lang = tag) => (await named(lang))(id, await mathOf(root, id)),
    word: (key) => words[key] ?? key,
  };
}

/** The labels of the pages of the book: a language's own, English where it has none. */
const wordsIn = (content: string, tag: string): Record<string, string> =>
  Object.assign(
    {},
    ...[SOURCE, tag].map((lang) => {
      const file = `${content}/${lang}/book/words.json`;
      return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    }),
  ) as Record<string, string>;

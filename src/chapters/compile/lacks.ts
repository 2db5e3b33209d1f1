import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { SOURCE, type Language } from "../language.ts";
import { chaptersIn, frontIn, hasPage, sentencesIn, unitsIn } from "./folders.ts";
import { Mistake } from "./mistake.ts";

type Sentences = Record<string, string | readonly [english: string, translation: string]>;
const read = (file: string): Sentences => JSON.parse(readFileSync(file, "utf8")) as Sentences;

/** The keys without a translation in a file of words; all that `english` has where there is no such file. */
export function untranslated(file: string, english: Sentences = {}): string[] {
  const mine = existsSync(file) ? read(file) : {};
  const keys = new Set([...Object.keys(english), ...Object.keys(mine)]);
  return [...keys].filter((key) => {
    const word = mine[key] ?? "";
    return (typeof word === "string" ? word : word[1]).trim() === "";
  });
}

/** What a language shows in English for now, as `Language.lacks` names it. */
export function lacksIn(content: string, tag: string, figures: readonly string[]): string[] {
  if (tag === SOURCE) return [];
  const own = `${content}/${tag}`;
  const ui = sentencesIn(content).some(
    (file) => untranslated(`${own}/${file}`, read(`${content}/${SOURCE}/${file}`)).length > 0,
  );
  const chapters = chaptersIn(content).filter(
    (folder) => !hasPage(content, tag, folder) || frontIn(content, tag, folder).untranslated,
  );
  const words = figures
    .map((id) => `figures/${id}`)
    .filter((unit) => {
      const file = `${own}/${unit}.json`;
      return !existsSync(file) || untranslated(file).length > 0;
    });
  const book = unitsIn(content).filter((unit) => !existsSync(`${own}/${unit}.md`));
  return [...(ui ? ["ui"] : []), ...chapters, ...words, ...book];
}

/** A language as its folder declares it. */
export function languageIn(content: string, tag: string, figures: readonly string[]): Language {
  const file = `content/${tag}/language.json`;
  const language = JSON.parse(
    readFileSync(path.join(content, tag, "language.json"), "utf8"),
  ) as Omit<Language, "lacks">;
  for (const key of ["tag", "name", "short", "dir"] as const)
    if (!language[key]) throw new Mistake(file, undefined, `there is no ${key}`, `add "${key}"`);
  if (language.tag !== tag)
    throw new Mistake(
      file,
      undefined,
      `its tag is ${language.tag}`,
      `make it ${tag}, its folder's`,
    );
  return { ...language, lacks: lacksIn(content, tag, figures) };
}

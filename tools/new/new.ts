// Lays the skeleton of something new: npm run new figure|equation|chapter|language <id>, or the words that other languages lack: npm run new words [<figure>]
import process from "node:process";
import { newChapter } from "./chapter.ts";
import { newEquation } from "./equation.ts";
import { newFigure } from "./figure.ts";
import { newLanguage } from "./language.ts";
import type { Laid } from "./lay.ts";
import { newWords } from "./words.ts";

const kinds: Readonly<
  Record<string, (root: string, id: string | undefined) => Laid | Promise<Laid>>
> = {
  figure: newFigure,
  equation: newEquation,
  chapter: newChapter,
  language: newLanguage,
  words: newWords,
};

const [kind = "", id] = process.argv.slice(2);
try {
  const make = kinds[kind];
  if (!make) throw new Error(`npm run new ${Object.keys(kinds).join("|")} <id>`);
  const { files, next } = await make(process.cwd(), id);
  console.log([...files.map((file) => `wrote ${file}`), next].join("\n"));
} catch (problem) {
  console.error((problem as Error).message);
  process.exitCode = 1;
}

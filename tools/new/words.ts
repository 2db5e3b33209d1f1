import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { texts } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { tagsIn } from "../../src/chapters/compile/folders.ts";
import { json, type Laid } from "./lay.ts";

type Pairs = Record<string, [english: string, translation: string]>;

/** The words of a figure in one language with the keys that it has now: what is new or was about another sentence waits, empty. */
export function pairsOf(english: Readonly<Record<string, string>>, before: Pairs): Pairs {
  return Object.fromEntries(
    Object.entries(english).map(([key, word]) => {
      const [old, translation] = before[key] ?? ["", ""];
      return [key, [word, old === word ? translation : ""]];
    }),
  );
}

/** Brings the words of a figure in every other language up to the keys and sentences that it has now. */
export async function newWords(root: string, id: string | undefined): Promise<Laid> {
  const source = `${root}/src/figures/${id}/figure.ts`;
  if (!existsSync(source))
    throw new Error(`There is no figure ${id}: no src/figures/${id}/figure.ts.`);
  const { default: figure } = (await import(source)) as { default: Figure };
  const files: string[] = [];
  const lost: string[] = [];
  for (const tag of tagsIn(`${root}/content`).filter((t) => t !== "en")) {
    const file = `content/${tag}/figures/${id}.json`;
    const there = existsSync(`${root}/${file}`);
    const before = there ? (JSON.parse(readFileSync(`${root}/${file}`, "utf8")) as Pairs) : {};
    const after = pairsOf(texts(figure), before);
    for (const [key, [english, word]] of Object.entries(before))
      if (word && after[key]?.[1] !== word) lost.push(`${tag} ${key}: ${english} | ${word}`);
    if (json(after) === json(before)) continue;
    writeFileSync(`${root}/${file}`, json(after));
    files.push(file);
  }
  const old = lost.length > 0 ? ` These stood there before:\n${lost.join("\n")}` : "";
  return { files, next: `Fill in the empty strings.${old}` };
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { texts } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { tagsIn } from "../../src/chapters/compile/folders.ts";
import { figuresIn, namesIn } from "./declared.ts";
import { json, pairLines, type Laid, type Pairs } from "./lay.ts";

/** A file of words in every language, and the English that its pairs begin with. */
interface Sheet {
  readonly name: string;
  readonly english: Readonly<Record<string, string>>;
}

/** Words in one language with the keys that there are now: what is new or was about another sentence waits, empty. */
export function pairsOf(english: Readonly<Record<string, string>>, before: Pairs): Pairs {
  return Object.fromEntries(
    Object.entries(english).map(([key, word]) => {
      const [old, translation] = before[key] ?? ["", ""];
      return [key, [word, old === word ? translation : ""]];
    }),
  );
}

/** Brings the words of a figure, or of all figures, symbols and equations, in every other language up to the English of now. */
export async function newWords(root: string, id: string | undefined): Promise<Laid> {
  const [files, lost, waiting]: [string[], string[], string[]] = [[], [], []];
  const sheets = id === undefined ? await allSheets(root) : [await sheetOf(root, id)];
  for (const tag of tagsIn(`${root}/content`).filter((t) => t !== "en"))
    for (const { name, english } of sheets) {
      const file = `content/${tag}/${name}.json`;
      const there = existsSync(`${root}/${file}`);
      const before = there ? (JSON.parse(readFileSync(`${root}/${file}`, "utf8")) as Pairs) : {};
      const now = pairsOf(english, before);
      const after =
        name === "notation" ? inOrder(now, before) : withShared(`${root}/content/${tag}`, now);
      for (const [key, [old, word]] of Object.entries(before))
        if (word && after[key]?.[1] !== word) lost.push(`${tag} ${key}: ${old} | ${word}`);
      const same = isDeepStrictEqual(after, before); // in whatever order
      const empty = Object.values(after).filter(([, word]) => word === "").length;
      if (empty > 0 && (id !== undefined || !same)) waiting.push(`${file} (${empty})`);
      if (same) continue;
      writeFileSync(`${root}/${file}`, name === "notation" ? pairLines(after) : json(after));
      files.push(file);
    }
  const left = waiting.length > 0 ? `Fill in the empty strings: ${waiting.join(", ")}.` : DONE;
  const old = lost.length > 0 ? ` These stood there before:\n${lost.join("\n")}` : "";
  return { files, next: `${left}${old}` };
}

/** In the order that they had, and what is new at the end. */
const inOrder = (pairs: Pairs, before: Pairs): Pairs => ({
  ...Object.fromEntries(Object.keys(before).flatMap((k) => (pairs[k] ? [[k, pairs[k]]] : []))),
  ...pairs,
});

/** The words of a parameter's kind (a signal's, say) are the same in every figure: where all that have them agree, they are taken. */
function withShared(content: string, pairs: Pairs): Pairs {
  const empty = ([key, [, word]]: [string, Pairs[string]]) => !word && /^params\.\w+\./.test(key);
  if (!Object.entries(pairs).some(empty) || !existsSync(`${content}/figures`)) return pairs;
  const others = readdirSync(`${content}/figures`).map(
    (file) => JSON.parse(readFileSync(`${content}/figures/${file}`, "utf8")) as Pairs,
  );
  const said = (key: string, english: string) =>
    new Set(
      others.flatMap(({ [key]: [en, word] = ["", ""] }) => (en === english && word ? [word] : [])),
    );
  return Object.fromEntries(
    Object.entries(pairs).map((pair) => {
      const [key, [english, word]] = pair;
      const [one, ...more] = empty(pair) ? said(key, english) : [];
      return [key, [english, one && more.length === 0 ? one : word]];
    }),
  );
}

const DONE = "No string is empty.";

const sheetFor = (figure: Figure): Sheet => ({
  name: `figures/${figure.id}`,
  english: texts(figure),
});

async function sheetOf(root: string, id: string): Promise<Sheet> {
  const source = `${root}/src/figures/${id}/figure.ts`;
  if (!existsSync(source))
    throw new Error(`There is no figure ${id}: no src/figures/${id}/figure.ts.`);
  return sheetFor(((await import(source)) as { default: Figure }).default);
}

const allSheets = async (root: string): Promise<Sheet[]> => [
  ...(await figuresIn(root)).map(sheetFor),
  { name: "notation", english: await namesIn(root) },
];

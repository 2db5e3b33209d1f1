import { existsSync, readdirSync, readFileSync } from "node:fs";
import { texts } from "../../src/kit/derive.ts";
import type { Equation } from "../../src/kit/equation.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { notation } from "../../src/notation.ts";
import { json, lay, type Laid } from "./lay.ts";
import { pairsOf } from "./words.ts";

const rightToLeft = ["ar", "fa", "he", "ur"];

/** A language with every key there is, all untranslated: its pages are in English and say so until the words come. */
export async function newLanguage(root: string, tag: string | undefined): Promise<Laid> {
  const [canonical] = tag ? canonicalOf(tag) : [];
  if (!tag || canonical !== tag)
    throw new Error(
      `“${tag ?? ""}” is no tag of a language${canonical ? `: write ${canonical}` : ", such as de or pt-BR"}.`,
    );
  if (existsSync(`${root}/content/${tag}`)) throw new Error(`content/${tag} is there already.`);
  const empty = (name: string) => {
    const english = JSON.parse(readFileSync(`${root}/content/en/${name}.json`, "utf8")) as object;
    return json(Object.fromEntries(Object.keys(english).map((key) => [key, ""])));
  };
  const waiting = (words: Readonly<Record<string, string>>) => json(pairsOf(words, {}));
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  const at = `content/${tag}`;
  const figures = await eachIn<Figure>(root, "src/figures", (entry) => `${entry}/figure.ts`);
  const equations = await eachIn<Equation>(root, "src/equations", (entry) =>
    entry.endsWith(".ts") && entry !== "tsconfig.json" ? entry : undefined,
  );
  const files = lay(root, {
    [`${at}/language.json`]: json({
      tag,
      name,
      short: tag.split("-")[0]!.toUpperCase(),
      dir: rightToLeft.includes(tag.split("-")[0]!) ? "rtl" : "ltr",
      partial: true,
    }),
    [`${at}/ui.json`]: empty("ui"),
    [`${at}/import.json`]: empty("import"),
    [`${at}/notation.json`]: waiting(
      Object.fromEntries([
        ...Object.entries(notation).map(([id, symbol]) => [`symbols.${id}`, symbol.name]),
        ...equations.map((e) => [`equations.${e.id}`, e.name]),
      ]),
    ),
    ...Object.fromEntries(figures.map((f) => [`${at}/figures/${f.id}.json`, waiting(texts(f))])),
  });
  return {
    files,
    next: `It is in the header now, and every page says that it is in English. Translate ui.json and import.json first, from content/en; then npm run new chapter <slug> lays a page to translate. When nothing is missing, take "partial" out of language.json.`,
  };
}

function canonicalOf(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

async function eachIn<T>(
  root: string,
  folder: string,
  fileOf: (entry: string) => string | undefined,
): Promise<T[]> {
  const files = readdirSync(`${root}/${folder}`).flatMap((entry) => fileOf(entry) ?? []);
  const there = files.filter((file) => existsSync(`${root}/${folder}/${file}`));
  return Promise.all(
    there.map(
      async (file) => ((await import(`${root}/${folder}/${file}`)) as { default: T }).default,
    ),
  );
}

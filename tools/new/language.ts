import { existsSync, readFileSync } from "node:fs";
import { texts } from "../../src/kit/derive.ts";
import { sentencesIn } from "../../src/chapters/compile/folders.ts";
import { figuresIn, namesIn } from "./declared.ts";
import { json, lay, pairLines, type Laid } from "./lay.ts";
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
  const empty = (file: string) => {
    const english = JSON.parse(readFileSync(`${root}/content/en/${file}`, "utf8")) as object;
    return json(Object.fromEntries(Object.keys(english).map((key) => [key, ""])));
  };
  const waiting = (words: Readonly<Record<string, string>>) => json(pairsOf(words, {}));
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  const at = `content/${tag}`;
  const sentences = sentencesIn(`${root}/content`);
  const figures = await figuresIn(root);
  const files = lay(root, {
    [`${at}/language.json`]: json({
      tag,
      name,
      short: tag.split("-")[0]!.toUpperCase(),
      dir: rightToLeft.includes(tag.split("-")[0]!) ? "rtl" : "ltr",
      partial: true,
    }),
    ...Object.fromEntries(sentences.map((file) => [`${at}/${file}`, empty(file)])),
    [`${at}/notation.json`]: pairLines(pairsOf(await namesIn(root), {})),
    ...Object.fromEntries(figures.map((f) => [`${at}/figures/${f.id}.json`, waiting(texts(f))])),
  });
  return {
    files,
    next: `It is in the header now, and every page says that it is in English. Translate ${sentences.join(", ")} first, from content/en: until none has an empty string, all stays in English. Then npm run new chapter <slug> lays a page to translate. When nothing is missing, take "partial" out of language.json.`,
  };
}

function canonicalOf(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

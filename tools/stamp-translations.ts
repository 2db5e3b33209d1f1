// Writes the hash of its English page into each translation's front matter: npx tsx tools/stamp-translations.ts
// Run it when a translation is true again to its source, not to silence the test.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { chaptersIn, frontIn, hasPage, tagsIn } from "../src/chapters/compile/folders.ts";
import { Mistake } from "../src/chapters/compile/mistake.ts";

/** The first 12 hex digits of the SHA-256 of an English page: what `source` in a translation's front matter holds. */
export const stampOf = (english: string): string =>
  createHash("sha256").update(english).digest("hex").slice(0, 12);

const line = /^source:\s*"?(\w*)"?\s*$/m;
const frontMatter = (page: string) => /^---\n[\s\S]*?\n---\n/.exec(page)?.[0] ?? "";
const unstamped = (file: string) =>
  new Mistake(
    file,
    1,
    "this translation does not say which English it was made from",
    'add source: "" to its front matter and run npx tsx tools/stamp-translations.ts',
  );

/** A translation with its `source` line set; a Mistake where the front matter has no such line. */
export function stamped(file: string, translation: string, english: string): string {
  const front = frontMatter(translation);
  if (!line.test(front)) throw unstamped(file);
  return front.replace(line, `source: "${stampOf(english)}"`) + translation.slice(front.length);
}

/** What is wrong with a translation whose English page is another one by now. */
export function stale(file: string, translation: string, english: string): Mistake | undefined {
  const front = frontMatter(translation);
  const found = line.exec(front);
  if (!found) return unstamped(file);
  if (found[1] === stampOf(english)) return undefined;
  return new Mistake(
    file,
    front.slice(0, found.index).split("\n").length,
    "its English page has changed since",
    "bring the translation up to date, then run npx tsx tools/stamp-translations.ts",
  );
}

/** Every translated page with its English one; without those that wait for their translator: [translation, English]. */
export function translations(content: string): [translated: string, english: string][] {
  const [, ...others] = tagsIn(content);
  return others.flatMap((tag) =>
    chaptersIn(content)
      .filter((folder) => hasPage(content, tag, folder))
      .filter((folder) => !frontIn(content, tag, folder).untranslated)
      .map((folder): [string, string] => [
        `${content}/${tag}/${folder}/index.md`,
        `${content}/en/${folder}/index.md`,
      ]),
  );
}

if (process.argv[1]?.endsWith("stamp-translations.ts"))
  for (const [translated, english] of translations("content")) {
    const before = readFileSync(translated, "utf8");
    try {
      const after = stamped(translated, before, readFileSync(english, "utf8"));
      if (after !== before) writeFileSync(translated, after);
      console.log(`${after === before ? "fresh  " : "stamped"} ${translated}`);
    } catch (mistake) {
      console.error((mistake as Error).message);
      process.exitCode = 1;
    }
  }

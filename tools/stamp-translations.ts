// Writes the hash of its English page into each translation's front matter: npx tsx tools/stamp-translations.ts
// Run it when a translation is true again to its source, not to silence the test.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

/** The first 12 hex digits of the SHA-256 of an English page: what `source` in a translation's front matter holds. */
export const stampOf = (english: string): string =>
  createHash("sha256").update(english).digest("hex").slice(0, 12);

/** A translation with its `source` line set; throws where the front matter has no such line. */
export function stamped(translation: string, english: string): string {
  const front = /^---\n[\s\S]*?\n---\n/.exec(translation)?.[0];
  if (!front || !/^source:.*$/m.test(front)) throw new Error("front matter has no source: line");
  return (
    front.replace(/^source:.*$/m, `source: "${stampOf(english)}"`) + translation.slice(front.length)
  );
}

/** Every translated page with its English one: [translation, English]. */
export function translations(content: string): [translated: string, english: string][] {
  return readdirSync(content)
    .filter((tag) => tag !== "en")
    .flatMap((tag) =>
      readdirSync(`${content}/${tag}`)
        .map((folder): [string, string] => [
          `${content}/${tag}/${folder}/index.md`,
          `${content}/en/${folder}/index.md`,
        ])
        .filter(([translated]) => existsSync(translated)),
    );
}

if (process.argv[1]?.endsWith("stamp-translations.ts"))
  for (const [translated, english] of translations("content")) {
    const before = readFileSync(translated, "utf8");
    const after = stamped(before, readFileSync(english, "utf8"));
    if (after !== before) writeFileSync(translated, after);
    console.log(`${after === before ? "fresh  " : "stamped"} ${translated}`);
  }

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Files of a skeleton by their path from the project's root. */
export type Files = Readonly<Record<string, string>>;

/** Writes those that are not there yet, never over one that is; the paths written. */
export function lay(root: string, files: Files): string[] {
  const missing = Object.entries(files).filter(([file]) => !existsSync(path.join(root, file)));
  for (const [file, text] of missing) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return missing.map(([file]) => file);
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Words and their translations: path → [English, translation]. */
export type Pairs = Record<string, [english: string, translation: string]>;

/** A pair a line, so that one word more changes one line. */
export const pairLines = (pairs: Pairs): string =>
  `{\n${Object.entries(pairs)
    .map(
      ([key, pair]) =>
        `  ${JSON.stringify(key)}: [${pair.map((w) => JSON.stringify(w)).join(", ")}]`,
    )
    .join(",\n")}\n}\n`;

/** What a generator did: the files it wrote and what is left to do. */
export interface Laid {
  readonly files: readonly string[];
  readonly next: string;
}

/** Refuses a name that could be no address. */
export function checkId(id: string | undefined, what: string): string {
  if (id && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return id;
  throw new Error(
    `“${id ?? ""}” is no name of a ${what}: small letters, digits and hyphens, a letter first, such as two-words.`,
  );
}

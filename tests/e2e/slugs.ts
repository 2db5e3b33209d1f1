import { readdirSync } from "node:fs";

/** Slugs of the chapters there are: the folders of the English text, in order. */
export const slugs: readonly string[] = readdirSync("content/en", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted()
  .map((name) => name.slice(name.indexOf("-") + 1));

import { existsSync, readdirSync } from "node:fs";
import type { Equation } from "../../src/kit/equation.ts";
import type { Figure } from "../../src/kit/figure.ts";
import type { Notation } from "../../src/symbols/table.ts";

/** Every figure of a project. */
export const figuresIn = (root: string): Promise<Figure[]> =>
  eachIn<Figure>(root, "src/figures", (entry) => `${entry}/figure.ts`);

/** The English names of its symbols and equations, under their keys in `notation.json`. */
export async function namesIn(root: string): Promise<Record<string, string>> {
  const equations = await eachIn<Equation>(root, "src/equations", (entry) =>
    entry.endsWith(".ts") ? entry : undefined,
  );
  const { notation } = (await import(`${root}/src/symbols/table.ts`)) as {
    notation: Readonly<Record<string, Notation>>;
  };
  return Object.fromEntries([
    ...Object.entries(notation).map(([id, symbol]) => [`symbols.${id}`, symbol.name]),
    ...equations.map((e) => [`equations.${e.id}`, e.name]),
  ]) as Record<string, string>;
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

import { readFile } from "node:fs/promises";
import { runnerImport, type Plugin } from "vite";
import type { Equation } from "../../kit/equation.ts";
import { equationsOf, type EquationMath } from "../page.ts";
import { compilePage } from "./markdown.ts";
import { renderEquation } from "./math.ts";

/** Vite: `content/…/index.md` becomes a Page, with the mathematics of its equations rendered. */
export function course(): Plugin {
  let building = false;
  return {
    name: "hidden-state:course",
    enforce: "pre",
    configResolved: ({ command }) => {
      building = command === "build";
    },
    async load(id) {
      const [file] = id.split("?") as [string];
      if (building && /\/content\/[^/]+\/(figures\/[^/]+|notation)\.json$/.test(file)) {
        // The English of each pair is for translators and tests; a page needs the translation alone.
        const pairs = JSON.parse(await readFile(file, "utf8")) as Record<string, [string, string]>;
        const words = Object.entries(pairs).map(([path, [, word]]) => [path, ["", word]]);
        return {
          code: `export default ${JSON.stringify(Object.fromEntries(words))}`,
          map: null,
          moduleType: "js",
        };
      }
      if (!file.endsWith(".md") || !file.includes("/content/")) return undefined;
      const name = file.slice(file.indexOf("content/"));
      const page = compilePage(await readFile(file, "utf8"), name);
      const root = file.slice(0, -name.length);
      const math: Record<string, EquationMath> = {};
      for (const equation of equationsOf(page.intro, page.steps)) {
        const source = `${root}src/equations/${equation}.ts`;
        this.addWatchFile(source);
        const { module } = await runnerImport<{ default: Equation }>(source, {
          configFile: false,
          logLevel: "error",
        });
        math[equation] = { name: module.default.name, ...renderEquation(module.default.tex) };
      }
      return { code: `export default ${JSON.stringify({ ...page, math })}`, map: null };
    },
  };
}

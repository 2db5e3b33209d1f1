import { readFile } from "node:fs/promises";
import { runnerImport, type Plugin } from "vite";
import type { Equation } from "../../kit/equation.ts";
import { compilePage } from "./markdown.ts";
import { renderEquation } from "./math.ts";

/** Vite: `content/…/index.md` becomes a Page, `src/equations/x.ts?math` its rendered mathematics. */
export function course(): Plugin {
  return {
    name: "hidden-state:course",
    enforce: "pre",
    async load(id) {
      const [file, query] = id.split("?") as [string, string?];
      if (file.endsWith(".md") && file.includes("/content/")) {
        const page = compilePage(
          await readFile(file, "utf8"),
          file.slice(file.indexOf("content/")),
        );
        return { code: `export default ${JSON.stringify(page)}`, map: null };
      }
      if (query === "math" && file.includes("/src/equations/")) {
        const { module } = await runnerImport<{ default: Equation }>(file, {
          configFile: false,
          logLevel: "error",
        });
        return {
          code: `export default ${JSON.stringify(renderEquation(module.default.tex))}`,
          map: null,
        };
      }
      return undefined;
    },
  };
}

import { readFile } from "node:fs/promises";
import { runnerImport, type Plugin, type ViteDevServer } from "vite";
import type { Equation } from "../../kit/equation.ts";
import {
  equationsOf,
  scenesOf,
  type BuiltPage,
  type EquationMath,
  type Page,
  type Scene,
  type SceneText,
  type WrittenStep,
} from "../page.ts";
import { checkPage, figuresIn } from "./checks.ts";
import { courseIn } from "./course.ts";
import { languageIn } from "./lacks.ts";
import { compilePage } from "./markdown.ts";
import { renderEquation } from "./math.ts";
import { typeset } from "./typeset.ts";

/**
 * Vite: `content/…/index.md` becomes a BuiltPage with the text of its first scene; `index.md?scene=1` is the text of the
 * second one, with the mathematics of its equations rendered. `language.json` knows what its language lacks, and
 * `language.json?course` is the course as the folders have it.
 */
export function course(): Plugin {
  let building = false;
  let serving: ViteDevServer | undefined;
  return {
    name: "hidden-state:course",
    enforce: "pre",
    configResolved: ({ command }) => {
      building = command === "build";
    },
    // What the folders say is read again whenever one of their files comes, changes or goes.
    configureServer: (server) => {
      const { watcher, moduleGraph, ws } = server;
      serving = server;
      watcher.on("all", (_, file) => {
        if (!/[/\\]content[/\\].*\.(md|json)$/.test(file)) return;
        for (const module of moduleGraph.idToModuleMap.values())
          if (/\/language\.json(\?|$)/.test(module.id ?? "")) moduleGraph.invalidateModule(module);
        ws.send({ type: "full-reload" });
      });
    },
    async load(id, { ssr } = {}) {
      const [file, query = ""] = id.split("?") as [string, string?];
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
      const [, content, tag] = /^(.*\/content)\/([^/]+)\/language\.json$/.exec(file) ?? [];
      if (content && tag) return registered(content, tag, query === "course");
      if (!file.endsWith(".md") || !file.includes("/content/")) return undefined;
      const name = file.slice(file.indexOf("content/"));
      const { steps, marks, ...page } = compilePage(await readFile(file, "utf8"), name);
      const scenes = scenesOf(steps);
      const k = Number(/scene=(\d+)/.exec(query)?.[1] ?? 0);
      const root = file.slice(0, -name.length);
      const dev = serving;
      if (query === "")
        await checkPage({ steps, marks }, name, root, dev && ((file) => dev.ssrLoadModule(file)));
      const equations = equationsOf(textOf(page, scenes, k)).map((name) => ({
        name,
        source: `${root}src/equations/${name}.ts`,
      }));
      for (const { source } of equations) this.addWatchFile(source);
      const text: SceneText = {
        bodies: Object.fromEntries(scenes[k]!.steps.map((s) => [s.id, s.body])),
        math: Object.fromEntries(
          await Promise.all(equations.map(async (e) => [e.name, await mathOf(e.source)] as const)),
        ),
      };
      const code = query.includes("scene=")
        ? `export default ${JSON.stringify(text)}`
        : built(ssr ? { ...page, marks } : page, steps, text, scenes.length);
      return { code, map: null, moduleType: "js" };
    },
  };
}

/** What the folders of a language say, so that no list has to. */
function registered(content: string, tag: string, course: boolean) {
  const language = languageIn(content, tag, figuresIn(content.slice(0, -"content".length)));
  const said = course ? courseIn(content, tag, language.lacks) : language;
  return { code: `export default ${JSON.stringify(said)}`, map: null, moduleType: "js" as const };
}

/** All that is read in a scene; the first one holds the chapter's opening words. */
const textOf = (
  { intro }: Omit<Page, "steps">,
  scenes: readonly Scene<WrittenStep>[],
  k: number,
) => [...(k === 0 ? intro : []), ...scenes[k]!.steps.flatMap((s) => s.body)];

async function mathOf(source: string): Promise<EquationMath> {
  const { module } = await runnerImport<{ default: Equation }>(source, {
    configFile: false,
    logLevel: "error",
  });
  const { name, tex } = module.default;
  const file = source.slice(source.indexOf("src/equations/"));
  const line =
    (await readFile(source, "utf8")).split("\n").findIndex((l) => /^\s*tex:/.test(l)) + 1;
  return { name, ...typeset(tex, file, line, () => renderEquation(tex)) };
}

/** The source of a BuiltPage: the first text goes with it, the others are fetched. */
function built(
  page: Omit<BuiltPage, "steps" | "texts">,
  steps: readonly WrittenStep[],
  first: SceneText,
  scenes: number,
): string {
  const shape = JSON.stringify({
    ...page,
    steps: steps.map(({ id, title, figure, preset }) => ({ id, title, figure, preset })),
  });
  const others = Array.from({ length: scenes - 1 }, (_, k) => {
    const text = JSON.stringify(`./index.md?scene=${k + 1}`);
    return `async () => (await import(${text})).default`;
  });
  const texts = [`async () => (${JSON.stringify(first)})`, ...others];
  return `export default { ...${shape}, texts: [${texts.join(", ")}] }`;
}

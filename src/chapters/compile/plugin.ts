import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Plugin, ViteDevServer } from "vite";
import { equationsOf, scenesOf, type Page, type Scene, type WrittenStep } from "../page.ts";
import { aboutAll } from "./aboutAll.ts";
import { checkPage } from "./checks.ts";
import { equations, namesIn } from "./equations.ts";
import { compilePage } from "./markdown.ts";
import { builtPage, figureWords, sceneText } from "./module.ts";

/** How often each file was compiled so far: once in a build, whichever of its parts are asked for and by whom. */
export type Compiled = Map<string, number>;

/**
 * Vite: `content/…/index.md` becomes a BuiltPage with the text of its first scene; `index.md?scene=1` is the text of the
 * second one, with the mathematics of its equations rendered. `language.json` knows what its language lacks, and
 * `language.json?course` is the course as the folders have it, `language.json?search` what is said in it, as an index,
 * `language.json?symbols` what each symbol is.
 * `book/….md` and `parts/….md` become a BookPage. The pages and the browser's code share one instance.
 */
export function course(): Plugin<{ compiled: Compiled }> {
  const compiled: Compiled = new Map();
  const count = (file: string) => compiled.set(file, (compiled.get(file) ?? 0) + 1);
  const readPage = pages(count);
  const mathOf = equations(count);
  let building = false;
  let serving: ViteDevServer | undefined;
  const madeOfAll = aboutAll({ readPage, mathOf }, count, () => building);
  return {
    name: "hidden-state:course",
    enforce: "pre",
    api: { compiled },
    configResolved: ({ command }) => {
      building = command === "build";
    },
    configureServer: (server) => {
      serving = server;
      watchFolders(server);
    },
    load: {
      filter: { id: /\/content\/.*\.(md|json)(\?|$)/ },
      async handler(id, { ssr } = {}) {
        const [file, query = ""] = id.split("?") as [string, string?];
        const made = await madeOfAll(file, query);
        if (made !== undefined)
          return { code: `export default ${JSON.stringify(made)}`, map: null, moduleType: "js" };
        if (!file.endsWith(".md")) return building ? translationsOnly(file) : undefined;
        const name = file.slice(file.indexOf("content/"));
        const { page, marks, steps, scenes } = await readPage(file, name);
        const k = Number(/scene=(\d+)/.exec(query)?.[1] ?? 0);
        const root = file.slice(0, -name.length);
        if (query === "")
          await checkPage(
            { steps, marks },
            name,
            root,
            serving && ((file) => serving!.ssrLoadModule(file)),
          );
        const { text, from } = await sceneTextOf({ page, scenes }, k, name, root, mathOf);
        for (const read of from) this.addWatchFile(read);
        const code = query.includes("scene=")
          ? `export default ${text}`
          : builtPage(ssr ? { ...page, marks } : page, steps, text, {
              scenes: scenes.length,
              words: (id) => existsSync(`${root}${figureWords(name, id)}`),
            });
        return { code, map: null, moduleType: "js" };
      },
    },
  };
}

/** The source of a scene's text, and the files that its mathematics is made from. */
async function sceneTextOf(
  { page, scenes }: Pick<Awaited<ReturnType<typeof compiledPage>>, "page" | "scenes">,
  k: number,
  name: string,
  root: string,
  mathOf: ReturnType<typeof equations>,
) {
  const ids = equationsOf(textOf(page, scenes, k));
  const translation = root + name.replace(/[^/]+\/index\.md$/, "notation.json");
  const named = await namesIn(translation);
  const math = ids.map(async (id) => [id, named(id, await mathOf(root, id))] as const);
  return {
    text: sceneText({
      bodies: Object.fromEntries(scenes[k]!.steps.map((s) => [s.id, s.body])),
      math: Object.fromEntries(await Promise.all(math)),
    }),
    from: [
      ...ids.map((id) => `${root}src/equations/${id}.ts`),
      ...(existsSync(translation) ? [translation] : []),
    ],
  };
}

/** What the folders say is read again whenever one of their files comes, changes or goes. */
function watchFolders({ watcher, moduleGraph, ws }: ViteDevServer): void {
  watcher.on("all", (_, file) => {
    if (!/[/\\]content[/\\].*\.(md|json)$/.test(file)) return;
    for (const module of moduleGraph.idToModuleMap.values())
      if (/\/language\.json(\?|$)|\/(book|parts)\//.test(module.id ?? ""))
        moduleGraph.invalidateModule(module);
    ws.send({ type: "full-reload" });
  });
}

/** The English of each pair is for translators and tests; a page needs the translation alone. */
async function translationsOnly(file: string) {
  if (!/\/content\/[^/]+\/figures\/[^/]+\.json$/.test(file)) return undefined;
  const pairs = JSON.parse(await readFile(file, "utf8")) as Record<string, [string, string]>;
  const words = Object.entries(pairs).map(([path, [, word]]) => [path, ["", word]]);
  const code = `export default ${JSON.stringify(Object.fromEntries(words))}`;
  return { code, map: null, moduleType: "js" as const };
}

/** Chapters by their file, compiled again only when their text is another one. */
function pages(count: (file: string) => void) {
  const known = new Map<string, { source: string; read: ReturnType<typeof compiledPage> }>();
  return async (file: string, name: string) => {
    const source = await readFile(file, "utf8");
    const old = known.get(file);
    if (old?.source === source) return old.read;
    count(name);
    const read = compiledPage(source, name);
    known.set(file, { source, read });
    return read;
  };
}

function compiledPage(source: string, name: string) {
  const { steps, marks, ...page } = compilePage(source, name);
  return { page, marks, steps, scenes: scenesOf(steps) };
}

/** All that is read in a scene; the first one holds the chapter's opening words. */
const textOf = (
  { intro }: Omit<Page, "steps">,
  scenes: readonly Scene<WrittenStep>[],
  k: number,
) => [...(k === 0 ? intro : []), ...scenes[k]!.steps.flatMap((s) => s.body)];

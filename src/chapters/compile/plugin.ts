import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Plugin, ViteDevServer } from "vite";
import {
  equationsOf,
  scenesOf,
  type BuiltPage,
  type Page,
  type Scene,
  type SceneText,
  type WrittenStep,
} from "../page.ts";
import { checkPage, figuresIn } from "./checks.ts";
import { courseIn } from "./course.ts";
import { SOURCE } from "../language.ts";
import { equations, namesIn } from "./equations.ts";
import { chaptersIn } from "./folders.ts";
import { languageIn } from "./lacks.ts";
import { indexOf, searchedIn, titleOf } from "./searchable.ts";
import { compilePage } from "./markdown.ts";

/** How often each file was compiled so far: once in a build, whichever of its parts are asked for and by whom. */
export type Compiled = Map<string, number>;

/**
 * Vite: `content/…/index.md` becomes a BuiltPage with the text of its first scene; `index.md?scene=1` is the text of the
 * second one, with the mathematics of its equations rendered. `language.json` knows what its language lacks, and
 * `language.json?course` is the course as the folders have it, `language.json?search` what is said in it, as an index. The pages and the browser's code share one instance.
 */
export function course(): Plugin<{ compiled: Compiled }> {
  const compiled: Compiled = new Map();
  const count = (file: string) => compiled.set(file, (compiled.get(file) ?? 0) + 1);
  const readPage = pages(count);
  const mathOf = equations(count);
  const searched = searching(readPage, mathOf);
  let building = false;
  let serving: ViteDevServer | undefined;
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
        const [, content, tag] = /^(.*\/content)\/([^/]+)\/language\.json$/.exec(file) ?? [];
        if (content && tag)
          return query === "search" ? searched(content, tag) : registered(content, tag, query);
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
        const names = equationsOf(textOf(page, scenes, k));
        for (const name of names) this.addWatchFile(`${root}src/equations/${name}.ts`);
        const translation = name.replace(/[^/]+\/index\.md$/, "notation.json");
        if (existsSync(root + translation)) this.addWatchFile(root + translation);
        const named = await namesIn(root + translation);
        const text: SceneText = {
          bodies: Object.fromEntries(scenes[k]!.steps.map((s) => [s.id, s.body])),
          math: Object.fromEntries(
            await Promise.all(
              names.map(async (id) => [id, named(id, await mathOf(root, id))] as const),
            ),
          ),
        };
        const code = query.includes("scene=")
          ? `export default ${JSON.stringify(text)}`
          : built(ssr ? { ...page, marks } : page, steps, text, scenes.length);
        return { code, map: null, moduleType: "js" };
      },
    },
  };
}

/** What the folders say is read again whenever one of their files comes, changes or goes. */
function watchFolders({ watcher, moduleGraph, ws }: ViteDevServer): void {
  watcher.on("all", (_, file) => {
    if (!/[/\\]content[/\\].*\.(md|json)$/.test(file)) return;
    for (const module of moduleGraph.idToModuleMap.values())
      if (/\/language\.json(\?|$)/.test(module.id ?? "")) moduleGraph.invalidateModule(module);
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

/** What the folders of a language say, so that no list has to. */
function registered(content: string, tag: string, query: string) {
  const language = languageIn(content, tag, figuresIn(content.slice(0, -"content".length)));
  const said = query === "course" ? courseIn(content, tag, language.lacks) : language;
  return { code: `export default ${JSON.stringify(said)}`, map: null, moduleType: "js" as const };
}

/** What a language's chapters say, as an index that is searched. */
function searching(readPage: ReturnType<typeof pages>, mathOf: ReturnType<typeof equations>) {
  return async (content: string, tag: string) => {
    const root = content.slice(0, -"content".length);
    const { lacks } = languageIn(content, tag, figuresIn(root));
    const steps = chaptersIn(content).map(async (folder) => {
      const lang = lacks.includes(folder) ? SOURCE : tag;
      const name = `content/${lang}/${folder}/index.md`;
      const { page, steps } = await readPage(root + name, name);
      const named = await namesIn(`${content}/${lang}/notation.json`);
      const said = async (id: string) => named(id, await mathOf(root, id));
      return searchedIn(folder, { ...page, steps }, said, (id) => titleOf(root, lang, id));
    });
    const index = indexOf((await Promise.all(steps)).flat());
    const code = `export default ${JSON.stringify(index)}`;
    return { code, map: null, moduleType: "js" as const };
  };
}

/** All that is read in a scene; the first one holds the chapter's opening words. */
const textOf = (
  { intro }: Omit<Page, "steps">,
  scenes: readonly Scene<WrittenStep>[],
  k: number,
) => [...(k === 0 ? intro : []), ...scenes[k]!.steps.flatMap((s) => s.body)];

/** The source of a BuiltPage: the first text goes with it, the others are fetched. */
function built(
  page: Omit<BuiltPage, "steps" | "texts">,
  steps: readonly WrittenStep[],
  first: SceneText,
  scenes: number,
): string {
  const shape = JSON.stringify({
    ...page,
    steps: steps.map(({ id, title, figure, preset, controls }) => ({
      id,
      title,
      figure,
      preset,
      controls,
    })),
  });
  const others = Array.from({ length: scenes - 1 }, (_, k) => {
    const text = JSON.stringify(`./index.md?scene=${k + 1}`);
    return `async () => (await import(${text})).default`;
  });
  const texts = [`async () => (${JSON.stringify(first)})`, ...others];
  return `export default { ...${shape}, texts: [${texts.join(", ")}] }`;
}

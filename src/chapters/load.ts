import type { Equation } from "../kit/equation.ts";
import type { Figure } from "../kit/figure.ts";
import { wordsOf, type Overlay, type Words } from "../kit/derive.ts";
import { notation, type SymbolId } from "../notation.ts";
import type { EquationData } from "../ui/Equation.tsx";
import { loadFittings, type Fittings } from "../ui/fittings.ts";
import type { UiWords } from "../ui/words.ts";
import { coming, type Coming } from "./coming.ts";
import { scenesOf, type BuiltPage, type Scene, type SceneText } from "./page.ts";

/** A folder is its own registration: what lies there is found, and each is a chunk of its own. */
const pages = import.meta.glob<BuiltPage>("/content/*/*/index.md", { import: "default" });
const figures = import.meta.glob<Figure>("../figures/*/figure.ts", { import: "default" });
const equations = import.meta.glob<Equation>("../equations/*.ts", { import: "default" });
const overlays = import.meta.glob<Overlay>("/content/*/figures/*.json", { import: "default" });
const notations = import.meta.glob<Overlay>("/content/*/notation.json", { import: "default" });
const sentences = import.meta.glob<UiWords>("/content/*/ui.json", { import: "default" });
const languageFiles = import.meta.glob<Language>("/content/*/language.json", {
  import: "default",
  eager: true,
});
const maps = import.meta.glob<CourseMap>("/content/*/chapters.json", { import: "default" });

export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly short: string;
  readonly dir: "ltr" | "rtl";
  readonly fallback?: string;
}

export interface CourseMap {
  readonly parts: readonly { readonly title: string; readonly slugs: readonly string[] }[];
  readonly chapters: Readonly<Record<string, { readonly title: string; readonly line: string }>>;
}

export const languages: readonly Language[] = Object.values(languageFiles);

/** Slugs of the chapters that exist, in order: the number of a folder orders it and stays out of the address. */
export const slugs: readonly string[] = [
  ...new Set(Object.keys(pages).map((p) => p.split("/")[3]!)),
]
  .toSorted()
  .map((folder) => folder.slice(folder.indexOf("-") + 1));

/** What is read in a scene: the bodies of its steps by their ids, and its equations. */
export interface Text {
  readonly bodies: SceneText["bodies"];
  readonly equations: Equations;
}
type Equations = Readonly<Record<string, EquationData>>;

/** All that a scene needs: its text, with code that checks the equations; the figure with its words and fittings. */
export interface Parts extends Text {
  readonly figure:
    | { readonly figure: Figure; readonly words: Words; readonly fittings: Fittings }
    | undefined;
}

export interface ChapterScene extends Scene {
  readonly text: Coming<Text>;
  readonly parts: Coming<Parts>;
}

export interface ChapterData {
  readonly slug: string;
  readonly page: BuiltPage;
  readonly scenes: readonly ChapterScene[];
}

async function inLanguage<T>(
  from: Record<string, () => Promise<T>>,
  path: (tag: string) => string,
  tag: string,
) {
  const fallback = languages.find((l) => l.tag === tag)?.fallback;
  const load = from[path(tag)] ?? (fallback ? from[path(fallback)] : undefined);
  return load?.();
}

/** A chapter's shape; its scenes fetch what they need when they are wanted. Undefined where there is no such chapter. */
export async function loadChapter(tag: string, slug: string): Promise<ChapterData | undefined> {
  const folder = Object.keys(pages)
    .map((p) => p.split("/")[3]!)
    .find((f) => f.slice(f.indexOf("-") + 1) === slug);
  const page = folder && (await inLanguage(pages, (t) => `/content/${t}/${folder}/index.md`, tag));
  if (!page) return undefined;
  const names = await notations[`/content/${tag}/notation.json`]?.();
  const scenes = scenesOf(page.steps).map((scene, k) => {
    const text = coming(async () => {
      const { bodies, math } = await page.texts[k]!();
      return { bodies, equations: equationsAsText(math, names) };
    });
    const parts = coming(async () => {
      const [figure, read] = await Promise.all([
        scene.figure === undefined ? undefined : loadFigure(tag, scene.figure),
        text.wake().then(withChecks),
      ]);
      return { figure, ...read };
    });
    return { ...scene, text, parts };
  });
  return { slug, page, scenes };
}

async function loadFigure(tag: string, id: string) {
  const load = figures[`../figures/${id}/figure.ts`];
  if (!load) throw new Error(`no figure named ${id}`);
  const loaded = load();
  const [figure, overlay, fittings] = await Promise.all([
    loaded,
    overlays[`/content/${tag}/figures/${id}.json`]?.(),
    loaded.then(loadFittings),
  ]);
  return { figure, words: wordsOf(figure, overlay), fittings };
}

/** The equations of a scene in the reader's language, as the build typeset them. */
function equationsAsText(math: SceneText["math"], names: Overlay | undefined): Equations {
  const symbolName = (symbol: SymbolId) =>
    names?.[`symbols.${symbol}`]?.[1] ?? notation[symbol].name;
  return Object.fromEntries(
    Object.entries(math).map(([id, { name, ...math }]) => [
      id,
      { math, symbolName, name: names?.[`equations.${id}`]?.[1] ?? name },
    ]),
  );
}

/** Adds the code that checks each equation. */
async function withChecks({ bodies, equations: shown }: Text): Promise<Text> {
  const check = async ([id, data]: [string, EquationData]) => {
    const load = equations[`../equations/${id}.ts`];
    if (!load) throw new Error(`no equation named ${id}`);
    return [id, { ...data, residual: (await load()).residual }] as const;
  };
  return {
    bodies,
    equations: Object.fromEntries(await Promise.all(Object.entries(shown).map(check))),
  };
}

/** The interface's sentences; a language without one falls back to English. */
export const loadWords = async (tag: string): Promise<UiWords> =>
  (await inLanguage(sentences, (t) => `/content/${t}/ui.json`, tag)) ?? {};

export const loadMap = (tag: string) => inLanguage(maps, (t) => `/content/${t}/chapters.json`, tag);

/** The text of a source file, for "see the code that ran"; the list of files comes with the first wish to see one. */
export const readSource = async (file: string): Promise<string> =>
  (await import("./sources.ts")).readSource(file);

import type { Figure } from "../kit/figure.ts";
import { wordsOf, type Words } from "../kit/derive.ts";
import type { EquationData } from "../ui/Equation.tsx";
import { loadFittings, type Fittings } from "../ui/fittings.ts";
import type { UiWords } from "../ui/words.ts";
import type { BookPage } from "./book.ts";
import { coming, type Coming } from "./coming.ts";
import { byPlace, folderParts, type Course } from "./course.ts";
import { SOURCE, type Language } from "./language.ts";
import { scenesOf, type BuiltPage, type FigureFiles, type Scene, type SceneText } from "./page.ts";

/** A folder is its own registration: what lies there is found, and each is a chunk of its own. A page names its figures itself. */
const pages = import.meta.glob<BuiltPage>("/content/*/*/index.md", { import: "default" });
const books = import.meta.glob<BookPage>("/content/*/{book,parts}/*.md", { import: "default" });
const sentences = import.meta.glob<UiWords>("/content/*/ui.json", { import: "default" });
const languageFiles = import.meta.glob<Language>("/content/*/language.json", {
  import: "default",
  eager: true,
});
const courses = import.meta.glob<Course>("/content/*/language.json", {
  import: "default",
  query: "?course",
});

const indices = import.meta.glob<string>("/content/*/language.json", {
  import: "default",
  query: "?search",
});

const symbols = import.meta.glob<Readonly<Record<string, string>>>("/content/*/language.json", {
  import: "default",
  query: "?symbols",
});

export const languages: readonly Language[] = Object.values(languageFiles);

/** The language that all of these units are shown in: the one asked for where it lacks none of them. */
export function shownIn(tag: string, ...units: readonly string[]): string {
  const lacks = languages.find((l) => l.tag === tag)?.lacks ?? [];
  return ["ui", ...units].some((unit) => lacks.includes(unit)) ? SOURCE : tag;
}

const folders: ReadonlyMap<string, string> = new Map(
  Object.keys(pages)
    .filter((file) => file.startsWith(`/content/${SOURCE}/`))
    .map((file) => file.split("/")[3]!)
    .toSorted(byPlace)
    .map((folder) => [folderParts(folder)!.slug, folder]),
);

/** Slugs of the chapters that exist, in order: the number of a folder orders it and stays out of the address. */
export const slugs: readonly string[] = [...folders.keys()];

/** Files of the pages beside the chapters, "book/10-notation", by their slugs. */
const units: ReadonlyMap<string, string> = new Map(
  Object.keys(books).map((file) => {
    const [, , , of, name] = file.slice(0, -".md".length).split("/") as string[];
    return [folderParts(name!)!.slug, `${of}/${name}`];
  }),
);

/** Slugs of the pages of the book and of the parts. */
export const bookSlugs: readonly string[] = [...units.keys()];

export interface BookData {
  /** Where its text is written, and the language of it. */
  readonly file: string;
  readonly lang: string;
  readonly page: BookPage;
  /** It is a part's page. */
  readonly part: boolean;
}

/** A page of the book or of a part; undefined where there is no such page. */
export async function loadBook(tag: string, slug: string): Promise<BookData | undefined> {
  const unit = units.get(slug);
  if (!unit) return undefined;
  const lang = shownIn(tag, unit);
  const file = `content/${lang}/${unit}.md`;
  return { file, lang, page: await books[`/${file}`]!(), part: unit.startsWith("parts/") };
}

/** What is read in a scene: the bodies of its steps by their ids, and its equations with the code that checks them. */
export interface Text {
  readonly bodies: SceneText["bodies"];
  readonly equations: Equations;
  readonly checks: SceneText["checks"];
}
type Equations = Readonly<Record<string, EquationData>>;

/** All that a scene needs: its text, with code that checks the equations; the figure with its words and fittings. */
export interface Parts extends Text {
  readonly figure: FigureParts | undefined;
}

export interface FigureParts {
  readonly figure: Figure;
  readonly words: Words;
  readonly fittings: Fittings;
  /** The language of all its words, and the interface's sentences in it. */
  readonly lang: string;
  readonly ui: UiWords;
}

export interface ChapterScene extends Scene {
  readonly text: Coming<Text>;
  readonly parts: Coming<Parts>;
}

export interface ChapterData {
  readonly slug: string;
  /** Where its text is written. */
  readonly file: string;
  readonly page: BuiltPage;
  /** The language of its text, and the interface's sentences in it. */
  readonly lang: string;
  readonly ui: UiWords;
  /** Whether the text or a figure is in another language than was asked for. */
  readonly fellBack: boolean;
  readonly scenes: readonly ChapterScene[];
}

/** A chapter's shape; its scenes fetch what they need when they are wanted. Undefined where there is no such chapter. */
export async function loadChapter(tag: string, slug: string): Promise<ChapterData | undefined> {
  const folder = folders.get(slug);
  if (!folder) return undefined;
  const lang = shownIn(tag, folder);
  const file = `content/${lang}/${folder}/index.md`;
  const [page, ui] = await Promise.all([pages[`/${file}`]!(), loadWords(lang)]);
  const scenes = scenesOf(page.steps).map((scene, k) => {
    const text = coming(async () => {
      const { bodies, math, checks } = await page.texts[k]!();
      return { bodies, equations: equationsAsText(math), checks };
    });
    const parts = coming(async () => {
      const { figure: id } = scene;
      const [figure, read] = await Promise.all([
        id === undefined ? undefined : loadFigure(lang, id, page.figures[id]!),
        text.wake().then(withChecks),
      ]);
      return { figure, ...read };
    });
    return { ...scene, text, parts };
  });
  const units = scenes.flatMap((s) => (s.figure === undefined ? [] : [`figures/${s.figure}`]));
  return { slug, file, page, lang, ui, fellBack: shownIn(tag, folder, ...units) !== tag, scenes };
}

/** A figure with its words, in the language asked for where it has them. */
export async function loadFigure(
  tag: string,
  id: string,
  files: FigureFiles,
): Promise<FigureParts> {
  const lang = shownIn(tag, `figures/${id}`);
  const loaded = files.figure();
  const [figure, overlay, fittings, ui] = await Promise.all([
    loaded,
    lang === tag ? files.words?.() : undefined,
    loaded.then(loadFittings),
    loadWords(lang),
  ]);
  return { figure, words: wordsOf(figure, overlay), fittings, lang, ui };
}

/** The equations of a scene as the build typeset and named them. */
const equationsAsText = (math: SceneText["math"]): Equations =>
  Object.fromEntries(
    Object.entries(math).map(([id, { name, names, ...math }]) => [id, { math, name, names }]),
  );

/** Adds the code that checks each equation. */
async function withChecks({ equations: shown, checks, ...text }: Text): Promise<Text> {
  const check = async ([id, data]: [string, EquationData]) =>
    [id, { ...data, residual: (await checks[id]!()).residual }] as const;
  const equations = await Promise.all(Object.entries(shown).map(check));
  return { ...text, checks, equations: Object.fromEntries(equations) };
}

const sentencesOf = new Map<string, Promise<UiWords>>();

/** The interface's sentences, with their language as `lang`; one object for a language. */
export function loadWords(tag: string): Promise<UiWords> {
  const lang = shownIn(tag);
  const before = sentencesOf.get(lang);
  if (before) return before;
  const words = sentences[`/content/${lang}/ui.json`]!().then((ui) => ({ ...ui, lang }));
  sentencesOf.set(lang, words);
  words.catch(() => sentencesOf.delete(lang));
  return words;
}

export const loadCourse = (tag: string): Promise<Course> =>
  courses[`/content/${tag}/language.json`]!();

/** The index of what is said in a language, for the search that reads it. */
export const loadIndex = (tag: string): Promise<string> =>
  indices[`/content/${tag}/language.json`]!();

/** What a page says of a symbol that is pointed at, by the symbol, as HTML. */
export const loadSymbols = (tag: string): Promise<Readonly<Record<string, string>>> =>
  symbols[`/content/${tag}/language.json`]!();

/** The text of a source file, for "see the code that ran"; the list of files comes with the first wish to see one. */
export const readSource = async (file: string): Promise<string> =>
  (await import("./sources.ts")).readSource(file);

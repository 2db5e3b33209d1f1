import {
  bookSlugs,
  languages,
  loadBook,
  loadChapter,
  loadCourse,
  loadWords,
  shownIn,
  slugs,
  type BookData,
  type ChapterData,
} from "../chapters/load.ts";
import { entriesOf, type Course } from "../chapters/course.ts";
import type { Language } from "../chapters/language.ts";
import { loadLate } from "../ui/lateWords.ts";
import { pathOf } from "./paths.ts";
import type { UiWords } from "../ui/words.ts";

type Shown =
  | Pick<typeof import("./Book.tsx"), "Book">
  | (Pick<typeof import("./Part.tsx"), "Part"> & { readonly sentences: UiWords });

export interface Route {
  readonly tag: string;
  /** The chapter or the page of the book; undefined on the home page, null where there is no such page. */
  readonly slug: string | undefined | null;
}

/** All that a page shows, loaded before it is shown. */
export interface PageData {
  readonly route: Route;
  readonly language: Language;
  readonly words: UiWords;
  readonly course: Course;
  /** Something here is in English because the language does not have it yet. */
  readonly fellBack: boolean;
  readonly chapter: ChapterData | undefined;
  /** A page of the book or of a part, with the component that shows it. */
  readonly book: (BookData & Shown) | undefined;
  /** The home page with the curves of its picture: no part of a chapter's code. */
  readonly home:
    | (Pick<typeof import("./Home.tsx"), "Home"> & { readonly sentences: UiWords })
    | undefined;
}

/** Every page in a language but its home page. */
export const pageSlugs: readonly string[] = [...slugs, ...bookSlugs];
const known = new Set(pageSlugs);

/** `/en/kalman/` → language and page, as the file that holds it too; `/` is the English home page. */
export function parsePath(path: string): Route {
  const [tag = "en", slug, ...rest] = path
    .replace(/(\/index)?\.html$/, "")
    .split("/")
    .filter((part) => part !== "");
  const spoken = languages.some((l) => l.tag === tag);
  if (!spoken || rest.length > 0) return { tag: spoken ? tag : "en", slug: null };
  return { tag, slug: slug === undefined || known.has(slug) ? slug : null };
}

/**
 * Loads a page: of a chapter the scene of the step asked for, or the first. `before` is the page that it follows; none where
 * the build has drawn it. Then its whole text is wanted, and in the same chapter the scenes that are awake there.
 */
export async function loadPage(path: string, step?: string, before?: PageData): Promise<PageData> {
  const route = parsePath(path);
  const [words, course, chapter, book, home] = await Promise.all([
    loadWords(route.tag),
    loadCourse(route.tag),
    route.slug ? loadScenes(route.tag, route.slug, step, before) : undefined,
    route.slug && bookSlugs.includes(route.slug) ? openBook(route.tag, route.slug) : undefined,
    route.slug ? undefined : openHome(route.tag),
  ]);
  const language = languages.find((l) => l.tag === route.tag)!;
  return {
    route,
    language,
    words,
    course,
    fellBack:
      words.lang !== route.tag ||
      (chapter
        ? chapter.fellBack
        : book
          ? book.lang !== route.tag
          : entriesOf(course).some((e) => e.lang)),
    chapter,
    book,
    home,
  };
}

async function openHome(tag: string) {
  const [{ Home }, sentences] = await Promise.all([
    import("./Home.tsx"),
    loadLate("home", shownIn(tag)),
  ]);
  return { Home, sentences };
}

async function openBook(tag: string, slug: string) {
  const book = await loadBook(tag, slug);
  if (!book?.part) return book && { ...book, Book: (await import("./Book.tsx")).Book };
  const [{ Part }, sentences] = await Promise.all([
    import("./Part.tsx"),
    loadLate("part", shownIn(tag)),
  ]);
  return { ...book, Part, sentences };
}

async function loadScenes(tag: string, slug: string, step?: string, before?: PageData) {
  const chapter = await loadChapter(tag, slug);
  if (!chapter) return undefined;
  const { scenes } = chapter;
  const named = scenes.find((scene) => scene.steps.some((s) => s.id === step)) ?? scenes[0]!;
  const old = before?.chapter?.slug === slug ? before.chapter.scenes : [];
  await Promise.all(
    scenes.map((s, k) => {
      // The first one is on the page's first screen: it is taken over as the build drew it.
      if (s === named || k === 0 || old[k]?.parts.now) return s.parts.wake();
      return before && s.text.wake();
    }),
  );
  return chapter;
}

/** Every page of the site, for the build. */
export const allPaths = (): string[] =>
  languages.flatMap(({ tag }) => [pathOf(tag), ...pageSlugs.map((slug) => pathOf(tag, slug))]);

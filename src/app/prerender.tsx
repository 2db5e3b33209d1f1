import { Window } from "happy-dom";
import { renderToString } from "react-dom/server";
import { Router } from "wouter";
import { checkIds } from "../chapters/compile/ids.ts";
import { opened } from "../chapters/opened.ts";
import type { FirstPicture } from "../ui/Figure.tsx";
import { loadLate } from "../ui/lateWords.ts";
import { fittingsOf } from "../ui/fittings.ts";
import { App, titleOf } from "./App.tsx";
import { escaped, shared, sitemapOf, type Site } from "./head.ts";
import { installable, manifestOf, manifestPath } from "./installed.ts";
import { embedPath, pathOf } from "./paths.ts";
import { allPaths, loadPage, pageSlugs, type PageData } from "./routes.ts";
import { languages, type ChapterScene } from "../chapters/load.ts";

/** The first picture of every scene in both widths, drawn by the same view that draws it in the browser. */
function firstPictures({ chapter }: PageData): (FirstPicture | undefined)[] {
  return (chapter?.scenes ?? []).map((scene) => {
    const parts = scene.parts.now;
    if (!parts?.figure) return undefined;
    const { figure, words } = parts.figure;
    const session = opened(scene, parts);
    const draw = (compact: boolean) => {
      const { document } = new Window();
      const host = document.createElement("div") as unknown as Element;
      const say = (phrase: string) => words(`phrases.${phrase}`);
      figure
        .view({ host, compact, say, set: session.set, seek: session.seek })
        .draw(session.store.getState());
      return host.innerHTML.replaceAll(' tabindex="0"', "");
    };
    return { wide: draw(false), compact: draw(true) };
  });
}

/** A scene with all that its first picture needs. */
async function wake(scene: ChapterScene): Promise<void> {
  const parts = await scene.parts.wake();
  if (!parts.figure) return;
  const { values } = opened(scene, parts).store.getState();
  await parts.figure.figure.ready?.(values);
}

/** A page of the site and the files of `dist` that hold it. */
interface Rendered {
  readonly at: string;
  readonly files: readonly string[];
  readonly html: string;
}

/** Every page of the site once, from the index.html that Vite built and its list of files. */
export async function* prerender(
  template: string,
  manifest: Manifest,
  site: Site,
): AsyncGenerator<Rendered> {
  const { base } = site;
  for (const [at, ...files] of filesOf(allPaths())) {
    const data = await loadPage(at);
    await Promise.all(data.chapter?.scenes.map(wake) ?? []);
    checkNames(data);
    const body = renderToString(
      <Router base={base} ssrPath={base + at}>
        <App start={data} first={firstPictures(data)} />
      </Router>,
    );
    const html = (await shell(template, data))
      .replace("<!--head-->", head(data, manifest, site, fontsOf(body)))
      .replace("<!--app-->", body);
    yield { at, files, html };
  }
  for (const { tag } of languages) {
    const data = await loadPage(pathOf(tag));
    const lang = data.words.lang!;
    const { "embed.noscript": noscript } = await loadLate("embed", lang);
    const files = [
      "src/app/embed/start.tsx",
      `content/${lang}/ui.json`,
      `content/${lang}/embed.json`,
    ];
    const lines = [
      `<title>${escaped(data.words.site!)}</title>`,
      '<meta name="robots" content="noindex">',
      ...preloads(files, manifest, base),
    ];
    const html = (await shell(template, data))
      .replace("<!--head-->", lines.join("\n    "))
      .replace("<!--app-->", `<noscript><p class="note-bar">${escaped(noscript!)}</p></noscript>`);
    const at = embedPath(tag);
    yield { at, files: [`${at.slice(1)}index.html`, `${at.slice(1, -1)}.html`], html };
  }
}

/** What every page has in its language: also why it cannot be seen where its style is missing or in another site's frame. */
async function shell(template: string, { words, language }: PageData): Promise<string> {
  const { "embed.framed": framed } = await loadLate("embed", words.lang!);
  const open = `<a href="" target="_blank" rel="noopener">${escaped(framed!)}</a>`;
  return template
    .replace("<html", `<html lang="${words.lang}" dir="${language.dir}"`)
    .replace("<!--unserved-->", `<p class="unserved">${escaped(words.unserved!)}</p>`)
    .replace("<!--framed-->", `<p class="framed">${open}</p>`);
}

/** The presets and readouts that a chapter names are its figures' own. */
function checkNames({ chapter }: PageData): void {
  const { marks = [], steps } = chapter?.page ?? { steps: [] };
  const figures = (chapter?.scenes ?? []).flatMap((s) => s.parts.now?.figure?.figure ?? []);
  checkIds({ steps, marks }, chapter?.file ?? "", {
    figure: (id) => figures.find((f) => f.id === id),
  });
}

/** Both forms of an address, with and without the last slash, on any host that serves plain files. */
const filesOf = (paths: readonly string[]): (readonly [at: string, ...files: string[]])[] => [
  ...paths.map(
    (at) =>
      [
        at,
        `${at.slice(1)}index.html`,
        `${at.slice(1, -1)}.html`,
        ...(at === "/en/" ? ["index.html"] : []),
      ] as const,
  ),
  ["/en/nowhere/", "404.html"],
];

/** What each language says of itself to a browser that installs the course: the file and its text. */
export const manifests = ({ base }: Site): Promise<(readonly [file: string, text: string])[]> =>
  Promise.all(
    languages.map(async ({ tag }) => {
      const { words, language } = await loadPage(pathOf(tag));
      return [manifestPath(tag).slice(1), manifestOf(tag, language.dir, words, base)] as const;
    }),
  );

/** The list of pages for search engines. */
export const sitemap = (site: Site): string =>
  sitemapOf(
    [undefined, ...pageSlugs],
    languages.map((l) => l.tag),
    site,
  );

function head(data: PageData, manifest: Manifest, site: Site, fonts: string[]): string {
  const { chapter, book, words, route } = data;
  const about = (chapter ?? book)?.page.summary ?? words.lede ?? "";
  const { base } = site;
  const picture = book && !book.part ? "book" : (!book && route.slug) || "home";
  const said = { title: titleOf(data), about, name: words.site!, picture };
  return [
    `<title>${escaped(said.title)}</title>`,
    `<meta name="description" content="${escaped(about)}">`,
    ...shared(
      route,
      languages.map((l) => l.tag),
      said,
      site,
    ),
    ...installable(route.tag, base),
    ...fonts.flatMap((name) => {
      const file = Object.values(manifest).find(
        (c) => c.file.includes(name) && c.file.endsWith(".woff2"),
      )?.file;
      return file
        ? [`<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}/${file}">`]
        : [];
    }),
    ...preloads(wantedBy(data, manifest), manifest, base),
  ].join("\n    ");
}

/** What the first screen is set in: fetched at once, so that no text jumps. */
const fontsOf = (body: string) => [
  "source-serif-4-latin-wght-normal",
  "inter-latin-wght-normal",
  ...(body.includes("katex") ? ["KaTeX_Math-Italic", "KaTeX_Main-Regular"] : []),
];

type Manifest = Record<string, { file: string; imports?: string[] }>;

/** What a page asks for as it opens, a chapter's first scene among it. */
function wantedBy({ chapter, book, route }: PageData, manifest: Manifest): string[] {
  const scene = chapter?.scenes[0];
  const parts = scene?.parts.now;
  return [
    `content/${route.tag}/ui.json`,
    `content/${route.tag}/language.json?course`,
    ...(book
      ? [
          ...(book.part
            ? ["src/app/Part.tsx", `content/${route.tag}/part.json`]
            : ["src/app/Book.tsx"]),
          book.file,
        ]
      : chapter
        ? []
        : ["src/app/Home.tsx", `content/${route.tag}/home.json`]),
    ...(scene?.figure
      ? [
          `src/figures/${scene.figure}/figure.ts`,
          `content/${route.tag}/figures/${scene.figure}.json`,
        ]
      : []),
    ...(parts?.figure ? [...fittingsOf(parts.figure.figure).values()] : []).map((f) => f.slice(1)),
    ...Object.keys(parts?.equations ?? {}).map((id) => `src/equations/${id}.ts`),
    ...Object.keys(manifest).filter(
      (k) =>
        chapter && k.startsWith(`content/${route.tag}/`) && k.endsWith(`-${chapter.slug}/index.md`),
    ),
  ];
}

/** Code that a page asks for, with all it imports, named in its head so that the browser fetches it at once instead of one after the other. */
function preloads(wanted: readonly string[], manifest: Manifest, base: string): string[] {
  const files = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  wanted.forEach(add);
  return [...files]
    .filter((file) => file.endsWith(".js"))
    .map((file) => `<link rel="modulepreload" href="${base}/${file}">`);
}

import react from "@vitejs/plugin-react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, expect, test } from "vitest";
import { createServer } from "vite";
import { sentencesIn } from "../../src/chapters/compile/folders.ts";
import { course } from "../../src/chapters/compile/plugin.ts";
import { newChapter } from "../../tools/new/chapter.ts";
import { newLanguage } from "../../tools/new/language.ts";
import { scratchCopy } from "./scratch.ts";

const { root, read, write } = scratchCopy();
await newLanguage(root, "de");
// One module, so that the page and the router around it are of one evaluation.
write(
  "src/app/page.ts",
  'export { App } from "./App.tsx"; export { loadPage } from "./routes.ts"; export { Router } from "wouter";',
);

const server = await createServer({
  root,
  configFile: false,
  plugins: [course(), react()],
  logLevel: "error",
  server: { middlewareMode: true, ws: false, watch: null },
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
});
afterAll(() => server.close());

/** The page as the build renders it, from the files as they are now. */
async function page(path: string): Promise<string> {
  server.moduleGraph.invalidateAll();
  const { loadPage, App, Router } = await server.ssrLoadModule("/src/app/page.ts");
  const data = await loadPage(path);
  const app = createElement(App as never, { start: data } as never);
  return renderToString(createElement(Router as never, { ssrPath: path } as never, app));
}

const said = /Not all of this page has been translated into Deutsch yet/;

test("a language without words shows its pages in English, marks them and says so", async () => {
  const home = await page("/de/");
  expect(home).toMatch(said);
  expect(home).toContain('lang="en">The hidden state<');
  expect(home).toMatch(/<a [^>]*href="\/de\/hidden-state\/"/);
  const chapter = await page("/de/hidden-state/");
  expect(chapter).toMatch(said);
  expect(chapter).toContain('<article class="chapter" lang="en"');
  // The languages that are whole say nothing of the kind.
  const whole = await page("/zh-Hans/hidden-state/");
  expect(whole).not.toContain("尚未全部译成");
  expect(whole).toContain('<article class="chapter" lang="zh-Hans"');
  expect(whole).toContain('<div class="stage" lang="zh-Hans"');
}, 300_000);

test("a page that is translated is in its language, and a figure that is not stays English, controls and all", async () => {
  const words = (file: string) =>
    Object.fromEntries(
      Object.entries(JSON.parse(read(`content/en/${file}`)) as Record<string, string>).map(
        ([key, word]) => [key, `Ü ${word}`],
      ),
    );
  for (const file of sentencesIn(`${root}/content`))
    write(`content/de/${file}`, JSON.stringify(words(file)));
  newChapter(root, "hidden-state");
  const file = "content/de/10-hidden-state/index.md";
  write(
    file,
    read(file)
      .replace("untranslated: true\n", "")
      .replace(/^short: .*$/m, "short: Verborgen"),
  );
  const chapter = await page("/de/hidden-state/");
  expect(chapter).toMatch(/Ü Not all of this page has been translated/);
  expect(chapter).toContain('<article class="chapter" lang="de"');
  expect(chapter).toMatch(/<div class="stage" lang="en"/);
  const figure = chapter.slice(chapter.indexOf("<figure"), chapter.indexOf("</figure>"));
  expect(figure).toContain("One number of memory");
  expect(figure).not.toContain("Ü ");
  // Its card on the home page is in the language too; the next one is not.
  const home = await page("/de/");
  expect(home).toMatch(/<span class="chapter-title">Verborgen</);
  expect(home).toMatch(/<span class="chapter-title" lang="en">Noise and the Kalman filter</);
}, 300_000);

import { expect, test } from "vitest";
import { chapter, chapters, home, languages, useBrowser, type Width } from "./browser.ts";

const open = useBrowser();

// A narrow and a wide page in turn: each chapter has both, one in each language.
const pages = chapters.map(({ path, tag, k }): [string, Width] => [
  path,
  (k + languages.indexOf(tag)) % 2 === 0 ? 390 : 1280,
]);

test.each(pages)(
  "%s without scripts at %i: text, formulas and every first picture",
  async (path, width) => {
    const { page, seen } = await open(path, { width, javaScriptEnabled: false });
    expect(await page.locator(".step").count()).toBeGreaterThan(5);
    for (const step of await page.locator(".step").all())
      expect((await step.innerText()).length).toBeGreaterThan(40);
    expect(await page.locator(".katex").first().isVisible()).toBe(true);
    const pictures = page.locator(".figure .picture");
    expect(await pictures.count()).toBeGreaterThan(0);
    for (const picture of await pictures.all()) {
      const shown = picture.locator("svg:visible");
      expect(await shown.count()).toBe(1);
      const box = (await shown.boundingBox())!;
      expect(box.width).toBeGreaterThan(250);
      expect(box.width).toBeLessThanOrEqual(width);
      const marks = "path[d]:not([d='']), circle, rect, line, image";
      expect(await shown.locator(marks).count()).toBeGreaterThan(5);
    }
    expect(await page.locator("noscript").innerText()).toMatch(/\S/);
    // Preloads of code are refused where scripts are off; nothing else may fail.
    expect(seen.failed.filter((f) => !f.endsWith(".js csp"))).toEqual([]);
  },
);

test.each(languages)("%s home without scripts", async (tag) => {
  const { page } = await open(home(tag), { javaScriptEnabled: false });
  expect(await page.locator(".journey svg:visible").count()).toBe(3);
  await page.locator("a.go").click();
  await page.waitForURL(`**${chapter(tag)}`);
});

test("on paper there are pictures and text, and nothing to press", async () => {
  const { page } = await open(chapter("en"));
  await page.emulateMedia({ media: "print" });
  for (const what of [".site", ".time", ".controls", ".presets", ".tools"])
    expect(await page.locator(`${what}:visible`).count(), what).toBe(0);
  expect(await page.locator(".show-numbers:visible, .presenter:visible").count()).toBe(0);
  expect(await page.locator(".picture svg:visible").count()).toBeGreaterThan(0);
  expect(await page.locator(".step:visible").count()).toBeGreaterThan(5);
});

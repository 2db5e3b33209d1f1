import { readFileSync, statSync } from "node:fs";
import { Window } from "happy-dom";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chaptersIn } from "../../src/chapters/compile/folders.ts";
import { folderParts } from "../../src/chapters/course.ts";
import { turn } from "../turn.ts";
import { kib, lightOf } from "./bounds.ts";
import { chapter, chapters, home, languages, useBrowser } from "./browser.ts";
import { slugs } from "./slugs.ts";

// The pages as the build wrote them: what is in the HTML needs no browser to be seen.
const htmlOf = (path: string) => readFileSync(`dist${path.replace(/\/$/, "")}.html`, "utf8");

describe.each([...languages.map(home), ...chapters.map(({ path }) => path)])("%s", (path) => {
  test("its HTML holds no script of its own and the strict policy", () => {
    const html = htmlOf(path);
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, body] of scripts) {
      expect(attributes).toMatch(/\bsrc="\/[^/]/);
      expect(body).toBe("");
    }
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
    const rules = new Map(
      policy.split(";").map((rule) => {
        const [name = "", ...sources] = rule.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    expect(rules.get("default-src")).toEqual(["'none'"]);
    expect(rules.get("script-src")).toEqual(["'self'"]);
    expect(rules.get("connect-src")).toEqual(["'self'"]);
    expect(rules.get("font-src")).toEqual(["'self'"]);
    expect(policy).not.toContain("unsafe-eval");
  });
});

/** What a chapter was written in. */
function textOf(path: string): string {
  const [, slug] = /^\/[^/]+\/([^/]+)\//.exec(path)!;
  const folder = chaptersIn("content").find((f) => folderParts(f)!.slug === slug)!;
  return readFileSync(`content/en/${folder}/index.md`, "utf8");
}

/** Marks that make a picture, not its frame; every one holds the head of an arrow. */
const marks = "path[d]:not([d='']), circle, rect, line, image";

describe.each(chapters)("$path", ({ path, slug }) => {
  test("the code that its HTML asks for is light", () => {
    const asked = htmlOf(path).matchAll(/(?:src|href)="(\/[^"]+\.js)"/g);
    const files = [...new Set([...asked].map(([, file]) => file!))];
    expect(files.length).toBeGreaterThan(5);
    const bytes = files.reduce((sum, file) => sum + statSync(`dist${file}.br`).size, 0);
    expect(bytes, kib(bytes)).toBeLessThanOrEqual(lightOf(slug));
  });

  test("its HTML holds the text, the formulas and every first picture", async () => {
    const window = new Window();
    const page = new window.DOMParser().parseFromString(htmlOf(path), "text/html");
    const steps = [...page.querySelectorAll(".step")].map((step) => step.textContent.trim());
    const text = textOf(path);
    expect(steps).toHaveLength(text.match(/^## /gm)!.length);
    expect(steps.filter((step) => step.length <= 20)).toEqual([]);
    if (/\$|::equation/.test(text))
      expect(page.querySelectorAll(".katex").length).toBeGreaterThan(0);
    expect(page.querySelector("noscript")!.textContent).toMatch(/\S/);
    const pictures = [...page.querySelectorAll(".figure .picture")];
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures)
      for (const svg of picture.querySelectorAll("svg"))
        expect(svg.querySelectorAll(marks).length).toBeGreaterThan(1);
    await window.happyDOM.close();
  });
});

const open = useBrowser();

describe("without scripts", () => {
  // What the HTML holds is seen above; that styles show it is no matter of language, and seen in one chapter by turns.
  const path = chapter(languages[turn % languages.length]!, slugs[turn % slugs.length]);
  test.each([390, 1280] as const)(`${path} at %i shows each first picture once`, async (width) => {
    const { page, seen } = await open(path, { width, javaScriptEnabled: false });
    const pictures = page.locator(".figure .picture");
    for (const picture of await pictures.all()) {
      const shown = picture.locator("svg:visible");
      expect(await shown.count()).toBe(1);
      const box = (await shown.boundingBox())!;
      expect(box.width).toBeGreaterThan(250);
      expect(box.width).toBeLessThanOrEqual(width);
    }
    expect(await page.locator(".katex").first().isVisible()).toBe(true);
    // Only on paper all scenes are laid out at once.
    await page.emulateMedia({ media: "print" });
    for (const text of await page.locator(".step").allInnerTexts())
      expect(text.length).toBeGreaterThan(40);
    expect(await page.locator("noscript").innerText()).toMatch(/\S/);
    // Preloads of code are refused where scripts are off; nothing else may fail.
    expect(seen.failed.filter((f) => !f.endsWith(".js csp"))).toEqual([]);
  });
});

/** Whether the browser has laid out the text of the first and of the last scene. */
const laidOut = (page: Page) =>
  page.evaluate(() =>
    [0, -1].map((k) =>
      [...document.querySelectorAll(".scene")]
        .at(k)!
        .querySelector(".step")!
        .checkVisibility({ contentVisibilityAuto: true }),
    ),
  );

test("the first paint waits for no scene far from view; paper, a jump and the script bring them all", async () => {
  const path = chapter("en", "s4");
  const { page: plain } = await open(path, { javaScriptEnabled: false });
  expect(await laidOut(plain)).toEqual([true, false]);
  await plain.emulateMedia({ media: "print" });
  expect(await laidOut(plain)).toEqual([true, true]);
  const last = await plain.locator(".step").last().getAttribute("id");
  const { page: jumped } = await open(`${path}#${last}`, { javaScriptEnabled: false });
  expect((await laidOut(jumped))[1]).toBe(true);
  const top = () => jumped.locator(`#${last}`).evaluate((el) => el.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(400);
  const { page: live, shift } = await open(`${path}#${last}`);
  expect(await laidOut(live)).toEqual([true, true]);
  expect(await shift()).toBeLessThanOrEqual(0.02);
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

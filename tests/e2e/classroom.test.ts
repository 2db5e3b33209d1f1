import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { misshapen } from "./bounds.ts";
import { chapter, quiet, useBrowser } from "./browser.ts";
import { stepsOf } from "./page.ts";

const open = useBrowser();

const onWall = (page: Page) => page.locator(".presenter h2").innerText();
const atSpeaker = (page: Page) => page.locator(".speaker h1").innerText();

test("the speaker's window and the wall turn each other's steps, and outlive each other", async () => {
  const { page: wall, context, seen } = await open(`${chapter("en", "kalman")}?present=1#start`);
  await wall.locator(".presenter").waitFor();
  expect.soft(await misshapen(wall)).toEqual([]);
  const [speaker] = await Promise.all([context.waitForEvent("page"), wall.keyboard.press("s")]);
  await expect.poll(() => atSpeaker(speaker)).toBe("Before anything is seen");
  expect(await speaker.locator("[data-verdict=right]").count()).toBe(1);
  await expect.poll(() => speaker.locator("[data-elapsed]").innerText()).toMatch(/^0:0[1-9]/);
  await speaker.keyboard.press("PageDown");
  await expect.poll(() => onWall(wall)).toBe("Multiplied, place by place");
  await wall.keyboard.press("PageDown");
  await expect.poll(() => atSpeaker(speaker)).toBe("Why it is a bell");
  // What the speaker sees is nowhere on the wall; what the speaker presses is.
  expect(await wall.locator(".speaker, .speaker-ask").count()).toBe(0);
  await speaker.keyboard.press("b");
  const dark = () => wall.evaluate(() => document.documentElement.hasAttribute("data-dark"));
  await expect.poll(dark).toBe(true);
  await wall.close();
  await speaker.keyboard.press("PageUp");
  await expect.poll(() => speaker.locator("aside a.button").count()).toBe(1);
  const [again] = await Promise.all([
    context.waitForEvent("page"),
    speaker.locator("aside a.button").click(),
  ]);
  await expect.poll(() => onWall(again)).toBe("Multiplied, place by place");
  await expect.poll(() => speaker.locator("aside a.button").count()).toBe(0);
  expect(quiet(seen)).toEqual([]);
});

test("on paper a chapter is a worksheet and nothing else, and leaves the page as it was", async () => {
  const init = "window.print = () => { window.printed = true; };";
  const { page, seen } = await open(chapter("zh-Hans"), { init, theme: "dark" });
  await page.keyboard.press("Control+p");
  await page.waitForFunction(() => Reflect.get(globalThis, "printed"));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => ({
    beside: [...document.body.children]
      .filter((el) => el.checkVisibility())
      .map((el) => el.className),
    white: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector(".paper")!).color,
    fixed: [...document.querySelectorAll(".paper *")]
      .map((el) => getComputedStyle(el).position)
      .filter((p) => p === "fixed" || p === "sticky"),
    // Wider than its page, a formula or a table would be cut.
    cut: [...document.querySelectorAll(".paper :is(.tex, table, pre, .math)")].filter(
      (el) =>
        el.getBoundingClientRect().right >
        document.querySelector(".paper")!.getBoundingClientRect().right + 1,
    ).length,
  }));
  expect(shown).toEqual({
    beside: ["paper"],
    white: "rgb(255, 255, 255)",
    ink: "rgb(32, 29, 38)",
    fixed: [],
    cut: 0,
  });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator(".paper").count()).toBe(0);
  expect(quiet(seen)).toEqual([]);
});

test("from the browser's own menu the same worksheet comes: a picture a step, and the answers", async () => {
  const init = `addEventListener("afterprint", () => {
    const all = (what) => [...document.querySelectorAll(".paper " + what)];
    // Axes alone are short lines: a picture on which something is drawn has a curve of many points.
    const curve = (svg) => [...svg.querySelectorAll("path[d]")].some((path) => path.getAttribute("d").length > 400);
    const drawn = all(".paper-step .picture svg").filter(curve);
    window.sheet = { steps: all(".paper-step").length, pictures: drawn.length, answers: all(".paper-answers").length };
  });`;
  const { page, seen } = await open(chapter("en", "playground"), { init });
  const steps = await page.locator(".step").count();
  const figured = (await stepsOf(page)).filter((s) => s.staged).length;
  expect(figured).toBeGreaterThan(4);
  // Where the page has not been there long enough it is printed itself; the wish makes the sheet ready for the next time: its letters come last.
  await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
  const ready = () => [...document.fonts].every(({ status }) => status === "loaded");
  await page.waitForFunction(ready);
  await page.pdf({ format: "Letter" });
  const sheet = () => page.evaluate(() => Reflect.get(globalThis, "sheet") as unknown);
  await expect.poll(sheet).toEqual({ steps, pictures: figured, answers: 1 });
  expect(await page.locator(".paper").count()).toBe(0);
  expect(quiet(seen)).toEqual([]);
});

test("printed before the worksheet is there, the page itself is whole: a picture before the steps of each scene, nothing over another", async () => {
  const { page, seen } = await open(chapter("en", "kalman"));
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => {
    const all = (what: string) => [...document.querySelectorAll<HTMLElement>(what)];
    const top = (el: Element) => el.getBoundingClientRect().top;
    const staged = all(".scene:not(.plain)");
    return {
      sheet: all(".paper").length,
      staged: staged.length,
      drawn: staged.filter((scene) =>
        [...scene.querySelectorAll(".stage .picture svg")].some(
          (svg) => svg.checkVisibility() && svg.getBoundingClientRect().height > 100,
        ),
      ).length,
      // The chapter's first words come before its first picture.
      after: staged.filter(
        (scene, k) =>
          k > 0 && top(scene.querySelector(".stage")!) > top(scene.querySelector(".step")!),
      ).length,
      hidden: all(".step .prose p").filter((p) => !p.checkVisibility() && !p.closest(".teacher"))
        .length,
      fixed: all(".chapter *").filter(
        (el) => el.checkVisibility() && /fixed|sticky/.test(getComputedStyle(el).position),
      ).length,
      buttons: all(".site, .site-foot, .bar, .presets, .tools").filter((el) => el.checkVisibility())
        .length,
    };
  });
  expect(shown.staged).toBeGreaterThan(3);
  const { staged } = shown;
  expect(shown).toEqual({
    sheet: 0,
    staged,
    drawn: staged,
    after: 0,
    hidden: 0,
    fixed: 0,
    buttons: 0,
  });
  expect(quiet(seen)).toEqual([]);
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { turn } from "../turn.ts";
import { chapter, goTo, languages, useBrowser } from "./browser.ts";
import { openControls } from "./page.ts";
import { slugs } from "./slugs.ts";

const open = useBrowser();

/** The first chapter and, by turns, another one, in either language. */
const two = [
  chapter(languages[turn % languages.length]!),
  chapter(languages[(turn + 1) % languages.length]!, slugs[1 + (turn % (slugs.length - 1))]),
];

/** What is pressed or typed into and is lower or narrower than 24 pixels; a link in a sentence may be. */
const small = (page: Page) =>
  page.evaluate(() => {
    document.querySelectorAll("details").forEach((d) => (d.open = true));
    const all = document.querySelectorAll("button, input, select, summary, .site a");
    return [...all].flatMap((el) => {
      // What is pressed of a checkbox is its label too.
      const hit = el.matches("[type=checkbox], [type=radio]") ? (el.closest("label") ?? el) : el;
      const { width, height } = hit.getBoundingClientRect();
      const seen = width > 0 && height > 0 && getComputedStyle(el).position !== "absolute";
      return seen && Math.min(width, height) < 23.9
        ? [`${el.outerHTML.slice(0, 80)} ${width} × ${height}`]
        : [];
    });
  });

/** The distances that WCAG 1.4.12 wants a text to bear. */
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

const beyond = (page: Page) =>
  page.evaluate(() => {
    scrollTo(10_000, scrollY);
    return scrollX;
  });

test("what is pressed is 24 pixels high, and wide text at 320 pixels goes nowhere sideways", async () => {
  const { page } = await open(two[0]!);
  for (const path of two) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await goTo(page, new URL(path, page.url()).href);
    expect(await small(page), path).toEqual([]);
    await goTo(page, new URL(path, page.url()).href);
    await page.setViewportSize({ width: 320, height: 256 });
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, spaced);
    expect(await beyond(page), `${path} at 320`).toBe(0);
    // At 400 % the figure lets go of the screen: what is read has the room.
    const held = await page.evaluate(() => {
      const stage = document.querySelector(".stage[data-here]");
      return stage && getComputedStyle(stage).position === "sticky" ? stage.clientHeight : 0;
    });
    expect(held, path).toBeLessThan(128);
  }
});

test("in colours of the reader's own, what is chosen is told from what is not, and more contrast is more", async () => {
  const { page } = await open(two[0]!);
  await page.emulateMedia({ forcedColors: "active" });
  await openControls(page);
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((el) => getComputedStyle(el).backgroundColor);
  const tools = ".stage[data-here] .tools";
  await page.locator(`${tools} button[aria-pressed]`).first().click();
  const plain = await ground(`${tools} button:not([aria-pressed])`);
  expect(await ground(`${tools} button[aria-pressed=true]`)).not.toBe(plain);
  expect(await ground(".stage[data-here] .drawer > summary")).not.toBe(plain);
  await page.locator(`${tools} button[aria-haspopup=dialog]`).click();
  expect(await ground("dialog.share [role=tab][aria-selected=true]")).not.toBe(
    await ground("dialog.share [role=tab][aria-selected=false]"),
  );
  // A tint that fills a part of a picture is not its ground.
  const tint = page.locator(".stage[data-here] .picture").first();
  expect(
    await tint.evaluate((el) => {
      const fill = (value: string) => {
        const probe = el.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
        probe.style.fill = value;
        const { fill: seen } = getComputedStyle(probe);
        probe.remove();
        return seen;
      };
      return fill("var(--glow)") !== fill("var(--card)");
    }),
  ).toBe(true);
  await page.emulateMedia({ forcedColors: "none" });
  const soft = () =>
    page.evaluate(() => getComputedStyle(document.querySelector(".figure figcaption")!).color);
  const usual = await soft();
  await page.emulateMedia({ contrast: "more" });
  expect(await soft()).not.toBe(usual);
});

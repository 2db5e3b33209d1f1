import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, useBrowser } from "./browser.ts";

const open = useBrowser();

/** Windows, and the smallest type (CSS pixels) in their pictures: 12, but where a high picture has a low window. */
const WINDOWS = [
  { width: 1024, height: 768, type: 12 },
  { width: 1280, height: 720, type: 11.2 },
  { width: 1280, height: 800, type: 11.9 },
  { width: 1366, height: 768, type: 12 },
  { width: 1440, height: 900, type: 13 },
] as const;

/** Every figure beside its text: the smallest type in its picture, and how far its bar is from the window's lower edge. */
const cards = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".stage .figure[data-figure]")].map((card) => {
      const scale = (t: SVGTextElement) => Math.hypot(t.getScreenCTM()!.a, t.getScreenCTM()!.b);
      const type = [...card.querySelectorAll<SVGTextElement>(".picture svg text")]
        .filter((t) => t.textContent.trim() && t.getClientRects().length > 0)
        .map((t) => parseFloat(getComputedStyle(t).fontSize) * scale(t));
      const bar = card.querySelector(".bar")!.getBoundingClientRect().bottom;
      const top = parseFloat(getComputedStyle(card.closest(".stage")!).top);
      const below = innerHeight - top - (bar - card.getBoundingClientRect().top);
      return { name: card.dataset.figure, type: Math.min(...type), below };
    }),
  );

test("pictures, captions and bars are in view together on desktop windows, and their type can be read", async () => {
  // The chapter with the highest picture and the longest captions: what is measured is one style sheet.
  const { page } = await open(chapter("en", "mamba"));
  for (const { width, height, type } of WINDOWS) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(200);
    const all = await cards(page);
    expect(all.length).toBeGreaterThan(0);
    for (const card of all) {
      expect(card.type, `${card.name} at ${width}×${height}`).toBeGreaterThanOrEqual(type);
      expect(card.below, `${card.name} at ${width}×${height}`).toBeGreaterThanOrEqual(0);
    }
  }
});

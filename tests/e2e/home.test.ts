import { describe, expect, test } from "vitest";
import { recoloured, violations } from "./axe.ts";
import { fetched, kib, LIGHT, sideways, STILL, upright } from "./bounds.ts";
import { chapter, home, languages, quiet, sizes, useBrowser } from "./browser.ts";
import { readThrough } from "./page.ts";

const open = useBrowser();

describe.each(languages)("%s", (tag) => {
  test("the home page is light, still, quiet, within its bounds and open to all", async () => {
    const { page, seen, scriptBytes, shift } = await open(home(tag));
    await readThrough(page);
    const bytes = await scriptBytes();
    console.info(`${home(tag)}: ${kib(bytes)} of JavaScript`);
    expect.soft(bytes).toBeLessThanOrEqual(LIGHT);
    expect.soft(fetched(seen)).toEqual([]);
    expect.soft(await shift()).toBeLessThanOrEqual(STILL);
    for (const width of [1280, 390] as const) {
      await page.setViewportSize({ width, height: sizes[width] });
      await page.emulateMedia({ colorScheme: "light" });
      expect.soft(await violations(page), `${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await violations(page, recoloured), `${width} dark`).toEqual([]);
    }
    expect.soft(await sideways(page)).toEqual(upright);
    expect.soft(quiet(seen)).toEqual([]);
  });

  test("a page of the book is light, quiet and open to all", async () => {
    const { page, seen, scriptBytes } = await open(`/${tag}/notation/#gain`);
    expect.soft(await scriptBytes()).toBeLessThanOrEqual(LIGHT);
    expect.soft(fetched(seen)).toEqual([]);
    const top = () => page.locator("#gain").evaluate((el) => el.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(400);
    expect.soft(await violations(page)).toEqual([]);
    expect.soft(await sideways(page)).toEqual(upright);
    expect.soft(quiet(seen)).toEqual([]);
  });

  test("a part's page is reached from the map and from its chapters, shows each with its picture, and is light, still and open to all", async () => {
    const { page, seen, scriptBytes, shift } = await open(home(tag));
    await page.locator(".parts h2 a").nth(1).click();
    await page.waitForURL(`**/${tag}/structured-state-spaces/`);
    await expect.poll(() => page.locator(".part-chapters li").count()).toBe(4);
    await page.goto(page.url());
    await readThrough(page);
    expect.soft(await scriptBytes()).toBeLessThanOrEqual(LIGHT);
    expect.soft(await shift()).toBeLessThanOrEqual(STILL);
    const drawn = () =>
      page.evaluate(() => [...document.images].filter((img) => img.naturalWidth === 600).length);
    await expect.poll(drawn).toBe(4);
    expect.soft(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await violations(page, recoloured)).toEqual([]);
    expect.soft(await sideways(page)).toEqual(upright);
    await page.locator(".part-chapters a").last().click();
    await page.waitForURL(`**/${tag}/long-range/`);
    await page.locator(".intro .kicker a").click();
    await page.waitForURL(`**/${tag}/structured-state-spaces/`);
    // What has been read stands there.
    await expect.poll(() => page.locator(".part-chapters .share").count()).toBe(1);
    expect.soft(quiet(seen)).toEqual([]);
  });

  test("without scripts the home page shows its pictures and leads on", async () => {
    const { page } = await open(home(tag), { javaScriptEnabled: false });
    expect(await page.locator(".journey svg:visible").count()).toBe(3);
    await page.locator("a.go").click();
    await page.waitForURL(`**${chapter(tag)}`);
  });

  test("presentation, help and the projector's theme are open to all", async () => {
    const { page } = await open(chapter(tag), { width: 1920 });
    await page.locator("header .theme select").selectOption("projector");
    const projector = await violations(page);
    await page.keyboard.press("p");
    await page.locator(".presenter").waitFor();
    const presenting = await violations(page);
    await page.keyboard.press("Shift+?");
    await page.locator("dialog.help[open]").waitFor();
    const help = await violations(page);
    expect({ projector, presenting, help }).toEqual({ projector: [], presenting: [], help: [] });
  });
});

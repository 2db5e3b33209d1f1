import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, goTo, home, quiet, reload, useBrowser } from "./browser.ts";
import { figure, readTo, setting, settleAddress, stepsOf } from "./page.ts";

const open = useBrowser();
const step = (page: Page) => page.locator('.step[aria-current="step"]').getAttribute("id");

/** Goes to the third step and moves the playhead there: what the reader has made of the page. */
async function settle(page: Page): Promise<{ id: string; mine: string }> {
  const { id } = (await stepsOf(page))[2]!;
  await readTo(page, id);
  await figure(page).locator(".time input[type=range]").fill("7");
  await settleAddress(page);
  return { id, mine: await setting(page) };
}

test("Back leads home from a chapter and forward into it again", async () => {
  const { page, seen } = await open(home("en"));
  await page.locator("a.go").click();
  await page.waitForURL(`**${chapter("en")}**`);
  await figure(page).waitFor();
  const { id, mine } = await settle(page);
  await page.goBack();
  await page.waitForURL(`**${home("en")}`);
  await page.locator("a.go").waitFor(); // the address comes first, the page when its data is there
  await expect.poll(() => page.locator(".chapter").count()).toBe(0);
  await page.goForward();
  await figure(page).waitFor();
  await expect.poll(() => step(page)).toBe(id);
  await expect.poll(() => setting(page)).toBe(mine);
  expect(quiet(seen)).toEqual([]);
});

test("a page that is gone to from another's end begins at its head; one that is come back to is where it was", async () => {
  const { page } = await open(chapter("en"));
  const top = () => page.evaluate(() => scrollY);
  const onward = page.locator(`main a[href="${chapter("en", "kalman")}"]`).first();
  await onward.scrollIntoViewIfNeeded();
  await onward.click();
  await page.waitForURL(`**${chapter("en", "kalman")}**`);
  await expect.poll(top).toBe(0);
  expect(await page.evaluate(() => document.activeElement!.id)).toBe("main");
  await figure(page).waitFor();
  expect(await step(page)).toBe((await stepsOf(page))[0]!.id);
  await page.locator(".site-foot a").first().click();
  await page.locator(".book").waitFor();
  await expect.poll(top).toBe(0);
  await page.locator(".book section").nth(3).scrollIntoViewIfNeeded();
  const left = await top();
  // Followed from there: a click of the mouse would first bring the link into view.
  await page.evaluate(() => document.querySelectorAll<HTMLElement>(".site-foot a")[1]!.click());
  await expect.poll(top).toBe(0);
  await page.goBack();
  await expect.poll(top).toBe(left);
});

test("Back from the next chapter, and a reload of it, come to the step and the setting that were left", async () => {
  const { page } = await open(chapter("en"));
  const { id, mine } = await settle(page);
  // A page of its own, as a link from anywhere opens it: the browser keeps nothing of the one before.
  await goTo(page, page.url().replace(/\/en\/.*/, chapter("en", "kalman")));
  await page.goBack({ waitUntil: "load" });
  await expect.poll(() => step(page)).toBe(id);
  await expect.poll(() => setting(page)).toBe(mine);
  await reload(page);
  await expect.poll(() => step(page)).toBe(id);
  await expect.poll(() => setting(page)).toBe(mine);
});

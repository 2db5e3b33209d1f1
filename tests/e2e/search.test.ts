import { expect, test } from "vitest";
import { quiet, useBrowser } from "./browser.ts";
import { slugs } from "./slugs.ts";

const open = useBrowser();

test("“/” opens the search; what is typed is found, arrows choose, Enter goes to the step", async () => {
  const { page, seen } = await open("/en/hidden-state/");
  await page.keyboard.press("/");
  const field = page.locator("dialog.search input");
  await field.waitFor();
  await page.keyboard.type("kalman gain");
  const options = page.locator("dialog.search [role=option]");
  await expect.poll(() => options.count()).toBeGreaterThan(3);
  expect(await page.locator("dialog.search [role=status]").textContent()).toMatch(
    /^\d+ places found/,
  );
  // The first that is a step, after the one that is chosen already; pages of the book are found, too.
  const found = await options.evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
  const k = found.findIndex((to, at) => at > 0 && slugs.some((slug) => to.includes(`/${slug}/`)));
  for (let at = 0; at < k; at++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => options.nth(k).getAttribute("aria-selected")).toBe("true");
  expect(await field.getAttribute("aria-activedescendant")).toBe(
    await options.nth(k).getAttribute("id"),
  );
  const to = found[k]!;
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => {
      const { pathname, hash } = new URL(page.url());
      return pathname + hash;
    })
    .toBe(to);
  await expect.poll(() => page.locator("dialog.search").count()).toBe(0);
  const step = page.locator(`.step#${to.split("#")[1]}`);
  await expect.poll(() => step.getAttribute("aria-current"), { timeout: 10_000 }).toBe("step");
  expect(quiet(seen)).toEqual([]);
});

test("in Chinese a word is found inside a sentence; in the same chapter a result is a jump", async () => {
  const { page } = await open("/zh-Hans/kalman/");
  await page.getByRole("button", { name: "搜索" }).click();
  await page.locator("dialog.search input").fill("新息");
  const here = page.locator('[role=option][href^="#"]').first();
  await here.click();
  await expect.poll(() => new URL(page.url()).hash).not.toBe("");
  expect(new URL(page.url()).pathname).toBe("/zh-Hans/kalman/");
});

test("what is not there is said; Escape closes and the focus returns", async () => {
  const { page } = await open("/en/");
  const button = page.getByRole("button", { name: "Search" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog.search input").fill("zebra crossing");
  await expect
    .poll(() => page.locator("dialog.search [role=status]").textContent())
    .toBe("Nothing found. Fewer or other words may help.");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog.search").count()).toBe(0);
  expect(await button.evaluate((b) => b === document.activeElement)).toBe(true);
});

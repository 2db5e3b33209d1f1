import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, quiet, reload, useBrowser } from "./browser.ts";
import { figure } from "./page.ts";

const open = useBrowser();
const live = `${chapter("en", "mamba")}#writes`;

/** The model itself has read the text: no record, nothing on its way. */
const read = (page: Page) =>
  expect.poll(() => figure(page).locator(".picture svg").textContent()).toContain("computed here");

test("a second visit finds the weights in the browser and asks for none", async () => {
  const { page, seen } = await open(live);
  await read(page);
  const asked: string[] = [];
  await page.route(/weights\.bin/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await reload(page);
  await read(page);
  expect(asked).toEqual([]);
  expect(quiet(seen)).toEqual([]);
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, quiet, reload, useBrowser } from "./browser.ts";
import { ownFolder } from "../models/ownFolder.ts";
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

/** The model's own control in the present step. */
const chooser = (page: Page) =>
  page.locator(".step[aria-current=step] .step-controls [data-control=model]");
const files = async (page: Page, folder: readonly File[]) =>
  chooser(page)
    .locator("input[type=file]")
    .setInputFiles(
      await Promise.all(
        folder.map(async (file) => ({
          name: file.name,
          mimeType: "application/octet-stream",
          buffer: Buffer.from(await file.arrayBuffer()),
        })),
      ),
    );

test("a reader's own checkpoint is read in this browser alone; what is wrong with another is said, and it goes on", async () => {
  const { page, seen } = await open(`${chapter("en", "mamba")}#full`);
  await read(page);
  await chooser(page).locator("select").focus();
  await chooser(page).locator("select").selectOption("own");
  await files(page, ownFolder().slice(0, 2));
  await expect
    .poll(() => chooser(page).locator(".problem").innerText())
    .toContain("tokenizer.json");
  const sent: string[] = [];
  page.on("request", (r) => sent.push(`${r.method()} ${r.url()}`));
  await files(page, ownFolder());
  const picture = () => figure(page).locator(".picture svg").textContent();
  await expect.poll(picture).toContain("38,336 parameters");
  await expect.poll(picture).toContain("computed here");
  expect(sent.filter((line) => !line.startsWith("GET"))).toEqual([]);
  // a link says that it was one's own, and brings what the step shows, with a sentence
  await expect.poll(() => new URL(page.url()).search).toContain("model=own");
  await reload(page);
  await expect.poll(() => figure(page).locator(".notices").textContent()).toContain("no link can");
  await read(page);
  expect(quiet(seen)).toEqual([]);
});

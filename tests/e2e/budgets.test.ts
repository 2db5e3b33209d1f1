import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  chapters,
  home,
  languages,
  quiet,
  sizes,
  useBrowser,
  type Seen,
  type Width,
} from "./browser.ts";
import { figure, readThrough, readTo, stepsOf } from "./page.ts";

const open = useBrowser();
const KIB = 1024;
const LIMIT = 130 * KIB;
const STILL = 0.02;
const widths = Object.keys(sizes).map(Number) as Width[];

/** Figures whose code a page has fetched: the build names the files after them. */
const fetched = ({ scripts }: Seen): string[] =>
  [...scripts.keys()].flatMap((url) => /\/figure-([a-z0-9-]+)-[\w-]{8}\.js/.exec(url)?.[1] ?? []);

/** How far the page can be pushed sideways at each width, in pixels. */
async function sideways(page: Page): Promise<Record<number, number>> {
  const beyond: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: sizes[width] });
    await page.waitForTimeout(150);
    beyond[width] = await page.evaluate(() => {
      scrollTo(10_000, scrollY);
      const by = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return Math.max(scrollX, by);
    });
  }
  return beyond;
}
const none = Object.fromEntries(widths.map((width) => [width, 0]));

/** Reads step after step; what a present figure says wrong. */
async function readSteps(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const { id, figure: beside } of await stepsOf(page)) {
    await readTo(page, id);
    if (!beside) continue;
    const said = await figure(page).evaluate((el) => el.textContent);
    if (/NaN|undefined|\{\w+\}/.test(said)) wrong.push(`${id}: ${said}`);
  }
  await readThrough(page);
  return wrong;
}

// One visit answers many questions: a page of its own for each would take the suite's time.
describe.each(chapters)("$path", ({ path, k, tag }) => {
  test("opens light, and read step by step stays still, quiet and within its bounds", async () => {
    const { page, seen, scriptBytes, shift } = await open(path);
    const figures = [...new Set((await stepsOf(page)).flatMap((s) => s.figure ?? []))];
    const opening = { bytes: await scriptBytes(), figures: fetched(seen), shift: await shift() };
    const wrong = await readSteps(page);
    const all = { bytes: await scriptBytes(), figures: fetched(seen), shift: await shift() };
    const kib = (n: number) => `${(n / KIB).toFixed(1)} KiB`;
    console.info(
      `${path}: ${kib(opening.bytes)} of JavaScript to open, ${kib(all.bytes)} read to the end; shift ${all.shift.toFixed(4)}`,
    );
    expect.soft(seen.scripts.size).toBeGreaterThan(1);
    expect.soft(opening.bytes).toBeLessThanOrEqual(LIMIT);
    expect.soft(opening.figures, "the first figure opens with the page").toContain(figures[0]);
    if (figures.length > 2)
      expect
        .soft(opening.figures, "the last one waits for the reader")
        .not.toContain(figures.at(-1));
    expect.soft(all.figures.toSorted(), "its own figures, no other's").toEqual(figures.toSorted());
    expect.soft(opening.shift).toBeLessThanOrEqual(STILL);
    expect.soft(all.shift).toBeLessThanOrEqual(STILL);
    expect.soft(wrong).toEqual([]);
    expect.soft(seen.fonts.filter((font) => !font.endsWith(".woff2"))).toEqual([]);
    expect.soft(seen.fonts.length).toBeGreaterThan(0);
    expect.soft(await sideways(page)).toEqual(none);
    expect.soft(quiet(seen)).toEqual([]);
  });

  // A phone always; of the narrowest and the widest each chapter takes one, in turn, and in one language: between them lie the
  // same layouts.
  const extremes =
    (k >> 1) % 2 === languages.indexOf(tag) ? ([k % 2 === 0 ? 320 : 1920] as const) : [];
  test.each([390, ...extremes] as const)("at %i pixels nothing jumps", async (width) => {
    const { page, shift } = await open(path, { width });
    await page.waitForTimeout(200);
    const arriving = await shift();
    await readThrough(page);
    expect(arriving).toBeLessThanOrEqual(STILL);
    expect(await shift()).toBeLessThanOrEqual(STILL);
  });
});

test.each(languages.map(home))("%s is light, still, quiet and within its bounds", async (path) => {
  const { page, seen, scriptBytes, shift } = await open(path);
  await readThrough(page);
  const bytes = await scriptBytes();
  console.info(`${path}: ${(bytes / KIB).toFixed(1)} KiB of JavaScript`);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
  expect(fetched(seen)).toEqual([]);
  expect(await shift()).toBeLessThanOrEqual(STILL);
  expect(await sideways(page)).toEqual(none);
  expect(quiet(seen)).toEqual([]);
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, useBrowser } from "./browser.ts";
import { control, figure, openControls, playhead, slide } from "./page.ts";

const open = useBrowser();

/** How many elements of a symbol there are, and how many of them, and of others, are lit. */
const light = (page: Page, symbol: string) =>
  page.evaluate((s) => {
    const all = [...document.querySelectorAll(`[data-symbol="${s}"]`)];
    const lit = [...document.querySelectorAll(".lit")];
    return {
      all: all.length,
      lit: all.filter((e) => e.matches(".lit")).length,
      others: lit.length - lit.filter((e) => all.includes(e)).length,
    };
  }, symbol);

test("a symbol under the pointer or in focus lights up everywhere, and goes dark again", async () => {
  const { page } = await open(chapter("en"));
  await openControls(page);
  await figure(page).getByRole("button", { name: "NumPy" }).click();
  await figure(page).locator("pre [data-symbol=A]").first().waitFor();
  const button = page.locator(".symbols .symbol[data-symbol=A]").first();
  // All controls lie over the text: the pointer is over the symbol by its event alone.
  await button.dispatchEvent("pointerover");
  const lit = await light(page, "A");
  expect(lit.lit).toBe(lit.all);
  expect(lit.others).toBe(0);
  for (const where of [".control.lit", ".picture .lit", "pre .lit", ".tex .lit"])
    expect(await page.locator(where).count(), where).toBeGreaterThan(0);
  await page.locator("body").dispatchEvent("pointerover");
  expect(await light(page, "A")).toMatchObject({ lit: 0, others: 0 });
  await button.focus();
  expect((await light(page, "A")).lit).toBe(lit.all);
  // What it is stands beside it, and a press leads there and back.
  const note = page.locator("#symbol-note");
  await expect.poll(() => note.isVisible()).toBe(true);
  expect(await note.innerText()).toContain("state matrix");
  await page.keyboard.press("Enter");
  expect(
    await note
      .locator("a")
      .first()
      .evaluate((a) => a.matches(":focus")),
  ).toBe(true);
  expect(await note.locator("a").first().getAttribute("href")).toMatch(/\/en\/notation\/#A$/);
  await page.keyboard.press("Escape");
  expect(await note.isVisible()).toBe(false);
  expect(await button.evaluate((b) => b.matches(":focus"))).toBe(true);
  await control(page, "b").locator("input[type=range]").focus();
  expect(await light(page, "A")).toMatchObject({ lit: 0 });
  expect((await light(page, "B")).lit).toBeGreaterThan(2);
});

test("an equation shown with numbers shows the figure's", async () => {
  const { page } = await open(chapter("en"));
  await openControls(page);
  await slide(control(page, "a").locator("input[type=range]"), -0.25);
  await slide(figure(page).locator(".time input[type=range]"), 6);
  await expect.poll(() => playhead(page)).toBe("6");
  const equation = page.locator(".scene:not(.plain) .equation").first();
  await equation.locator(".show-numbers").evaluate((b: HTMLElement) => b.click());
  const number = (text: string) => Number(text.replace(/[()]/g, "").replaceAll("−", "-"));
  const place = (symbol: string) =>
    equation.locator(`.live [data-value="${symbol}"]`).first().textContent();
  await expect.poll(async () => number((await place("A"))!)).toBeCloseTo(-0.25, 9);
  const spoken = (await figure(page).locator(".grip").last().getAttribute("aria-valuetext"))!;
  const state = /h = ([−\d.]+)/.exec(spoken)![1]!;
  // The spoken state has two decimals.
  expect(Math.abs(number((await place("h"))!) - number(state))).toBeLessThan(0.0051);
  const [A, B, h, u, next] = await Promise.all(
    ["A", "B", "h", "u", "hnext"].map(async (s) => number((await place(s))!)),
  );
  expect(A! * h! + B! * u!).toBeCloseTo(next!, 2);
  // And they follow the slider.
  await slide(control(page, "a").locator("input[type=range]"), 0.75);
  await expect.poll(async () => number((await place("A"))!)).toBeCloseTo(0.75, 9);
});

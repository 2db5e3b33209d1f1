import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, quiet, useBrowser } from "./browser.ts";
import {
  control,
  figure,
  isPlaying,
  openControls,
  playhead,
  readTo,
  setting,
  slide,
  stepsOf,
} from "./page.ts";

const open = useBrowser();

/** What has the focus, and whether one can see that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const el = document.activeElement as HTMLElement | SVGElement;
    const ring = [el, el.closest("label")].some((e) => {
      const style = e && getComputedStyle(e);
      return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    const kind = el.matches(".grip")
      ? "grip"
      : el.matches(".presets button")
        ? "preset"
        : el.matches("[data-control] input[type=range]")
          ? "slider"
          : el.matches(".typed")
            ? "typed"
            : el.tagName.toLowerCase();
    return {
      kind,
      ring,
      here: el.closest(".stage[data-here]") !== null,
      html: el.outerHTML.slice(0, 90),
    };
  });

/** Focus on the page itself, where every key has its meaning. */
const leaveFields = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

test("Tab reaches handles, sliders, typed values and presets, and the focus is seen on each", async () => {
  const { page } = await open(chapter("en"));
  await openControls(page);
  await page.locator('.stage[data-here] .grip[tabindex="0"]').first().waitFor();
  const kinds = new Set<string>();
  const unseen: string[] = [];
  await page.evaluate(() => {
    const first = document.querySelector<HTMLElement>(".stage .grip")!;
    first.focus();
  });
  for (let k = 0; k < 40; k++) {
    const now = await focused(page);
    if (k > 0 && !now.ring) unseen.push(now.html);
    if (now.here) kinds.add(now.kind);
    await page.keyboard.press("Tab");
  }
  expect([...kinds]).toEqual(
    expect.arrayContaining(["grip", "slider", "typed", "preset", "button", "select"]),
  );
  expect(unseen).toEqual([]);
});

test("the first Tab offers the way past the header", async () => {
  const { page } = await open(chapter("en"));
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("skip");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
});

test("a handle in the picture moves with the arrows, coarsely with Shift", async () => {
  const { page } = await open(chapter("en"));
  // The build's own picture has handles too, which go with it.
  await figure(page).locator(".picture:not(:has(> .first))").waitFor();
  const grip = figure(page).locator(".grip").last();
  await grip.focus();
  const before = await grip.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => grip.getAttribute("aria-valuetext")).not.toBe(before);
  const t = Number(await playhead(page));
  await page.keyboard.press("Shift+ArrowRight");
  expect(Number(await playhead(page))).toBe(t + 10);
});

test("Space plays, arrows step, digits choose, i pins, r resets, n shows numbers", async () => {
  const { page, seen } = await open(chapter("en"));
  await page.locator('.stage[data-here] .grip[tabindex="0"]').first().waitFor();
  await leaveFields(page);
  const start = await playhead(page);
  await page.keyboard.press("Space");
  await expect.poll(() => isPlaying(page)).toBe(true);
  await page.keyboard.press("Space");
  await expect.poll(() => isPlaying(page)).toBe(false);
  // From a handle in the picture, too; and a pause rests on a whole step.
  await figure(page).locator(".grip").last().focus();
  await page.keyboard.press("Space");
  await expect.poll(() => isPlaying(page)).toBe(true);
  await page.keyboard.press("Space");
  await leaveFields(page);
  const t = Number(await playhead(page));
  expect(Number.isInteger(t)).toBe(true);
  await page.keyboard.press("ArrowRight");
  expect(Number(await playhead(page))).toBe(t + 1);
  await page.keyboard.press(",");
  expect(Number(await playhead(page))).toBe(t);
  const asGiven = await setting(page);
  await page.keyboard.press("4");
  expect(await setting(page)).not.toBe(asGiven);
  await page.keyboard.press("i");
  const pin = figure(page).locator(".tools button").first();
  await expect.poll(() => pin.getAttribute("aria-pressed")).toBe("true");
  await expect.poll(() => figure(page).locator(".ghost").count()).toBeGreaterThan(0);
  await page.keyboard.press("r");
  const values = (s: string) => (JSON.parse(s) as unknown[]).slice(0, -1);
  expect(values(await setting(page))).toEqual(values(asGiven));
  expect(await playhead(page)).toBe(start);
  await page.keyboard.press("i");
  await expect.poll(() => pin.getAttribute("aria-pressed")).toBe("false");
  await page.keyboard.press("n");
  expect(await page.locator(".tex.live:not([hidden])").count()).toBeGreaterThan(0);
  expect(quiet(seen)).toEqual([]);
});

test("? opens the list of keys, Escape closes it", async () => {
  const { page } = await open(chapter("en"));
  await page.keyboard.press("Shift+?");
  await page.locator("dialog.help[open]").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog.help[open]").count()).toBe(0);
});

test("p presents; arrows and page keys turn the steps; Escape leaves", async () => {
  const { page, seen } = await open(chapter("en"), { width: 1920 });
  const shown = (await stepsOf(page)).filter((s) => s.figure);
  const present = () => page.locator('.step[aria-current="step"]').getAttribute("id");
  await leaveFields(page);
  await page.keyboard.press("p");
  await page.locator(".presenter").waitFor();
  // The button "next" has the focus: a remote's keys must work there.
  for (const [key, at] of [
    ["PageDown", 1],
    ["PageDown", 2],
    ["PageUp", 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(present).toBe(shown[at]!.id);
  }
  await page.keyboard.press("ArrowRight");
  await expect.poll(present).toBe(shown[2]!.id);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(present).toBe(shown[1]!.id);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".presenter").count()).toBe(0);
  await expect.poll(() => present()).toBe(shown[1]!.id);
  expect(quiet(seen)).toEqual([]);
});

test("presenting: the wall's question can be put anew, and its words are in another language at a press", async () => {
  const { page, seen } = await open(chapter("en", "kalman") + "?present=1#start");
  const panel = page.locator(".presenter");
  const answers = panel.locator(".options button");
  await answers.first().click();
  await expect.poll(() => panel.locator(".why p").count()).toBeGreaterThan(0);
  await panel.locator(".ask > .quiet").click();
  await expect.poll(() => panel.locator(".why p").count()).toBe(0);
  expect(await answers.evaluateAll((all) => all.some((b) => "verdict" in b.dataset))).toBe(false);
  await panel.locator("a.button").click();
  await expect.poll(() => panel.locator("h2").innerText()).toMatch(/\p{Script=Han}/u);
  const { id } = (await stepsOf(page)).at(-1)!;
  for (let k = 0; k < 40; k++) await page.keyboard.press("PageDown"); // a step without a figure is the last
  await expect.poll(() => page.locator(".stage.plain .presenter h2").count()).toBe(1);
  await panel.locator("button").last().click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest(".step")?.id))
    .toBe(id);
  expect(quiet(seen)).toEqual([]);
});

test("f goes from a step to its figure and back", async () => {
  const { page } = await open(chapter("en"));
  const { id } = (await stepsOf(page))[2]!;
  await readTo(page, id);
  await page.locator(`#${id} h2 a`).focus();
  await page.keyboard.press("f");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest(".stage") !== null))
    .toBe(true);
  await page.keyboard.press("f");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest(".step")?.id))
    .toBe(id);
});

test("a slider moves by key, takes a typed value and says what it cannot take", async () => {
  const { page } = await open(chapter("en"));
  const id = (await stepsOf(page)).find((s) => s.figure)!.id;
  await readTo(page, id);
  await openControls(page);
  const a = control(page, "a");
  const range = a.locator("input[type=range]");
  await slide(range, 0.5);
  await range.focus();
  await page.keyboard.press("ArrowRight");
  expect(Number(await range.inputValue())).toBeCloseTo(0.51, 9);
  await page.keyboard.press("PageUp");
  expect(Number(await range.inputValue())).toBeCloseTo(0.61, 9);
  const typed = a.locator(".typed");
  await typed.fill("−0,3");
  await typed.press("Enter");
  expect(Number(await range.inputValue())).toBeCloseTo(-0.3, 9);
  await typed.fill("often");
  await typed.press("Enter");
  await expect.poll(() => a.locator(".problem").innerText()).toMatch(/-?−?1\.2/);
  await expect.poll(() => typed.inputValue()).toBe("often");
  expect(Number(await range.inputValue())).toBeCloseTo(-0.3, 9);
});

test("an option that Tab comes to is seen, not behind the figure of a phone or the pinned controls", async () => {
  for (const width of [390, 1280] as const) {
    const { page } = await open(chapter("en", "kalman"), { width });
    await readTo(page, "product");
    const options = page.locator("#product .options button");
    await page.locator("#product h2 a").focus();
    for (let k = 0; k < (await options.count()); k++) {
      await page.keyboard.press("Tab");
      const seen = () =>
        options.nth(k).evaluate((el) => {
          const { left, top, height } = el.getBoundingClientRect();
          const there = document.elementFromPoint(left + 20, top + height / 2);
          return el === document.activeElement && there !== null && el.contains(there);
        });
      await expect.poll(seen, { message: `option ${k + 1} at ${width}` }).toBe(true);
    }
  }
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, goTo, quiet, reload, useBrowser } from "./browser.ts";
import {
  control,
  figure,
  isPlaying,
  openControls,
  playhead,
  readTo,
  setting,
  settleAddress,
  stepsOf,
} from "./page.ts";

const open = useBrowser();

/** Types a number that differs from the present one into the first slider of the present figure. */
async function change(page: Page): Promise<string> {
  await openControls(page);
  const typed = figure(page).locator(".control.number .typed").first();
  const before = await typed.inputValue();
  await typed.fill(before === "0.5" ? "0.6" : "0.5");
  await typed.press("Enter");
  await typed.blur();
  return setting(page);
}

/** Two neighbouring steps beside the same figure, the first of which is not the page's first. */
async function neighbours(page: Page): Promise<[string, string]> {
  const steps = await stepsOf(page);
  const k = steps.findIndex((s, i) => i > 0 && s.figure && steps[i + 1]?.scene === s.scene);
  return [steps[k]!.id, steps[k + 1]!.id];
}

test("scrolling to a step gives the figure the step's setting; the reader's values come back", async () => {
  const { page, seen } = await open(chapter("en"));
  const [here, next] = await neighbours(page);
  await readTo(page, here);
  const asGiven = await setting(page);
  await readTo(page, next);
  expect(await setting(page)).not.toBe(asGiven);
  await readTo(page, here);
  await expect.poll(() => setting(page)).toBe(asGiven);
  const mine = await change(page);
  expect(mine).not.toBe(asGiven);
  await readTo(page, next);
  expect(await setting(page)).not.toBe(mine);
  await readTo(page, here);
  await expect.poll(() => setting(page)).toBe(mine);
  expect(quiet(seen)).toEqual([]);
});

test("answering a prediction explains it and plays the figure", async () => {
  const { page, seen } = await open(chapter("en"));
  const ask = page.locator(".scene:not(.plain) .ask.predict").first();
  await ask.scrollIntoViewIfNeeded();
  await expect.poll(() => ask.locator(".why p").count()).toBe(0);
  const before = await playhead(page);
  await ask.locator(".options button").nth(1).click();
  await expect.poll(() => ask.locator(".why p").count()).toBeGreaterThan(1);
  await expect.poll(() => playhead(page)).not.toBe(before);
  expect(quiet(seen)).toEqual([]);
});

test("a question answered while another step is still the present one shows its answer all the same", async () => {
  const { page } = await open(`${chapter("en", "versus")}#notebooks`);
  await readTo(page, "notebooks");
  await page
    .locator("#exam .ask .options button")
    .nth(1)
    .evaluate((button: HTMLElement) => {
      for (const type of ["pointerdown", "pointerup"])
        button.dispatchEvent(new PointerEvent(type, { bubbles: true }));
      button.click();
    });
  await expect
    .poll(() => page.locator('.step[aria-current="step"]').getAttribute("id"))
    .toBe("exam");
  await expect.poll(() => playhead(page)).toBe("111");
});

test("what gives an answer away is there only once it is given", async () => {
  const { page } = await open(`${chapter("en", "hidden-state")}#keep-pushing`);
  await readTo(page, "keep-pushing");
  const quoted = page.locator("#keep-pushing .prose .value");
  await expect.poll(() => quoted.allInnerTexts()).toEqual(["1.62", "?"]);
  await openControls(page);
  await expect.poll(() => figure(page).locator(".readouts").innerText()).toMatch(/settles at \?/);
  await page.locator("#keep-pushing .ask .options button").nth(2).click();
  await expect.poll(() => quoted.last().innerText()).toBe("3.57");
  await expect
    .poll(() => figure(page).locator(".readouts").innerText())
    .toMatch(/settles at 3\.57/);
});

test("an answer moves the figure on, not the numbers of sentences about the step's own setting", async () => {
  const { page } = await open(chapter("en", "long-range"));
  await readTo(page, "two-hundred");
  const number = page.locator("#two-hundred .prose > p .value");
  await expect.poll(() => number.innerText()).toMatch(/^1\.1/);
  const before = await setting(page);
  await page.locator("#two-hundred .ask .options button").nth(2).click();
  await expect.poll(() => setting(page)).not.toBe(before);
  await expect.poll(() => number.innerText()).toMatch(/^1\.1/);
});

test("an answer that is one moment is shown, and stays", async () => {
  const { page } = await open(`${chapter("en", "kalman")}#start`);
  await page.locator("#start .ask .options button").nth(2).click();
  await expect.poll(() => playhead(page)).toBe("1");
  await expect.poll(() => isPlaying(page)).toBe(false);
});

test("the address follows, and a reload restores step, values and playhead", async () => {
  const { page } = await open(chapter("en"));
  const [id] = await neighbours(page);
  await readTo(page, id);
  await change(page);
  await figure(page).locator(".time input[type=range]").fill("7");
  const mine = await setting(page);
  await settleAddress(page);
  const address = new URL(page.url());
  expect(address.hash).toBe(`#${id}`);
  expect(address.search).toContain("t=7");
  await reload(page);
  await expect.poll(() => page.locator('.step[aria-current="step"]').getAttribute("id")).toBe(id);
  await expect.poll(() => setting(page)).toBe(mine);
  // And it stays so once the reader scrolls a little.
  await page.mouse.wheel(0, 4);
  await settleAddress(page);
  await expect.poll(() => setting(page)).toBe(mine);
});

test("the contents lead to any step, by mouse and by keys", async () => {
  const { page, seen } = await open(chapter("en"));
  const list = page.locator("#contents");
  const ids = (await stepsOf(page)).map((s) => s.id);
  await expect.poll(() => list.isVisible()).toBe(false);
  await page.locator("header .path").click();
  await expect.poll(() => list.locator("ol a").count()).toBe(ids.length);
  await list.locator("ol a").nth(4).click();
  const current = () => page.locator('.step[aria-current="step"]').getAttribute("id");
  await expect.poll(current).toBe(ids[4]);
  await expect.poll(() => list.isVisible()).toBe(false);
  await page.locator("header .path").focus();
  await page.keyboard.press("Enter");
  // The part of the course stands above its steps.
  for (const key of ["Tab", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await expect.poll(current).toBe(ids[1]);
  expect(quiet(seen)).toEqual([]);
});

test("changing the language keeps step, values and place, after a deep link and by keys", async () => {
  const id = "keep-pushing";
  const { page, seen } = await open(`${chapter("en")}#${id}`);
  await change(page);
  await figure(page).locator(".time input[type=range]").fill("7");
  const mine = await setting(page);
  await settleAddress(page);
  const top = () =>
    page.locator(`#${id}`).evaluate((el) => Math.round(el.getBoundingClientRect().top));
  const stood = await top();
  // What takes the focus in a header that stays in view moves nothing.
  const link = page.locator("header a[hreflang=zh-Hans]");
  await link.focus();
  await settleAddress(page);
  expect(await top()).toBe(stood);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  await settleAddress(page);
  await expect.poll(() => page.locator("h1").innerText()).toMatch(/\p{Script=Han}/u);
  await expect.poll(() => page.locator('.step[aria-current="step"]').getAttribute("id")).toBe(id);
  await expect.poll(() => setting(page)).toBe(mine);
  await expect.poll(async () => Math.abs((await top()) - stood)).toBeLessThanOrEqual(2);
  await expect.poll(() => new URL(page.url()).pathname).toBe(chapter("zh-Hans"));
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
  // By mouse back again: a driver shows what it clicks, as an assistive technology does.
  await page.locator("header a[hreflang=en]").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await settleAddress(page);
  await expect.poll(() => page.locator('.step[aria-current="step"]').getAttribute("id")).toBe(id);
  await expect.poll(async () => Math.abs((await top()) - stood)).toBeLessThanOrEqual(2);
  expect(await setting(page)).toBe(mine);
  expect(quiet(seen)).toEqual([]);
});

test("progress and theme are kept", async () => {
  const { page } = await open(chapter("en"));
  const [id] = await neighbours(page);
  await readTo(page, id);
  const read = () => page.locator("header .path [data-done]").count();
  await expect.poll(read).toBeGreaterThan(1);
  const done = await read();
  await page.locator("header .theme select").selectOption("dark");
  await goTo(page, page.url().replace(/[?#].*/, ""));
  // The scroll there may still have been passing steps when they were counted.
  await expect.poll(read).toBeGreaterThanOrEqual(done);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
});

test("a browser that stores nothing is told about it, and the page lives", async () => {
  const init = `for (const name of ["getItem", "setItem"])
    Storage.prototype[name] = () => { throw new DOMException("no", "SecurityError"); };`;
  const { page, seen } = await open(chapter("en"), { init });
  const [here, next] = await neighbours(page);
  await readTo(page, here);
  await expect.poll(() => page.locator(".note-bar").count()).toBe(1);
  await expect.poll(() => page.locator(".note-bar").innerText()).toMatch(/store/);
  await readTo(page, next);
  await change(page);
  expect(quiet(seen)).toEqual([]);
});

test.each([
  ["unknown keys", "?nonsense=1&a=0.5"],
  ["a huge number", "?a=1e308&b=-1e308"],
  ["not a number", "?a=NaN&steps=Infinity&input=own~1~%00"],
  ["markup", `?a=${encodeURIComponent("<img src=x onerror=alert(1)>")}&<b>=1`],
  ["100 kB of text", `?a=${"9".repeat(100_000)}`],
  ["a bad percent sign", "?t=%E0%A4%A&a=%#%E0"],
  ["a playhead nowhere", "?t=-1&hide=<script>"],
])("an address with %s opens the page", async (_, query) => {
  // 100 kB are over what servers take: the page itself is asked, as by a host that takes them.
  const long = query.length > 8000;
  const init = long ? `history.replaceState(null, "", ${JSON.stringify(query)})` : "";
  const { page, seen } = await open(chapter("en") + (long ? "" : query), { init });
  const notices = page.locator(".notices li");
  await expect.poll(() => notices.count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator(".notices img, .notices b").count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.outerHTML.includes("NaN")))
    .toBe(false);
  await openControls(page);
  const a = control(page, "a").locator(".typed");
  await a.fill("0.25");
  await a.press("Enter");
  await expect
    .poll(() => control(page, "a").locator("input[type=range]").inputValue())
    .toBe("0.25");
  expect(quiet(seen)).toEqual([]);
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, quiet, useBrowser } from "./browser.ts";
import { figure, isPlaying, playhead, readTo, setting, stepsOf } from "./page.ts";

const open = useBrowser();
type Place = readonly [x: number, y: number];

/** A finger that goes from place to place. */
async function drag(page: Page, ...places: readonly Place[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: string, at: readonly Place[]) =>
    cdp.send("Input.dispatchTouchEvent", {
      type: type as "touchStart",
      touchPoints: at.map(([x, y]) => ({ x, y })),
    });
  await touch("touchStart", [places[0]!]);
  for (const [k, [x, y]] of places.slice(1).entries()) {
    const [a, b] = places[k]!;
    for (let i = 1; i <= 8; i++)
      await touch("touchMove", [[a + ((x - a) * i) / 8, b + ((y - b) * i) / 8]]);
  }
  await touch("touchEnd", []);
  await cdp.detach();
}

/** The second step of the first chapter on a phone, with the figure in view. */
async function onAPhone() {
  const opened = await open(chapter("en"), { width: 390, touch: true });
  await readTo(opened.page, (await stepsOf(opened.page))[1]!.id);
  return opened;
}

test("a finger plays, and moves a handle in the picture", async () => {
  const { page, seen } = await onAPhone();
  await figure(page).locator(".play").tap();
  await expect.poll(() => isPlaying(page)).toBe(true);
  await figure(page).locator(".play").tap();
  await expect.poll(() => isPlaying(page)).toBe(false);
  const before = await playhead(page);
  const picture = (await figure(page).locator(".picture svg").boundingBox())!;
  const grip = (await figure(page).locator(".grip").last().boundingBox())!;
  const at: Place = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await drag(page, at, [picture.x + picture.width * 0.35, at[1]]);
  await expect.poll(() => playhead(page)).not.toBe(before);
  expect(quiet(seen)).toEqual([]);
});

const drawing = ".picture > svg .surface.drawing";
const scrubbing = ".picture > svg .surface:not(.drawing)";

/** The middle of what may be taken hold of; first it is brought to the middle of the window, or left where it is. */
const middleOf = (page: Page, part: string, bring = true): Promise<Place> =>
  figure(page)
    .locator(part)
    .first()
    .evaluate((el, first) => {
      if (first) el.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = el.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, bring);

test("a swipe over a picture scrolls and changes nothing", async () => {
  const { page } = await open(chapter("en"), { width: 390, touch: true });
  const surface = figure(page).locator(drawing);
  await surface.waitFor();
  if (await isPlaying(page)) await figure(page).locator(".play").tap();
  const before = await setting(page);
  for (const part of [drawing, scrubbing]) {
    const from = await middleOf(page, part);
    // The card scrolls, or the page.
    const gone = async () =>
      (await page.evaluate(() => scrollY)) - (await middleOf(page, part, false))[1];
    const start = await gone();
    await drag(page, from, [from[0] + 4, from[1] - 160]);
    await expect.poll(gone).toBeGreaterThan(start + 60);
    await expect.poll(() => setting(page), { message: part }).toBe(before);
  }
});

test("a stroke across a picture draws", async () => {
  const { page } = await open(chapter("en"), { width: 390, touch: true });
  const surface = figure(page).locator(drawing);
  await surface.waitFor();
  if (await isPlaying(page)) await figure(page).locator(".play").tap();
  const [x, y] = await middleOf(page, drawing);
  const before = await setting(page);
  await drag(page, [x - 60, y], [x + 60, y + 8]);
  await expect.poll(() => setting(page)).not.toBe(before);
});

test("a tap on the slider of the step at hand moves it, a swipe that begins on it or on the time bar does not", async () => {
  const { page } = await onAPhone();
  const { id } = (await stepsOf(page))[1]!;
  // The page has scrolled, perhaps to another step: back at this one all is as it was.
  const unchanged = async () => {
    await page.waitForTimeout(300);
    await readTo(page, id);
    await expect.poll(() => setting(page)).toBe(all);
  };
  const sliders = page.locator('.step[aria-current="step"] .step-controls input[type="range"]');
  await sliders.first().waitFor();
  const mid = (el: Element) => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  };
  const [x, y] = await sliders.first().evaluate(mid);
  const value = () => sliders.first().inputValue();
  const before = await value();
  await page.touchscreen.tap(x - 30, y);
  await expect.poll(value).not.toBe(before);
  const all = await setting(page);
  await drag(page, [x + 10, y], [x + 14, y - 160]);
  await unchanged();
  const bar = figure(page).locator('.time input[type="range"]');
  await drag(page, await bar.evaluate(mid), [x, y - 200]);
  await unchanged();
});

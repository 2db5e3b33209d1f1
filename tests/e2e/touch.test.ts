import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, quiet, useBrowser } from "./browser.ts";
import { control, figure, isPlaying, playhead, readTo, stepsOf } from "./page.ts";

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

test("a finger plays, moves a handle in the picture and a slider", async () => {
  const { page, seen } = await onAPhone();
  await figure(page).locator(".play").tap();
  expect(await isPlaying(page)).toBe(true);
  await figure(page).locator(".play").tap();
  expect(await isPlaying(page)).toBe(false);
  const before = await playhead(page);
  const picture = (await figure(page).locator(".picture svg").boundingBox())!;
  const grip = (await figure(page).locator(".grip").last().boundingBox())!;
  const at: Place = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await drag(page, at, [picture.x + picture.width * 0.35, at[1]]);
  await expect.poll(() => playhead(page)).not.toBe(before);
  const range = control(page, "a").locator("input[type=range]");
  await range.scrollIntoViewIfNeeded();
  const was = await range.inputValue();
  const box = (await range.boundingBox())!;
  await page.touchscreen.tap(box.x + box.width * 0.25, box.y + box.height / 2);
  await expect.poll(() => range.inputValue()).not.toBe(was);
  expect(quiet(seen)).toEqual([]);
});

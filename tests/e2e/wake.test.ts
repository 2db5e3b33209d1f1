import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chapter, home, quiet, useBrowser } from "./browser.ts";
import { awake, bringUp, figure, playhead, readTo, settleAddress, stepsOf } from "./page.ts";

const open = useBrowser();

/** The code of every figure comes late, or not at all, until the test lets it. */
async function holdFigures(page: Page): Promise<{ letCome(): void; fail(on: boolean): void }> {
  let letCome = () => {};
  let failing = false;
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/\/figure-[a-z0-9-]+-[\w-]{8}\.js/, async (route) => {
    if (failing) return route.abort();
    await held;
    return route.continue();
  });
  return {
    letCome,
    fail: (on) => {
      failing = on;
    },
  };
}

/** The first step beside the last figure: far from where the page opens. */
async function farStep(page: Page): Promise<string> {
  const steps = await stepsOf(page);
  const { scene } = steps.findLast((s) => s.staged)!;
  expect(scene).toBeGreaterThan(0);
  return steps.find((s) => s.scene === scene)!.id;
}

const shownPicture = (page: Page, id: string) =>
  page.locator(`.scene:has(#${id}) .picture svg:visible`).boundingBox();

test("a scene shows the build's picture until its code comes, and then the same elements live", async () => {
  const { page, seen, shift } = await open(chapter("en"));
  const id = await farStep(page);
  const { letCome } = await holdFigures(page);
  await page.evaluate((at) => {
    const scene = document.getElementById(at)!.closest(".scene")!;
    Reflect.set(globalThis, "kept", [scene.querySelector(".step"), scene.querySelector(".figure")]);
  }, id);
  await bringUp(page, id);
  await page.waitForTimeout(300);
  const asleep = (await shownPicture(page, id))!;
  expect(asleep.height).toBeGreaterThan(100);
  expect(await page.locator(`.scene:has(#${id}) .picture > .first`).count()).toBeGreaterThan(0);
  letCome();
  await readTo(page, id);
  await awake(page, `.scene:has(#${id})`); // what lies between may sleep on
  const kept = await page.evaluate((at) => {
    const scene = document.getElementById(at)!.closest(".scene")!;
    const [step, card] = Reflect.get(globalThis, "kept") as Element[];
    return scene.querySelector(".step") === step && scene.querySelector(".figure") === card;
  }, id);
  expect(kept).toBe(true);
  const live = (await shownPicture(page, id))!;
  expect([live.x, live.y, live.width, live.height]).toEqual(
    [asleep.x, asleep.y, asleep.width, asleep.height].map((x) => expect.closeTo(x, 0)),
  );
  expect(await shift()).toBeLessThanOrEqual(0.02);
  expect(quiet(seen)).toEqual([]);
});

test("a link to a step beside a later figure brings its values", async () => {
  const { page: first } = await open(chapter("en"));
  const steps = await stepsOf(first);
  const later = steps.filter((s) => s.scene === 1).at(2)!;
  const { page, seen } = await open(`${chapter("en")}?t=5&hide=presets#${later.id}`);
  await expect.poll(() => figure(page).count()).toBe(1);
  expect(await figure(page).getAttribute("data-figure")).toBe(later.figure);
  await expect.poll(() => playhead(page)).toBe("5");
  expect(await figure(page).locator(".presets").count()).toBe(0);
  await settleAddress(page);
  await expect.poll(() => new URL(page.url()).searchParams.get("t")).toBe("5");
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${later.id}`);
  expect(quiet(seen)).toEqual([]);
});

test("code that cannot be fetched is said, and fetched at the next chance", async () => {
  const { page } = await open(chapter("en"));
  const id = await farStep(page);
  const { letCome, fail } = await holdFigures(page);
  letCome();
  fail(true);
  await bringUp(page, id);
  await page.locator(".note-bar.adrift").waitFor();
  expect((await shownPicture(page, id))!.height).toBeGreaterThan(100);
  fail(false);
  await page.keyboard.press("j");
  await expect.poll(() => figure(page).count()).toBe(1);
  await expect.poll(() => page.locator(".note-bar.adrift").count()).toBe(0);
});

test("another language keeps the scenes that are awake, and wakes the others as they come", async () => {
  const { page, seen } = await open(chapter("en"));
  const id = await farStep(page);
  await page.locator("header a[hreflang=zh-Hans]").evaluate((a) => (a as HTMLElement).click());
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  expect(await page.locator(`#${id} h2`).innerText()).toMatch(/\p{Script=Han}/u);
  expect(await figure(page).locator("h3").innerText()).toMatch(/\p{Script=Han}/u);
  await readTo(page, id);
  expect(await figure(page).locator("h3").innerText()).toMatch(/\p{Script=Han}/u);
  expect(quiet(seen)).toEqual([]);
});

test("from the home page a chapter opens with its first figure, and keeps a place for the others", async () => {
  const { page, seen } = await open(home("en"));
  await page.locator("a.go").click();
  await page.waitForURL(`**${chapter("en")}`);
  await figure(page).waitFor();
  const id = await farStep(page);
  const place = page.locator(`.scene:has(#${id}) .stage > .figure`);
  expect((await place.boundingBox())!.height).toBeGreaterThan(200);
  await readTo(page, id);
  await expect.poll(() => figure(page).locator(".picture svg path").count()).toBeGreaterThan(5);
  expect(quiet(seen)).toEqual([]);
});

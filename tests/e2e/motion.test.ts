import { expect, test } from "vitest";
import { chapter, useBrowser } from "./browser.ts";
import { figure, isPlaying, stepsOf } from "./page.ts";

const open = useBrowser();

/** Counts what changes in the picture of a scene for a while. */
const changes = (scene: number, ms: number) =>
  `new Promise((done) => {
    let n = 0;
    const host = document.querySelectorAll(".scene")[${scene}].querySelector(".picture");
    const watch = new MutationObserver((list) => (n += list.length));
    watch.observe(host, { subtree: true, attributes: true, childList: true, characterData: true });
    setTimeout(() => (watch.disconnect(), done(n)), ${ms});
  })`;

test("with reduced motion nothing plays by itself, and playing goes in whole steps", async () => {
  const { page } = await open(chapter("en"), { reducedMotion: true });
  await page.waitForTimeout(400);
  expect(await isPlaying(page)).toBe(false);
  const seen = await figure(page).evaluate(async (el) => {
    const cursor = el.querySelector("path.cursor")!;
    const places = new Set<string>();
    const steps = new Set<string>();
    el.querySelector<HTMLElement>(".play")!.click();
    for (let frame = 0; frame < 600 && steps.size < 4; frame++) {
      await new Promise(requestAnimationFrame);
      places.add(cursor.getAttribute("d")!);
      steps.add(el.querySelector<HTMLElement>(".time .now")!.dataset.t!);
    }
    el.querySelector<HTMLElement>(".play")!.click();
    return { places: places.size, steps: steps.size };
  });
  // One place for each step; gliding would show many between two.
  expect(seen.steps).toBe(4);
  expect(seen.places).toBeLessThanOrEqual(5);
  const moving = await page.evaluate(
    () => getComputedStyle(document.documentElement).scrollBehavior,
  );
  expect(moving).toBe("auto");
});

test("a chapter opens with its first figure on its way to where it stands, once", async () => {
  const { page } = await open(chapter("en"), { opening: true });
  await expect.poll(() => isPlaying(page)).toBe(false);
  const rest = await figure(page).locator(".time .now").getAttribute("data-t");
  expect(await page.evaluate(() => sessionStorage.getItem("hidden-state:opened"))).toBe(
    "hidden-state",
  );
  await page.reload();
  await page.waitForTimeout(500);
  expect(await isPlaying(page)).toBe(false);
  expect(await figure(page).locator(".time .now").getAttribute("data-t")).toBe(rest);
});

test("without it the playhead glides", async () => {
  const { page } = await open(chapter("en"));
  await figure(page).locator(".play").click();
  expect(await page.evaluate<number>(changes(0, 1000))).toBeGreaterThan(40);
});

test("a figure off the screen draws nothing while it plays", async () => {
  const { page } = await open(chapter("en"));
  const steps = await stepsOf(page);
  const last = steps.at(-1)!;
  expect(last.scene).toBeGreaterThan(0);
  await page.locator('.scene .grip[tabindex="0"]').first().waitFor(); // it is live
  await page.evaluate(() => {
    const bar = document.querySelector(".scene .time")!;
    bar.querySelectorAll<HTMLElement>("button").forEach((b) => {
      if (b.hasAttribute("aria-pressed")) b.click(); // repeat, so that it plays for ever
    });
    bar.querySelector<HTMLElement>(".play")!.click();
  });
  expect(await page.evaluate<number>(changes(0, 400))).toBeGreaterThan(0);
  await page.evaluate(() =>
    scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }),
  );
  await page.waitForTimeout(300);
  expect(
    await page.evaluate(() => document.querySelector<HTMLElement>(".scene .play")!.dataset.playing),
  ).toBe("true");
  expect(await page.evaluate<number>(changes(0, 800))).toBe(0);
});

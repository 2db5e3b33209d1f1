import { expect, test } from "vitest";
import { chapter, chapters, useBrowser } from "./browser.ts";
import { figure, isPlaying, readThrough, stepsOf } from "./page.ts";

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
    for (const end = performance.now() + 8000; performance.now() < end && steps.size < 4;) {
      await new Promise(requestAnimationFrame);
      places.add(cursor.getAttribute("d")!);
      steps.add(el.querySelector(".now output")!.textContent);
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

/** In the page: plays a figure for four steps and counts how many pictures that made. */
async function playInSteps(
  figure: Element,
): Promise<{ id: string; pictures: number; steps: number }> {
  const play = figure.querySelector<HTMLElement>(".play")!;
  const range = figure.querySelector<HTMLInputElement>(".time input[type=range]")!;
  range.value = "0";
  range.dispatchEvent(new Event("input", { bubbles: true }));
  figure.scrollIntoView({ block: "center", behavior: "instant" });
  // Results that come in from a worker are no motion: they are waited for.
  const works = () => figure.querySelector('.task[data-running="true"]') !== null;
  for (let rest = 0; rest < 6; rest = works() ? 0 : rest + 1)
    await new Promise((next) => setTimeout(next, 100));
  const pictures = new Set<string>();
  const steps = new Set<string>();
  play.click();
  for (const end = performance.now() + 6000; performance.now() < end && steps.size < 4;) {
    await new Promise(requestAnimationFrame);
    pictures.add(figure.querySelector(".picture")!.innerHTML);
    steps.add(figure.querySelector(".now output")!.textContent);
    if (play.dataset.playing !== "true") break; // a short figure is at its end
  }
  if (play.dataset.playing === "true") play.click();
  const { figure: id } = (figure as HTMLElement).dataset;
  return { id: id!, pictures: pictures.size, steps: steps.size };
}

// Motion is no matter of language.
test.each(chapters.filter(({ tag }) => tag === "en"))(
  "$path: with reduced motion no figure plays by itself, and each plays in whole steps",
  async ({ path }) => {
    const { page } = await open(path, { reducedMotion: true });
    await readThrough(page);
    await page.waitForTimeout(400);
    expect(await page.locator('.play[data-playing="true"]').count()).toBe(0);
    const moving = await page.evaluate(
      () => document.getAnimations().filter((a) => a.playState === "running").length,
    );
    expect(moving).toBe(0);
    for (const one of await page.locator(".figure:has(.play)").all()) {
      const { id, pictures, steps } = await one.evaluate(playInSteps);
      expect(steps, id).toBeGreaterThan(1);
      // One picture a step, and one for the frame in which the last step was counted; gliding would make many.
      expect(pictures, id).toBeLessThanOrEqual(steps + 1);
    }
  },
);

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

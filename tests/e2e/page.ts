import type { Locator, Page } from "playwright-core";

/** What has no limit of its own gets one, and a name to fail by. */
async function within<T>(seconds: number, what: Promise<T>, name: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new Error(`${name} gave no sign for ${seconds} s`)),
      1000 * seconds,
    );
  });
  return Promise.race([what, late]).finally(() => clearTimeout(timer));
}

/** Ids of the lesson's steps, in order, with the figure beside each; read from the page, so that content may change. */
export const stepsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".scene")].flatMap((scene, k) =>
      [...scene.querySelectorAll<HTMLElement>(".step")].map((step) => ({
        id: step.id,
        scene: k,
        /** A figure stands beside it, though its code may be on its way. */
        staged: scene.querySelector(".stage") !== null,
        figure: scene.querySelector<HTMLElement>(".figure")?.dataset.figure ?? null,
      })),
    ),
  );

/**
 * Scrolls through the whole page, so that every scene wakes, and waits for what it fetches. Piece by piece: the driver limits
 * no single call, so a page that hung or grew without end would be found by nothing but the end of the test's time.
 */
export async function readThrough(page: Page): Promise<void> {
  let height = 0;
  for (let k = 0, y = 0; k === 0 || y < height; k++) {
    if (k > 200) throw new Error(`the page has no end: ${height} pixels after ${k} screens`);
    const move = page.evaluate(async (by) => {
      scrollTo({ top: innerHeight * 0.8 * by, behavior: "instant" });
      await new Promise((next) => setTimeout(next, 40));
      return [innerHeight * 0.8 * (by + 1), document.documentElement.scrollHeight] as const;
    }, k);
    [y, height] = await within(60, move, `the page at ${Math.round(y)} of ${height} pixels`);
  }
  await page.waitForLoadState("networkidle");
  await awake(page);
}

/** Waits until every picture, or those of one scene, is drawn by the figure's own code: nothing of the build's is left. */
export const awake = (page: Page, scene = ""): Promise<unknown> =>
  page.waitForFunction(
    (within) => !document.querySelector(`${within} .picture > .first, ${within} .figure.coming`),
    scene,
  );

/** Brings a step's heading up to where its step is the one being read: under the figure, or near the window's top. */
export const bringUp = (page: Page, id: string): Promise<void> =>
  page.evaluate((at) => {
    const step = document.getElementById(at)!;
    const stage = step.closest(".scene")!.querySelector<HTMLElement>(".stage");
    const narrow = stage && getComputedStyle(stage).position === "sticky" && innerWidth <= 1000;
    const line = narrow
      ? parseFloat(getComputedStyle(stage).top) + stage.offsetHeight + 16
      : innerHeight * 0.3;
    const { top } = step.getBoundingClientRect();
    scrollTo({ top: scrollY + top - line + 5, behavior: "instant" });
  }, id);

/** Scrolls as a reader does until the step is the present one: again, where a scene that woke has moved it away. */
export async function readTo(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).waitFor({ state: "attached" });
  const current = () => document.querySelector('.step[aria-current="step"]')?.id;
  for (let tries = 0; tries < 20; tries++) {
    await page.mouse.wheel(0, 1);
    await bringUp(page, id);
    for (let k = 0; k < 20; k++) {
      if ((await page.evaluate(current)) === id) return;
      await page.waitForTimeout(50);
    }
  }
  throw new Error(`#${id} never becomes the present step; #${await page.evaluate(current)} is`);
}

/** The figure that stands beside the present step. */
export const figure = (page: Page): Locator => page.locator(".stage[data-here] .figure");

/** Lays all controls of every figure open, as a reader does before turning one that its step does not name. */
export const openControls = (page: Page, open = true): Promise<void> =>
  page.evaluate((on) => {
    document.querySelectorAll<HTMLDetailsElement>("details.drawer").forEach((d) => (d.open = on));
  }, open);

/** The control of a parameter in the present figure, among all its controls. */
export const control = (page: Page, name: string): Locator =>
  figure(page).locator(`[data-control="${name}"]`);

export const playhead = (page: Page): Promise<string | null> =>
  figure(page).locator(".time .now").getAttribute("data-t");

/** Everything the present figure is set to: typed values, choices, playhead. */
export const setting = (page: Page): Promise<string> =>
  figure(page).evaluate((el) =>
    JSON.stringify([
      ...[
        ...el.querySelectorAll<HTMLInputElement>(
          ".control input:not([type=file]), .control select",
        ),
      ].map((i) => (i.type === "checkbox" ? i.checked : i.value)),
      el.querySelector<HTMLElement>(".time .now")?.dataset.t,
    ]),
  );

/** Waits until the address says what the page shows: it is written a moment after the last change. */
export const settleAddress = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((rested) => setTimeout(rested, 450)));

export const isPlaying = (page: Page): Promise<boolean> =>
  figure(page)
    .locator(".play")
    .evaluate((el) => (el as HTMLElement).dataset.playing === "true");

/** Sets a slider as a hand does: value and input event. */
export const slide = (range: Locator, value: number): Promise<void> =>
  range.evaluate((el, v) => {
    (el as HTMLInputElement).value = String(v);
    el.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

import { describe, expect, test } from "vitest";
import { colourless, recoloured, violations } from "./axe.ts";
import {
  cutFormulas,
  fetched,
  kib,
  lightOf,
  readSteps,
  sideways,
  STILL,
  upright,
} from "./bounds.ts";
import { quiet, sizes, useVisit, thorough } from "./browser.ts";
import { awake, openControls, readThrough, readTo, stepsOf } from "./page.ts";
import { tabThrough } from "./tabs.ts";

// One visit answers many questions, one after the other: a page of its own for each would take the suite's time.
describe.each(thorough)("$path", ({ path, slug, k }) => {
  const visit = useVisit(path);

  test("opens light, and read step by step stays still, quiet and within its bounds", async () => {
    const { page, seen, scriptBytes, shift } = visit();
    const figures = [...new Set((await stepsOf(page)).flatMap((s) => s.figure ?? []))];
    const opening = { bytes: await scriptBytes(), figures: fetched(seen), shift: await shift() };
    const wrong = await readSteps(page);
    await readThrough(page);
    const all = { bytes: await scriptBytes(), figures: fetched(seen), shift: await shift() };
    console.info(
      `${path}: ${kib(opening.bytes)} of JavaScript to open, ${kib(all.bytes)} read to the end; shift ${all.shift.toFixed(4)}`,
    );
    expect.soft(seen.scripts.size).toBeGreaterThan(1);
    expect.soft(opening.bytes).toBeLessThanOrEqual(lightOf(slug));
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
    expect.soft(quiet(seen)).toEqual([]);
  });

  test("breaks no rule of access, light or dark", async () => {
    const { page } = visit();
    expect.soft(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await violations(page, recoloured), "dark").toEqual([]);
  });

  test("Tab comes to every control of every figure, is seen there, and goes on", async () => {
    const { page } = visit();
    const steps = (await stepsOf(page)).filter((s) => s.figure);
    const first = steps.filter((s, i) => steps.findIndex((o) => o.figure === s.figure) === i);
    for (const { id, scene, figure } of first) {
      await readTo(page, id);
      await awake(page, `.scene:has(#${id})`); // one that was passed quickly may sleep on until now
      const { controls, ...rest } = await tabThrough(page, scene);
      expect.soft(controls, figure!).toBeGreaterThan(5);
      expect.soft(rest, figure!).toEqual({ missed: [], unseen: [], leaves: true });
    }
  });

  test("on a phone nothing jumps, and no rule of access is broken", async () => {
    const { page, seen, restart, shift, moved } = visit();
    await page.setViewportSize({ width: 390, height: sizes[390] });
    await page.emulateMedia({ colorScheme: k % 2 === 0 ? "light" : "dark" });
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await openControls(page, false); // as a reader finds them
    await page.waitForTimeout(350);
    await restart();
    await readThrough(page);
    expect.soft(await shift(), await moved()).toBeLessThanOrEqual(STILL);
    expect.soft(await cutFormulas(page)).toEqual([]);
    expect.soft(await violations(page, colourless)).toEqual([]);
    expect.soft(await sideways(page)).toEqual(upright);
    expect.soft(quiet(seen)).toEqual([]);
  });
});

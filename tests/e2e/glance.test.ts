import { describe, expect, test } from "vitest";
import { recoloured, roomier, violations } from "./axe.ts";
import { cutFormulas, sideways, SPOILT, STILL, upright } from "./bounds.ts";
import { glances, quiet, sizes, useVisit } from "./browser.ts";
import { playInSteps } from "./motion.ts";
import { figure, readThrough, readTo } from "./page.ts";
import { firstPreset, quotingSteps, truthOf, withheldIn } from "./truth.ts";

// The languages that are not visited thoroughly this time, on a phone and with reduced motion.
describe.each(glances)("$path", ({ path, tag, slug, k }) => {
  const visit = useVisit(path, { width: 390, reducedMotion: true });

  test("opens on a phone and is read to the end: nothing jumps, nothing is spoilt", async () => {
    const { page, seen, shift, moved } = visit();
    await page.waitForTimeout(200);
    expect.soft(await shift(), `arriving\n${await moved()}`).toBeLessThanOrEqual(STILL);
    await readThrough(page);
    expect.soft(await shift(), await moved()).toBeLessThanOrEqual(STILL);
    expect.soft(await cutFormulas(page)).toEqual([]);
    const said = await page.locator(".figure").allTextContents();
    expect.soft(said.filter((text) => SPOILT.test(text))).toEqual([]);
    expect.soft(quiet(seen)).toEqual([]);
  });

  test("no figure plays by itself; each plays in whole steps, and what it says is of each step", async () => {
    const { page } = visit();
    expect(await page.locator('.play[data-playing="true"]').count()).toBe(0);
    const moving = () =>
      page.evaluate(() => document.getAnimations().filter((a) => a.playState === "running").length);
    await expect.poll(moving).toBe(0); // what the reading just set going comes to rest
    const withheld = withheldIn(tag);
    const ids = await page
      .locator(".figure:has(.play)")
      .evaluateAll((all) => all.map((el) => (el as HTMLElement).dataset.figure!));
    for (const id of new Set(ids)) {
      const one = page.locator(`.figure[data-figure="${id}"]:has(.play)`).first();
      const { pictures, steps, readings } = await one.evaluate(playInSteps, true);
      expect.soft(steps, id).toBeGreaterThan(1);
      // One picture a step, and one for the frame in which the last step was counted; gliding would make many.
      expect.soft(pictures, id).toBeLessThanOrEqual(steps + 1);
      const [told, preset] = [await truthOf(id, tag), await firstPreset(id)];
      if (!told || !preset) continue;
      for (const { t, caption, foot } of readings) {
        const truth = told(preset, t);
        // What an open question withholds is a test of its own: all of a caption, or its sentences with a withheld number.
        const asked = foot.some((x) => x.endsWith(" ?")) && truth.caption.startsWith(caption);
        const said = caption === withheld || asked ? caption : truth.caption;
        const shown = truth.foot.map((x, k) => (foot[k]?.endsWith(" ?") ? foot[k] : x));
        expect.soft([caption, foot], `${id} at ${t}`).toEqual([said, shown]);
      }
    }
  });

  const quoting = quotingSteps(slug).slice(0, 3);
  test.runIf(quoting.length > 0)("numbers in sentences follow a run", async () => {
    const { page } = visit();
    for (const { step, figure: id, preset, names } of quoting) {
      const told = await truthOf(id, tag);
      await readTo(page, step);
      if (!told || (await figure(page).locator(".play").count()) === 0) continue;
      const { readings } = await figure(page).evaluate(playInSteps, false);
      expect.soft(readings.length, step).toBeGreaterThan(1);
      for (const { t, quoted } of readings)
        // What an open question withholds is a test of its own.
        expect
          .soft(quoted, `${step} at ${t}`)
          .toEqual(names.map((n, k) => (quoted[k] === "?" ? "?" : told(preset, t).quoted(n))));
    }
  });

  test("in the other theme, and narrower or wider, it can be read", async () => {
    const { page, restart, shift, seen } = visit();
    const [one, other] = k % 2 === 0 ? (["dark", "light"] as const) : (["light", "dark"] as const);
    await page.emulateMedia({ colorScheme: one });
    expect.soft(await violations(page, recoloured), one).toEqual([]);
    const width = k % 4 < 2 ? 320 : 1920;
    await page.setViewportSize({ width, height: sizes[width] });
    await page.emulateMedia({ colorScheme: other });
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.waitForTimeout(350);
    await restart();
    await readThrough(page);
    expect.soft(await shift(), `${width} pixels`).toBeLessThanOrEqual(STILL);
    expect.soft(await violations(page, roomier), `${other} ${width}`).toEqual([]);
    expect.soft(await sideways(page)).toEqual(upright);
    expect.soft(quiet(seen)).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chapter, home, languages, sizes, useBrowser, type Width } from "./browser.ts";

const open = useBrowser();
// As an init script: the page's policy, rightly, lets no script tag in.
const init = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths: readonly Width[] = [390, 1280, 1920];
const themes = ["light", "dark"] as const;

/** Every rule that is broken, with the elements that break it; everything folded away is unfolded first. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    document.querySelectorAll("details").forEach((d) => (d.open = true));
    for (const a of document.getAnimations()) a.finish();
    const axe = Reflect.get(globalThis, "axe") as {
      run(options: RunOptions): Promise<AxeResults>;
    };
    const { violations: found } = await axe.run(only ? { runOnly: [...only] } : {});
    return found.flatMap((v) =>
      v.nodes.map(
        (n) => `${v.id}: ${n.target.join(" ")} ${n.failureSummary?.split("\n")[1] ?? ""}`,
      ),
    );
  }, rules);
}

describe.each(languages)("%s", (tag) => {
  test.each([home(tag), chapter(tag)])("%s in two themes at three widths", async (path) => {
    const { page } = await open(path, { init });
    const found: string[] = [];
    for (const width of widths)
      for (const theme of themes) {
        await page.setViewportSize({ width, height: sizes[width] });
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForTimeout(350);
        // A theme changes colours and nothing else.
        const rules = theme === "light" ? undefined : ["color-contrast"];
        found.push(...(await violations(page, rules)).map((v) => `${width} ${theme} ${v}`));
      }
    expect(found).toEqual([]);
  });

  test("presentation, help and the projector's theme", async () => {
    const { page } = await open(chapter(tag), { init, width: 1920 });
    await page.locator("header .theme select").selectOption("projector");
    await page.waitForTimeout(350);
    const projector = await violations(page);
    await page.keyboard.press("p");
    await page.locator(".presenter").waitFor();
    await page.waitForTimeout(350);
    const presenting = await violations(page);
    await page.keyboard.press("Shift+?");
    await page.locator("dialog.help[open]").waitFor();
    await page.waitForTimeout(350);
    const help = await violations(page);
    expect({ projector, presenting, help }).toEqual({ projector: [], presenting: [], help: [] });
  });
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chapter, chapters, home, languages, sizes, useBrowser, type Width } from "./browser.ts";
import { readThrough } from "./page.ts";

const open = useBrowser();
// As an init script: the page's policy, rightly, lets no script tag in.
const init = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
type Look = readonly [width: Width, theme: "light" | "dark"];
/**
 * The usual width in both themes, always. A phone and a wide screen show the same elements in the same colours in
 * another order: each takes one theme, and chapter and language take turns, so that every chapter is seen in all of them.
 */
const looks = (turn: number): readonly Look[] => [
  [1280, "light"],
  [1280, "dark"],
  ...(turn % 2 === 0
    ? ([
        [390, "light"],
        [1920, "dark"],
      ] as const)
    : ([
        [390, "dark"],
        [1920, "light"],
      ] as const)),
];
const pages = [
  ...languages.map((tag, k) => ({ path: home(tag), turn: k })),
  ...chapters.map(({ path, k, tag }) => ({ path, turn: k + languages.indexOf(tag) })),
];

/** What a theme can break that another at the same width does not, and what a wide screen can. */
const recoloured = ["color-contrast"];
const roomier = ["color-contrast", "scrollable-region-focusable"];

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

test.each(pages)("$path in two themes at three widths", async ({ path, turn }) => {
  const { page } = await open(path, { init });
  await readThrough(page);
  const found: string[] = [];
  for (const [width, theme] of looks(turn)) {
    await page.setViewportSize({ width, height: sizes[width] });
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForTimeout(350);
    const rules =
      width === 1920 ? roomier : theme === "dark" && width === 1280 ? recoloured : undefined;
    found.push(...(await violations(page, rules)).map((v) => `${width} ${theme} ${v}`));
  }
  expect(found).toEqual([]);
});

describe.each(languages)("%s", (tag) => {
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

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What another theme can break that the first one does not, and what a wide screen can. */
export const recoloured = ["color-contrast"];
export const roomier = ["color-contrast", "scrollable-region-focusable"];

/** Colours that were read on a wide screen are the same on a narrow one: rules that are left out of the full set. */
export const colourless = { rules: { "color-contrast": { enabled: false } } } satisfies RunOptions;

/** Every rule that is broken, with the elements that break it; everything folded away is unfolded for it. */
export async function violations(
  page: Page,
  rules: readonly string[] | RunOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  await page.waitForTimeout(350); // a theme fades in
  const options = Array.isArray(rules) ? { runOnly: [...rules] } : (rules as RunOptions);
  return page.evaluate(async (wishes) => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    folded.forEach((d) => (d.open = true));
    for (const a of document.getAnimations()) a.finish();
    const axe = Reflect.get(globalThis, "axe") as {
      run(options: RunOptions): Promise<AxeResults>;
    };
    const { violations: found } = await axe.run(wishes);
    folded.forEach((d) => (d.open = false));
    return found.flatMap((v) =>
      v.nodes.map(
        (n) => `${v.id}: ${n.target.join(" ")} ${n.failureSummary?.split("\n")[1] ?? ""}`,
      ),
    );
  }, options);
}

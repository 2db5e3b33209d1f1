import { readdirSync } from "node:fs";
import type { Figure } from "../../kit/figure.ts";
import { checkIds } from "./ids.ts";
import type { Compiled } from "./markdown.ts";

/** The ids of the figures: the folders of src/figures. */
export const figuresIn = (root: string): string[] =>
  readdirSync(`${root}src/figures`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const equationsIn = (root: string): string[] =>
  readdirSync(`${root}src/equations`).flatMap((name) =>
    name.endsWith(".ts") ? [name.slice(0, -3)] : [],
  );

/**
 * Checks what a page names. Presets and readouts need the figures' code: `npm run dev` gives the way to load it, the build checks
 * them as it draws the pages.
 */
export async function checkPage(
  page: Pick<Compiled, "steps" | "marks">,
  file: string,
  root: string,
  load?: (file: string) => Promise<unknown>,
): Promise<void> {
  const known = { figures: figuresIn(root), equations: equationsIn(root) };
  checkIds(page, file, { ...known, figure: () => undefined });
  if (!load) return;
  const used = new Set(page.steps.flatMap((s) => s.figure ?? []));
  const figures = new Map(
    await Promise.all(
      Array.from(used, async (id): Promise<[string, Figure]> => {
        const module = await load(`${root}src/figures/${id}/figure.ts`);
        return [id, (module as { default: Figure }).default];
      }),
    ),
  );
  checkIds(page, file, { ...known, figure: (id) => figures.get(id) });
}

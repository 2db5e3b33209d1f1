import type { BuiltPage, SceneText, WrittenStep } from "../page.ts";

/** From a chapter's folder to the project's. */
const ROOT = "../../../";
const fetching = (file: string) => `async () => (await import(${JSON.stringify(file)})).default`;
const record = (entries: readonly (readonly [key: string, code: string])[]) =>
  `{ ${entries.map(([key, code]) => `${JSON.stringify(key)}: ${code}`).join(", ")} }`;

/** Where a page's language has the words of a figure. */
export const figureWords = (page: string, figure: string): string =>
  `content/${page.split("/")[1]}/figures/${figure}.json`;

/** The source of a SceneText: its equations know the code that checks them. */
export function sceneText(text: Omit<SceneText, "checks">): string {
  const checks = Object.keys(text.math).map(
    (id) => [id, fetching(`${ROOT}src/equations/${id}.ts`)] as const,
  );
  return `{ ...${JSON.stringify(text)}, checks: ${record(checks)} }`;
}

/**
 * The source of a BuiltPage: the first scene's text goes with it, the others are fetched, and so are its figures. A page names what it
 * shows, so that no page carries a list of all that there is.
 */
export function builtPage(
  page: Omit<BuiltPage, "steps" | "texts" | "figures">,
  steps: readonly WrittenStep[],
  first: string,
  has: { readonly scenes: number; readonly words: (figure: string) => boolean },
): string {
  const shape = JSON.stringify({
    ...page,
    steps: steps.map(({ id, title, figure, preset, controls }) => ({
      id,
      title,
      figure,
      preset,
      controls,
    })),
  });
  const others = Array.from({ length: has.scenes - 1 }, (_, k) =>
    fetching(`./index.md?scene=${k + 1}`),
  );
  const figures = [...new Set(steps.flatMap((s) => s.figure ?? []))].map((id) => {
    const code = ["figure", fetching(`${ROOT}src/figures/${id}/figure.ts`)] as const;
    const words = ["words", fetching(`../figures/${id}.json`)] as const;
    return [id, record(has.words(id) ? [code, words] : [code])] as const;
  });
  const texts = [`async () => (${first})`, ...others];
  return `export default { ...${shape}, texts: [${texts.join(", ")}], figures: ${record(figures)} }`;
}

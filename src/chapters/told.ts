import { momentOf } from "../kit/derive.ts";
import type { Live } from "../ui/live.ts";
import type { FigureParts } from "./load.ts";
import { findAll, type Node } from "./page.ts";

/** The moment that a step with live numbers tells of while it is not the present one: its own setting. */
export function toldBy(
  body: readonly Node[],
  preset: string | undefined,
  { figure, words }: Pick<FigureParts, "figure" | "words">,
): Live["told"] {
  if (findAll(body, "x-val").length === 0) return undefined;
  return momentOf(figure, preset, words);
}

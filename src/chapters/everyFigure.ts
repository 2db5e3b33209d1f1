import type { Overlay } from "../kit/derive.ts";
import type { Figure } from "../kit/figure.ts";
import type { FigureFiles } from "./page.ts";

const figures = import.meta.glob<Figure>("../figures/*/figure.ts", { import: "default" });
const overlays = import.meta.glob<Overlay>("/content/*/figures/*.json", { import: "default" });

/** A figure of the course by its name alone, with a language's words where it has them; undefined where there is none of that name. */
export function everyFigure(tag: string, id: string): FigureFiles | undefined {
  const figure = figures[`../figures/${id}/figure.ts`];
  const words = overlays[`/content/${tag}/figures/${id}.json`];
  return figure && { figure, ...(words && { words }) };
}

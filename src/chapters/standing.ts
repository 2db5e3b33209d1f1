import type { Step } from "./page.ts";

/** Where a step's heading stands, and where it stands when its step is the one being read; from the window's top. */
export interface Standing {
  readonly top: number;
  readonly line: number;
}

/** Headings so many pixels below their line count as come up to it: a browser rounds where it scrolls to. */
const NEAR = 8;

/** The step being read: the last one whose heading has come up to its line; −1 above the first. */
export const readAt = (steps: readonly Standing[]): number =>
  steps.findLastIndex(({ top, line }) => top <= line + NEAR);

/** How a step stands in the window now; endlessly far below where the page does not have it. */
export function standing({ id }: Step): Standing {
  const step = document.getElementById(id);
  if (!step) return { top: Infinity, line: 0 };
  return { top: step.getBoundingClientRect().top, line: lineOf(step) };
}

/** Under the figure where that stays above its text, and else a little under the window's top. */
function lineOf(step: Element): number {
  const stage = step.closest(".scene")?.querySelector<HTMLElement>(".stage");
  const style = stage && getComputedStyle(stage);
  const above = stage && stage.getBoundingClientRect().left < step.getBoundingClientRect().right;
  if (style?.position === "sticky" && above) return parseFloat(style.top) + stage.offsetHeight + 16;
  return innerHeight * 0.3;
}

/** Marks one step of the document as the present one, and the figure beside it; parts that sleep hear of it without React. */
export function markPresent({ id }: Step): void {
  const now = document.getElementById(id);
  const stage = now?.closest(".scene")?.querySelector(".stage");
  for (const el of document.querySelectorAll(".step[aria-current]"))
    if (el !== now) el.removeAttribute("aria-current");
  for (const el of document.querySelectorAll(".stage[data-here]"))
    if (el !== stage) el.removeAttribute("data-here");
  now?.setAttribute("aria-current", "step");
  stage?.setAttribute("data-here", "");
}

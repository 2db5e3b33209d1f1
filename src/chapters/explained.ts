import { still } from "../kit/still.ts";

/** Of an explanation (pixels, some four lines) so much is to be in view once it is there. */
const START = 120;

/**
 * How far what is below has to come up for the start of an explanation to be seen: above the window's lower edge, or above the
 * controls that stand there.
 */
export function below(why: Element, controls: Element | null | undefined, edge: number): number {
  const { top, height } = why.getBoundingClientRect();
  const pinned = controls && getComputedStyle(controls).position === "sticky";
  const end = pinned ? Math.min(edge, controls.getBoundingClientRect().top) : edge;
  return height > 0 ? Math.max(0, top + Math.min(START, height) - end) : 0;
}

/**
 * Brings the start of the explanation of a step's question into view, on the wall too, once it is drawn; `moves` hears that the
 * page goes.
 */
export function explain(step: string, question: number, moves: () => void): void {
  requestAnimationFrame(() => show(step, question, moves));
}

function show(step: string, question: number, moves: () => void): void {
  const wall = document.querySelector(".presenter-text");
  const home = wall ?? document.getElementById(step);
  const why = home?.querySelectorAll(".ask")[question]?.querySelector(".why");
  if (!home || !why) return;
  const edge = wall ? wall.getBoundingClientRect().bottom : innerHeight;
  const by = below(why, wall ? undefined : home.querySelector(".step-controls"), edge);
  if (by === 0) return;
  if (!wall) moves();
  (wall ?? window).scrollBy({ top: by, behavior: still() ? "instant" : "smooth" });
}

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
 * On the wall, where a class reads and nobody scrolls: so far that all of the explanation is seen, as long as the question stays.
 */
export function whole(why: Element, ask: Element, wall: DOMRect): number {
  const { bottom, height } = why.getBoundingClientRect();
  const question = ask.getBoundingClientRect().top - wall.top;
  const start = below(why, undefined, wall.bottom);
  return height > 0 ? Math.max(start, Math.min(bottom + 4 - wall.bottom, question)) : 0;
}

/**
 * Brings the explanation of a step's question into view once it is drawn, its start on the page, all of it on the wall; `moves`
 * hears that the page goes.
 */
export function explain(step: string, question: number, moves: () => void): void {
  requestAnimationFrame(() => show(step, question, moves));
}

function show(step: string, question: number, moves: () => void): void {
  const wall = document.querySelector(".presenter-text");
  const home = wall ?? document.getElementById(step);
  const ask = home?.querySelectorAll(".ask")[question];
  const why = ask?.querySelector(".why");
  if (!home || !ask || !why) return;
  const by = wall
    ? whole(why, ask, wall.getBoundingClientRect())
    : below(why, home.querySelector(".step-controls"), innerHeight);
  if (by <= 0) return;
  if (!wall) moves();
  (wall ?? window).scrollBy({ top: by, behavior: still() ? "instant" : "smooth" });
}

import { standing } from "./standing.ts";
import type { Step } from "./page.ts";

/** Where a held step's heading is kept while the page around it changes: so far from the window's top, or at its line. */
type Top = number | "line" | undefined;

interface Held {
  readonly step: Step;
  readonly top: Top;
  /** Until then (ms) it is we who move the page, or the browser for us. */
  until: number;
  /** Where the window came to rest in the page, and how long the page was then. */
  y: number;
  length: number;
}

/** How long (ms) a window may take to come where it was sent. */
const SETTLING = 900;

/** Holds one step in its place on the screen while fonts, figures and languages come in, until it is let go. */
export function openHold() {
  let held: Held | undefined;
  const rest = () => {
    if (!held) return;
    held.y = scrollY;
    held.length = document.documentElement.scrollHeight;
  };
  const hold = {
    take(step: Step, top: Top): void {
      // Browsers go to an address's heading by themselves as a page arrives.
      const until = document.readyState === "complete" ? performance.now() + SETTLING : Infinity;
      held = { step, top, until, y: 0, length: 0 };
      rest();
    },
    /** Brings the held step to its place. */
    keep(behavior: ScrollBehavior = "instant"): void {
      if (held?.top === undefined) return;
      const { top, line } = standing(held.step);
      const by = top - (held.top === "line" ? line : held.top);
      if (Number.isFinite(by) && Math.abs(by) >= 1) scrollBy({ top: by, behavior });
      rest();
    },
    /** The page has arrived: its settling ends soon. */
    arrived(): void {
      if (held) held.until = performance.now() + SETTLING;
      hold.keep();
    },
    letGo(): void {
      held = undefined;
    },
    holds: (step: Step): boolean => held?.step.id === step.id,
    /** Whether a step is held still; one is let go where the window moved and neither we nor the page's length moved it. */
    still(): boolean {
      if (!held) return false;
      const settled = performance.now() >= held.until;
      if (!settled || document.documentElement.scrollHeight !== held.length) {
        if (held.top === undefined) rest();
        return true;
      }
      if (Math.abs(scrollY - held.y) <= 4) return true;
      held = undefined;
      return false;
    },
  };
  return hold;
}

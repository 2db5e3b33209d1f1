import { standing } from "./standing.ts";
import type { Step } from "./page.ts";

/** Where a held step's heading is kept while the page around it changes: so far from the window's top, or at its line. */
type Top = number | "line" | undefined;

interface Held {
  readonly step: Step;
  readonly top: Top;
  /** Until then (ms) it is the browser that moves the window, not the reader. */
  until: number;
  /** The window is on its way. */
  gliding: boolean;
  /** Where it came to rest in the page, and how long the page was then. */
  y: number;
  length: number;
}

/** How long (ms) a window may take to come where it was sent; and where a page that arrives sends it. */
const GLIDING = 900;
const ARRIVING = 3000;

/** Holds one step in its place on the screen while fonts, figures and languages come in, until it is let go. */
export function openHold() {
  let held: Held | undefined;
  const rest = () => {
    if (!held) return;
    held.gliding = false;
    held.y = scrollY;
    held.length = document.documentElement.scrollHeight;
  };
  const hold = {
    /** `gliding`: the window comes there by and by. */
    take(step: Step, top: Top, gliding = false): void {
      const arriving = document.readyState !== "complete";
      const until = arriving ? Infinity : performance.now() + GLIDING;
      held = { step, top, until, gliding, y: 0, length: 0 };
      rest();
      held.gliding = gliding;
    },
    /** Brings the held step to its place. */
    keep(behavior: ScrollBehavior = "instant"): void {
      if (held?.top === undefined) return;
      const { top, line } = standing(held.step);
      const by = top - (held.top === "line" ? line : held.top);
      if (Number.isFinite(by) && Math.abs(by) >= 1) scrollBy({ top: by, behavior });
      if (behavior === "instant") rest();
    },
    /** The page has arrived; some browsers go to the address's heading only now. */
    arrived(): void {
      if (held) held.until = performance.now() + ARRIVING;
      hold.keep();
    },
    /** The window has come to rest. */
    rested(): void {
      if (!held?.gliding) return;
      rest();
      hold.keep();
    },
    letGo(): void {
      held = undefined;
    },
    holds: (step: Step): boolean => held?.step.id === step.id,
    /** Whether a step is held; one is let go where the window moved and neither we nor the browser nor the page moved it. */
    still(): boolean {
      if (!held) return false;
      const early = performance.now() < held.until;
      if (document.documentElement.scrollHeight !== held.length) return true;
      if (held.gliding || early) {
        if (!early) rest();
        else if (!held.gliding) hold.keep();
        return true;
      }
      if (Math.abs(scrollY - held.y) <= 4) return true;
      held = undefined;
      return false;
    },
  };
  return hold;
}

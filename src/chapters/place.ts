import { explain } from "./explained.ts";
import { uncover } from "./uncovered.ts";
import { openHold } from "./hold.ts";
import { markPresent, readAt, standing } from "./standing.ts";
import type { Step } from "./page.ts";

/** What of a lesson its place on the page depends on. */
export interface Reading {
  readonly steps: readonly Step[];
  readonly active: number;
  activate(index: number): void;
  /** The page lies behind a presentation and stands still. */
  readonly paused: boolean;
}

/** How the page moves to a step, and which one it keeps. */
export interface Place {
  /** To a step: its figure takes its setting, its heading comes to its line, and the focus to its heading if asked. */
  go(index: number, how?: { readonly smooth?: boolean; readonly focus?: boolean }): void;
  /** A step is the present one where it stands: the reader's hand is in it, and what the keyboard came to is seen. */
  stay(index: number, focused?: Element): void;
  /** A question of a step was answered: the start of what explains it comes into view. */
  explain(index: number, question: number): void;
  /** The page was drawn anew. In other words than before, the present step stays where it stood on the screen. */
  drawn(now: Reading): void;
  /** Begins to listen; the returned function ends it. */
  listen(): () => void;
}

/** Keys that scroll where nothing else hears them. */
const scrolling = /^(Arrow(Up|Down)|Page(Up|Down)|Home|End| )$/;
const fields = "input, select, textarea, .grip";

const named = ({ steps }: Reading) => steps.findIndex(({ id }) => id === fragment());

/** The address's fragment; as it stands where it is not well encoded. */
function fragment(): string {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The present step is the one that was gone to (by an address, a key, a link, a hand in its text) until the reader
 * scrolls; from then on it is the one that stands at reading height.
 */
export function openPlace(first: Reading): Place {
  const hold = openHold();
  const hand = openHand();
  let now = first;
  /** The words that were on the page, and where the present step stood in them. */
  let stood: { steps: readonly Step[]; top: number } | undefined;
  const note = () => {
    stood = { steps: now.steps, top: standing(now.steps[now.active]!).top };
  };
  const place: Place = {
    go(index, { smooth = false, focus = false } = {}) {
      const step = now.steps[index];
      if (!step) return;
      now.activate(index);
      hold.take(step, "line", smooth);
      if (focus)
        document.querySelector<HTMLElement>(`#${step.id} h2 a`)?.focus({ preventScroll: true });
      if (!now.paused) hold.keep(smooth ? "auto" : "instant");
    },
    stay: (index, focused) =>
      hand.lifted(() => {
        const step = now.steps[index]!;
        now.activate(index);
        if (!hold.holds(step)) hold.take(step, undefined, true);
        if (focused) uncover(focused, () => hold.take(step, undefined, true));
      }),
    explain: (index, question) =>
      explain(now.steps[index]!.id, question, () => hold.take(now.steps[index]!, undefined, true)),
    drawn(next) {
      const before = now;
      now = next;
      const step = now.steps[now.active]!;
      markPresent(step);
      if (before.paused && !now.paused) place.go(now.active, { focus: true });
      else if (stood && stood.steps !== now.steps && stood.top < innerHeight) {
        hold.take(step, stood.top);
        hold.keep();
      }
      note();
    },
    listen() {
      begin(hold, now.steps[named(now)]);
      return follow(hold, hand, {
        look() {
          if (now.paused || hold.still()) return;
          const at = readAt(now.steps.map(standing));
          if (at >= 0) now.activate(at);
          note();
        },
        laid() {
          if (!now.paused) hold.keep();
          note();
        },
        link: () => place.go(named(now)),
      });
    },
  };
  return place;
}

/** Holds the step that the address names. */
function begin(hold: ReturnType<typeof openHold>, step: Step | undefined): void {
  if (step) hold.take(step, "line");
  // Where the scripts come after the page, the browser may still be on its way to the heading.
  if (document.readyState === "complete") hold.arrived();
  else hold.keep();
}

/** Hears what moves the window: the page's own changes, links in it, and the reader's hand. */
function follow(
  hold: ReturnType<typeof openHold>,
  hand: ReturnType<typeof openHand>,
  { look, laid, link }: Record<"look" | "laid" | "link", () => void>,
): () => void {
  let frame = 0;
  const pages = new ResizeObserver(laid);
  pages.observe(document.body);
  const stop = hear({
    scroll: () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          look();
        });
    },
    load: hold.arrived,
    scrollend: hold.rested,
    hashchange: link,
    wheel: hold.letGo,
    touchmove: hold.letGo,
    keydown: (e) => {
      if (!scrolling.test(e.key) || e.defaultPrevented) return;
      if (!(e.target as Element).closest(fields)) hold.letGo();
    },
  });
  const rest = hand.watch();
  return () => {
    stop();
    rest();
    pages.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** While a pointer is down nothing may move under it: what a step shows once it is the present one would come between press and release. */
function openHand() {
  let down = false;
  let later: (() => void) | undefined;
  const press = () => (down = true);
  const lift = (act: boolean) => () => {
    down = false;
    const then = later;
    later = undefined;
    if (act && then) setTimeout(then); // after the click that follows
  };
  const heard = { pointerdown: press, pointerup: lift(true), pointercancel: lift(false) };
  return {
    /** Now, or once the pointer is lifted; not at all where it turns out to scroll. */
    lifted: (act: () => void) => (down ? void (later = act) : act()),
    watch() {
      for (const [type, on] of Object.entries(heard)) addEventListener(type, on, true);
      return () => {
        for (const [type, on] of Object.entries(heard)) removeEventListener(type, on, true);
      };
    },
  };
}

function hear(what: { [K in keyof WindowEventMap]?: (e: WindowEventMap[K]) => void }): () => void {
  const all = Object.entries(what) as [string, EventListener][];
  for (const [type, on] of all) addEventListener(type, on, { passive: true });
  return () => all.forEach(([type, on]) => removeEventListener(type, on));
}

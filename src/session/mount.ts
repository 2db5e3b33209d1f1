import type { View } from "../kit/figure.ts";
import type { Session } from "./session.ts";
import { runTimeline } from "./timeline.ts";
import { runTasks } from "./task/auto.ts";
import { still } from "../kit/still.ts";
import type { Params, Values } from "../kit/param.ts";

/** Narrower than this (CSS pixels), a picture is drawn in its compact layout. */
export const COMPACT = 520;

/**
 * Puts a session's picture into `host` and keeps it true: drawn straight from the store, at most once a frame, not at
 * all while off the screen, redrawn when the column becomes narrow or wide. Returns a function that leaves nothing behind.
 */
export function mount(
  session: Session,
  host: Element,
  say: (phrase: string) => string,
): () => void {
  let view: View<Values<Params>, unknown> | undefined;
  let compact: boolean | undefined;
  let frame = 0;
  let seen = true;
  let stale = false;

  const draw = () => {
    frame = 0;
    stale = false;
    view?.draw(session.store.getState());
  };
  const ask = () => {
    if (!seen) stale = true;
    else if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const needs = needsOf(session);
  const fit = () => {
    if (needs.missing()) return;
    const narrow = host.clientWidth > 0 && host.clientWidth < COMPACT;
    if (narrow === compact) return;
    compact = narrow;
    view?.destroy();
    host.replaceChildren(); // the prerendered picture, on the first call
    view = session.figure.view({ host, compact, say, set: session.set, seek: session.seek });
    view.draw(session.store.getState());
  };
  const size = new ResizeObserver(fit);
  const sight = new IntersectionObserver(
    (entries) => {
      seen = entries.at(-1)?.isIntersecting ?? true;
      if (seen && stale) ask();
      if (seen) session.wake(); // what waits to be seen may begin
    },
    { rootMargin: "200px" },
  );
  const stopHold = holding(session, host);
  needs.met(fit);
  size.observe(host);
  sight.observe(host);
  const stopStore = session.store.subscribe(ask);
  const stopTime = runTimeline(session, () => seen, still);
  const stopTask = runTasks(session, () => seen);
  return () => {
    needs.leave();
    stopHold();
    stopTime();
    stopTask();
    stopStore();
    size.disconnect();
    sight.disconnect();
    cancelAnimationFrame(frame);
    view?.destroy();
    host.replaceChildren();
  };
}

/** What the view needs before it is drawn at all; until that has come, the prerendered picture stands. */
function needsOf({ figure, store }: Session) {
  let coming = figure.ready?.(store.getState().values);
  let gone = false;
  return {
    missing: () => coming !== undefined,
    met(begin: () => void) {
      if (!coming) return begin();
      const here = () => {
        coming = undefined;
        if (!gone) begin();
      };
      void coming.then(here, here);
    },
    leave: () => void (gone = true),
  };
}

/** Tells the session while a handle in the picture, or a slider beside it on the same card, is held. */
function holding(session: Session, host: Element): () => void {
  const card = host.closest("figure") ?? host;
  const take = (e: Event) => {
    if ((e.target as Element).closest(".grip, input[type=range]")) session.hold(true);
  };
  const leave = () => session.hold(false);
  card.addEventListener("pointerdown", take);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, leave);
  return () => {
    card.removeEventListener("pointerdown", take);
    for (const end of ["pointerup", "pointercancel"]) window.removeEventListener(end, leave);
  };
}

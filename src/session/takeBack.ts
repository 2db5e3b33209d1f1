import { GRASPED, RECALLED } from "../kit/hold.ts";
import type { Session } from "./session.ts";

/**
 * What a press on a figure's card, on its picture or on a slider, has changed is changed back when the browser takes the
 * pointer away, to scroll or to zoom. Returns a function that leaves nothing behind.
 */
export function takeBack(session: Session, card: Element): () => void {
  let before = session.store.getState();
  const keep = () => (before = session.store.getState());
  const back = () => {
    session.set(before.values);
    session.seek(before.t);
    if (before.playing) session.play(true);
  };
  const onSlider = (then: () => void) => (e: Event) => {
    if ((e.target as Element).matches('input[type="range"]')) then();
  };
  const heard: [string, (e: Event) => void][] = [
    [GRASPED, keep],
    [RECALLED, back],
    ["pointerdown", onSlider(keep)],
    ["pointercancel", onSlider(back)],
  ];
  for (const [what, then] of heard) card.addEventListener(what, then);
  return () => {
    for (const [what, then] of heard) card.removeEventListener(what, then);
  };
}

import { useEffect, useRef } from "react";
import { useBound, useFigure, type State } from "./live.ts";

/** So long (ms) a figure must rest before its caption is spoken. */
const REST = 700;

/** The caption for a screen reader: once, when things have settled, and never while they move. */
export function Spoken({ speak }: { speak: (state: State) => string }) {
  const { session } = useFigure();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const before = useRef<string>(undefined);
  const ref = useBound<HTMLParagraphElement>(session, (el, state) => {
    before.current ??= speak(state); // what the page opens with is read in its place
    clearTimeout(timer.current);
    if (state.playing) return;
    timer.current = setTimeout(() => {
      const text = speak(session.store.getState());
      if (text !== before.current) el.textContent = before.current = text;
    }, REST);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return <p ref={ref} className="unseen" role="status" />;
}

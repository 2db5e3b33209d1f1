import { useEffect, useRef } from "react";
import { reached, type Check } from "../../session/embedded.ts";
import type { Session } from "../../session/session.ts";
import { useBound } from "../../ui/live.ts";
import { useSay } from "../../ui/words.ts";

/** So long (ms) a figure must rest before it is said whether the goal is reached. */
const REST = 700;

interface Props {
  readonly session: Session;
  readonly task: string;
  readonly check: Check | undefined;
}

/** A teacher's goal, and whether it is reached. */
export function Goal({ session, task, check }: Props) {
  const say = useSay();
  const sentence = () => say(check && reached(session, check) ? "embed.reached" : "embed.notYet");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const state = useBound<HTMLSpanElement>(check && session, (el) => {
    const is = reached(session, check!);
    if (el.dataset.reached === String(is)) return;
    el.dataset.reached = String(is);
    el.textContent = `${is ? "✓" : "○"} ${sentence()}`;
  });
  const spoken = useBound<HTMLParagraphElement>(check && session, (el, { playing }) => {
    clearTimeout(timer.current);
    if (playing) return;
    timer.current = setTimeout(() => {
      if (el.textContent !== sentence()) el.textContent = sentence();
    }, REST);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <section className="goal" aria-label={say("embed.goal")}>
      <p>{task}</p>
      {check && <span ref={state} className="goal-state" aria-hidden="true" />}
      {check && <p ref={spoken} className="unseen" role="status" />}
    </section>
  );
}

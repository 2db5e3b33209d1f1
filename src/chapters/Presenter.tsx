import { useEffect, useRef, useState, type ReactNode } from "react";
import { Trail } from "../ui/Trail.tsx";
import { useFigure } from "../ui/live.ts";
import { useSay } from "../ui/words.ts";
import { neighbour } from "./keys.ts";
import type { Lesson } from "./useLesson.ts";

interface Props {
  readonly lesson: Lesson;
  readonly leave: () => void;
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly children: ReactNode;
}

/** The panel over a projected figure: the step's question, the way to the next one, and what the class may see. */
export function Presenter({ lesson, leave, hidden, hide, children }: Props) {
  const say = useSay();
  const { session, words } = useFigure();
  const [pointing, setPointing] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const shown = lesson.steps.filter((s) => s.figure);
  const step = lesson.steps[lesson.active]!;
  const turn = (by: 1 | -1) => {
    const to = neighbour(lesson, by, true);
    if (to !== undefined) lesson.activate(to);
  };
  const parts = [...Object.keys(session.figure.params), "time", "presets", "tools", "more"];
  const label = (k: string) => (session.figure.params[k] ? words(`params.${k}`) : say(k));
  return (
    <div className="presenter" lang={say("lang")}>
      <div className="presenter-text" aria-live="polite">
        <p className="soft">{say("stepOf", { n: shown.indexOf(step) + 1, all: shown.length })}</p>
        <h2>{step.title}</h2>
        {children}
      </div>
      <div className="presenter-tools">
        <button type="button" onClick={() => turn(-1)}>
          ← {say("previous")}
        </button>
        <button ref={next} type="button" onClick={() => turn(1)}>
          {say("next")} →
        </button>
        <button type="button" aria-pressed={pointing} onClick={() => setPointing(!pointing)}>
          {say("pointer")}
        </button>
        <details className="hider">
          <summary>{say("hide")}</summary>
          {parts.map((k) => (
            <label key={k}>
              <input
                type="checkbox"
                checked={!hidden.has(k)}
                onChange={() =>
                  hide(new Set(hidden.has(k) ? [...hidden].filter((x) => x !== k) : [...hidden, k]))
                }
              />
              {label(k)}
            </label>
          ))}
        </details>
        <button type="button" onClick={leave}>
          {say("leave")}
        </button>
      </div>
      {pointing && <Trail />}
    </div>
  );
}

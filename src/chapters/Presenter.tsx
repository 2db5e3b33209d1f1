import { use, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { tinykeys } from "tinykeys";
import { Trail } from "../ui/Trail.tsx";
import { HandsContext } from "../ui/hands.ts";
import { LiveContext } from "../ui/live.ts";
import { useSay } from "../ui/words.ts";
import { hands } from "./classroom/Hands.tsx";
import { fitted } from "./fitted.ts";
import type { Lesson } from "./useLesson.ts";

interface Props {
  readonly lesson: Lesson;
  readonly leave: () => void;
  readonly hidden: ReadonlySet<string>;
  readonly hide: (hidden: ReadonlySet<string>) => void;
  /** The ways to the other languages. */
  readonly tongues: ReactNode;
  readonly children: ReactNode;
}

/** Stays on from figure to figure. */
let pointed = false;

/** The panel over a projected figure: the step's question, the way to the next one, and what the class may see. */
export function Presenter({ lesson, leave, hidden, hide, tongues, children }: Props) {
  const say = useSay();
  const live = use(LiveContext);
  const [pointing, setPointing] = useState(pointed);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const point = () => setPointing((now) => (pointed = !now));
  useEffect(
    () =>
      tinykeys(window, {
        l: (e) => (e.target as Element).closest("input, select, textarea") ?? point(),
      }),
    [],
  );
  const { steps, active } = lesson;
  const step = steps[active]!;
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => fitted(text.current!), [step.id]);
  const turn = (by: 1 | -1) => steps[active + by] && lesson.activate(active + by);
  const params = live?.session.figure.params ?? {};
  const parts = [...Object.keys(params), "time", "presets", "tools", "more"];
  const label = (k: string) => (params[k] ? live!.words(`params.${k}`) : say(k));
  return (
    <div className="presenter" lang={say("lang")}>
      <div ref={text} className="presenter-text" aria-live="polite">
        <p className="soft">{say("stepOf", { n: active + 1, all: steps.length })}</p>
        <h2>{step.title}</h2>
        <HandsContext value={hands}>{children}</HandsContext>
      </div>
      <div className="presenter-tools">
        <button type="button" aria-disabled={active === 0} onClick={() => turn(-1)}>
          ← {say("previous")}
        </button>
        <button
          ref={next}
          type="button"
          aria-disabled={active === steps.length - 1}
          onClick={() => turn(1)}
        >
          {say("next")} →
        </button>
        <button type="button" aria-pressed={pointing} onClick={point}>
          {say("pointer")}
        </button>
        {tongues}
        {live && (
          <details className="hider">
            <summary>{say("hide")}</summary>
            {parts.map((k) => (
              <label key={k}>
                <input
                  type="checkbox"
                  checked={!hidden.has(k)}
                  onChange={() =>
                    hide(
                      new Set(hidden.has(k) ? [...hidden].filter((x) => x !== k) : [...hidden, k]),
                    )
                  }
                />
                {label(k)}
              </label>
            ))}
          </details>
        )}
        <button type="button" onClick={leave}>
          {say("leave")}
        </button>
      </div>
      {pointing && <Trail />}
    </div>
  );
}

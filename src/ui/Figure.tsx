import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { describe, type Words } from "../kit/derive.ts";
import { keptTogether } from "../kit/format.ts";
import { mount } from "../session/mount.ts";
import type { Session } from "../session/session.ts";
import { takeBack } from "../session/takeBack.ts";
import { Controls } from "./Controls.tsx";
import { Laws } from "./Laws.tsx";
import { Panels, type ReadSource } from "./Panels.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Spoken } from "./Spoken.tsx";
import { TimeBar } from "./TimeBar.tsx";
import type { Fittings } from "./fittings.ts";
import { LiveContext, useBound } from "./live.ts";
import { useSay } from "./words.ts";

export interface FirstPicture {
  readonly wide: string;
  readonly compact: string;
}

interface Props {
  readonly session: Session;
  readonly words: Words;
  readonly fittings: Fittings;
  readonly hidden: ReadonlySet<string>;
  /** The pictures drawn at build time, until the script draws its own. */
  readonly first?: FirstPicture | undefined;
  readonly readSource: ReadSource;
  readonly linkOf: () => string;
  /** What the page adds under the title: notices about the address, the presenter's panel. */
  readonly children?: ReactNode;
}

/** A figure on its card: React arranges it once, and then the session's store moves everything. */
export function Figure(props: Props) {
  const { session, words, fittings, hidden, first, readSource, linkOf, children } = props;
  const { sounds: Sounds, tasks: TaskBars } = fittings;
  const say = useSay();
  const live = useMemo(() => ({ session, words }), [session, words]);
  const host = useRef<HTMLDivElement>(null);
  useEffect(
    () => mount(session, host.current!, (phrase) => words(`phrases.${phrase}`)),
    [session, words],
  );
  const card = useRef<HTMLElement>(null);
  useEffect(() => takeBack(session, card.current!), [session]);
  const speak = (s = session.store.getState()) =>
    keptTogether(describe(session.figure, words, s)) || say("ask.first");
  const caption = useBound<HTMLElement>(session, (el, state) => {
    const text = speak(state);
    if (el.textContent !== text) el.textContent = text;
  });
  return (
    <LiveContext value={live}>
      <figure
        ref={card}
        className="figure"
        aria-labelledby={`title-${session.figure.id}`}
        data-figure={session.figure.id}
      >
        <div className="figure-head">
          <h3 id={`title-${session.figure.id}`}>{words("title")}</h3>
          <figcaption ref={caption}>{speak()}</figcaption>
          <Spoken speak={speak} />
        </div>
        {children}
        <div
          ref={host}
          className="picture"
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: first ? picturesOf(first) : "" }}
        />
        {Sounds && <Sounds />}
        {TaskBars && <TaskBars />}
        <div className="bar">
          {session.figure.length && !hidden.has("time") && <TimeBar />}
          <details className="drawer">
            <summary>{say("controls")}</summary>
            <div className="hands-on">
              <Controls hidden={hidden} fittings={fittings} />
              {!hidden.has("presets") && <Presets />}
              <div className="figure-foot">
                {!hidden.has("tools") && <Panels readSource={readSource} linkOf={linkOf} />}
                <Readouts />
              </div>
              <Laws />
            </div>
          </details>
        </div>
      </figure>
    </LiveContext>
  );
}

/** Build-time pictures of both widths; a container query shows the one that fits. */
const picturesOf = (first: FirstPicture) =>
  `<div class="first wide">${first.wide}</div><div class="first compact">${first.compact}</div>`;

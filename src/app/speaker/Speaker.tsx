import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { tinykeys } from "tinykeys";
import { join, type Together } from "../../chapters/classroom/together.ts";
import { languages, type ChapterData, type Parts } from "../../chapters/load.ts";
import type { Surroundings } from "../../chapters/nodes.tsx";
import { useLateSay } from "../../ui/lateWords.ts";
import { useSay } from "../../ui/words.ts";
import { pathOf } from "../paths.ts";
import { Clock } from "./Clock.tsx";
import { NotesOf, StepNotes } from "./StepNotes.tsx";

interface Props {
  readonly data: ChapterData;
  readonly name: string;
  /** The folder that the site lives in. */
  readonly base: string;
}

/** Keys that mean the projected window, where no step of its own answers to them. */
const handed = [" ", "b", ".", "r", "h", "n", "Backspace", ..."123456789"];

/** The speaker's window: the present step with its notes and answers, the next one, a clock. It turns the steps, or follows. */
export function Speaker({ data, name, base }: Props) {
  const tell = useLateSay("class");
  const say = useSay();
  const { steps } = data.page;
  const { shared, there, together } = useSpeaker(data, name);
  const k = Math.max(
    0,
    steps.findIndex(({ id }) => id === shared.step),
  );
  const turn = (by: 1 | -1) => {
    const to = steps[k + by];
    if (to) together.current?.turn(to.id);
  };
  useKeysHere(turn, (key) => together.current?.key(key));
  const parts = usePartsOf(data, k);
  const present = `${base}${pathOf(data.lang, data.slug)}?present=${name}#${steps[k]!.id}`;
  return (
    <main className="speaker">
      <header>
        <p className="soft">
          {data.page.short} · {say("stepOf", { n: k + 1, all: steps.length })}
        </p>
        <Clock since={shared.since} restart={(now) => together.current?.restart(now)} />
        {languages
          .filter((l) => l.tag !== data.lang)
          .map((l) => (
            <a
              key={l.tag}
              className="button"
              lang={l.tag}
              hrefLang={l.tag}
              href={`${base}${pathOf(l.tag, data.slug)}?speaker=${name}#${steps[k]!.id}`}
            >
              {l.short}
            </a>
          ))}
      </header>
      <section className="speaker-now" aria-live="polite">
        <p className="kicker">{tell("speaker.now")}</p>
        <h1>{steps[k]!.title}</h1>
        {parts && (
          <StepNotes key={steps[k]!.id} step={steps[k]!} parts={parts} around={aroundOf(parts)} />
        )}
      </section>
      <aside>
        <p className="kicker">{tell("speaker.next")}</p>
        <p className="speaker-next">{steps[k + 1]?.title ?? tell("speaker.end")}</p>
        <nav>
          <button type="button" aria-disabled={k === 0} onClick={() => turn(-1)}>
            ← {say("previous")}
          </button>
          <button
            type="button"
            className="go"
            aria-disabled={k === steps.length - 1}
            onClick={() => turn(1)}
          >
            {say("next")} →
          </button>
        </nav>
        <p role="status" className={there ? "soft" : "speaker-away"}>
          {tell(there ? "speaker.there" : "speaker.away")}
        </p>
        {!there && (
          <a className="button" href={present} target={`wall-${name}`}>
            {tell("speaker.open")}
          </a>
        )}
        <p className="soft">{tell("speaker.keys")}</p>
        <Whole data={data} />
      </aside>
    </main>
  );
}

/** The notes before the first step, which are about the whole chapter. */
function Whole({ data }: { data: ChapterData }): ReactNode {
  const tell = useLateSay("class");
  const parts = usePartsOf(data, 0);
  if (!parts) return null;
  return (
    <details>
      <summary>{tell("speaker.whole")}</summary>
      <NotesOf body={data.page.intro} around={aroundOf(parts)} />
    </details>
  );
}

const aroundOf = (parts: Parts): Surroundings => ({
  equations: parts.equations,
  stepId: "",
  answers: {},
  onAnswer: () => undefined,
});

/** What is shared with the projected window, and whether that is there. */
function useSpeaker(data: ChapterData, name: string) {
  const { steps } = data.page;
  const [first] = useState(() => {
    const named = location.hash.slice(1);
    return steps.some(({ id }) => id === named) ? named : steps[0]!.id;
  });
  const [shared, setShared] = useState({ step: first, since: 0 });
  const [there, setThere] = useState(true);
  const together = useRef<Together>(undefined);
  useEffect(() => {
    // Not heard of for so long (ms), the other window is not there.
    let silence = setTimeout(setThere, 1500, false);
    const joined = join(`${data.slug}/${name}`, "speaker", first, {
      shared: setShared,
      other: (there) => {
        clearTimeout(silence);
        setThere(there);
      },
      key: () => undefined,
    });
    const act =
      <A extends unknown[]>(what: (...a: A) => void) =>
      (...a: A) => {
        what(...a);
        setShared(joined.now());
        clearTimeout(silence);
        silence = setTimeout(setThere, 1500, false);
      };
    // A window that was ended has no last word.
    const asking = setInterval(act(joined.ask), 4000);
    together.current = { ...joined, turn: act(joined.turn), key: act(joined.key) };
    together.current.restart = (since) => {
      joined.restart(since);
      setShared(joined.now());
    };
    // The clock of a window that is there already runs on.
    const begin = setTimeout(
      () => joined.now().since === 0 && together.current?.restart(Date.now()),
      300,
    );
    const leave = () => joined.leave();
    addEventListener("pagehide", leave);
    return () => {
      clearTimeout(silence);
      clearTimeout(begin);
      clearInterval(asking);
      removeEventListener("pagehide", leave);
      joined.close();
    };
  }, [data.slug, name, first]);
  useEffect(() => history.replaceState(null, "", `#${shared.step}`), [shared.step]);
  return { shared, there, together };
}

function useKeysHere(turn: (by: 1 | -1) => void, hand: (key: string) => void): void {
  const now = useRef({ turn, hand });
  useEffect(() => {
    now.current = { turn, hand };
  });
  useEffect(() => {
    const act = (what: () => void) => (e: KeyboardEvent) => {
      // Space presses what has the focus.
      if (e.key === " " && (e.target as Element).closest("button, summary, a")) return;
      e.preventDefault();
      what();
    };
    const on = act(() => now.current.turn(1));
    const back = act(() => now.current.turn(-1));
    const keys = handed.map((key) => [
      key === " " ? "Space" : key,
      act(() => now.current.hand(key)),
    ]);
    return tinykeys(window, {
      ...Object.fromEntries(keys),
      PageDown: on,
      ArrowRight: on,
      j: on,
      PageUp: back,
      ArrowLeft: back,
      k: back,
    });
  }, []);
}

/** The parts of the scene that a step belongs to, once they are there. */
function usePartsOf({ scenes, page }: ChapterData, k: number): Parts | undefined {
  const scene = useMemo(
    () => scenes.find((s) => s.steps.includes(page.steps[k]!))!,
    [scenes, page, k],
  );
  const [, setArrived] = useState<Parts>();
  useEffect(() => {
    void scene.parts.wake().then(setArrived, () => undefined);
  }, [scene]);
  return scene.parts.now;
}

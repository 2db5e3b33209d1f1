import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Notice } from "../session/address.ts";
import type { Session } from "../session/session.ts";
import { openAt, queryOf } from "./address.ts";
import type { ChapterData, ChapterScene } from "./load.ts";
import type { Step } from "./page.ts";

export interface LessonScene extends ChapterScene {
  /** Its code is there and React has it in hand; until then the page shows what the build drew. */
  readonly awake: boolean;
  readonly session: Session | undefined;
}

export interface Lesson {
  readonly scenes: readonly LessonScene[];
  readonly steps: readonly Step[];
  readonly active: number;
  /** Of the present step; undefined beside plain prose, and while a figure's code is on its way. */
  readonly session: Session | undefined;
  readonly notices: readonly Notice[];
  /** A scene's code could not be fetched. */
  readonly failed: boolean;
  /** Make a step the present one; its figure takes the step's setting, or the reader's own from an earlier visit. */
  activate(index: number): void;
  /** Fetch what a scene needs. */
  wake(scene: number): void;
  /** A scene is on the page with its session, which takes the present step's setting. */
  arrive(scene: number, session: Session | undefined): void;
}

/**
 * The state of one lesson: the sessions of the scenes that are awake, the present step, and what the reader left in
 * each step. It survives a change of language, because nothing in it is language.
 */
export function useLesson(data: ChapterData): Lesson {
  const { scenes } = data;
  const { steps } = data.page;
  const [sessions, setSessions] = useState<ReadonlyMap<number, Session | undefined>>(new Map());
  const [active, setActive] = useState(0);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const { wake, failed } = useWaking(scenes);
  const at = useRef<Present>({ begun: false, step: 0, sessions, left: new Map() });
  const sceneOf = useCallback(
    (index: number) => scenes.findIndex((s) => s.steps.includes(steps[index]!)),
    [scenes, steps],
  );
  const begin = useCallback(() => {
    if (at.current.begun) return;
    Object.assign(at.current, { begun: true, ...arrivalAt(steps) });
    setActive(at.current.step);
  }, [steps]);
  useEffect(begin, [begin]);

  const settle = useCallback(() => {
    const session = at.current.sessions.get(sceneOf(at.current.step));
    if (session) setNotices(takeSetting(session, steps[at.current.step]!, at.current));
  }, [steps, sceneOf]);
  const arrive = useCallback(
    (k: number, session: Session | undefined) => {
      const { current: now } = at;
      if (now.sessions.has(k)) return;
      begin();
      now.sessions = new Map(now.sessions).set(k, session);
      setSessions(now.sessions);
      if (sceneOf(now.step) === k) settle();
    },
    [begin, sceneOf, settle],
  );
  const activate = useCallback(
    (index: number) => {
      const { current: now } = at;
      if (!steps[index] || index === now.step) return;
      const from = now.sessions.get(sceneOf(now.step))?.store.getState();
      if (from) now.left.set(steps[now.step]!.id, { values: from.values, t: from.t });
      now.step = index;
      wake(sceneOf(index));
      // First the text, so that the numbers of the step just left do not follow the figure to the next one.
      flushSync(() => {
        setNotices([]);
        setActive(index);
      });
      settle();
    },
    [steps, sceneOf, wake, settle],
  );
  const shown = useMemo(
    () => scenes.map((s, k) => ({ ...s, awake: sessions.has(k), session: sessions.get(k) })),
    [scenes, sessions],
  );
  const session = sessions.get(sceneOf(active));
  return { scenes: shown, steps, active, session, notices, failed, activate, wake, arrive };
}

/** Puts a figure into the setting of a step: as the address asks, or as the reader left it. */
function takeSetting(session: Session, { id, preset }: Step, now: Present): Notice[] {
  const asked = now.asked?.of === id ? now.asked.query : undefined;
  if (asked) delete now.asked;
  const notices = openAt(session, preset, asked ?? new URLSearchParams());
  const mine = now.left.get(id);
  if (mine) session.adopt(session.store.getState().base, mine.values as never, mine.t);
  return notices;
}

/** On arrival: the step that the address names, with the values it carries. */
function arrivalAt(steps: readonly Step[]): Pick<Present, "step" | "asked"> {
  const named = steps.findIndex((s) => s.id === location.hash.slice(1));
  const step = Math.max(0, named);
  return { step, asked: { of: steps[step]!.id, query: new URLSearchParams(location.search) } };
}

/** Fetches what scenes need, and knows whether one of them is still without it after its last attempt. */
function useWaking(scenes: readonly ChapterScene[]) {
  const [failed, setFailed] = useState(false);
  const without = useRef(new Set<number>());
  const wake = useCallback(
    (k: number) => {
      const attempt = async (scene: number) => {
        const came = await scenes[scene]!.parts.wake().then(
          () => true,
          () => false,
        );
        if (came) without.current.delete(scene);
        else without.current.add(scene);
        setFailed(without.current.size > 0);
        return came;
      };
      // Once something comes again, so does what failed before.
      void attempt(k).then((came) => came && [...without.current].map(attempt));
    },
    [scenes],
  );
  return { wake, failed };
}

/** What a lesson's events need at once, before React has drawn it. */
interface Present {
  begun: boolean;
  step: number;
  sessions: ReadonlyMap<number, Session | undefined>;
  /** The values of the address and the step they are for, until its figure has taken them. */
  asked?: { readonly of: string; readonly query: URLSearchParams };
  /** What the reader left in each step. */
  readonly left: Map<string, { values: object; t: number }>;
}

/**
 * Keeps the address true, a moment after the last change, so that copying it at any time gives the same link; as soon as the reader
 * is on the way to another page, the address is that page's.
 */
export function useAddress(
  lesson: Lesson,
  slug: string,
  hidden: ReadonlySet<string>,
  presenting: string,
): () => string {
  const { session, steps, active } = lesson;
  const waiting = session === undefined && steps[active]!.figure !== undefined;
  const link = useCallback(() => {
    const query = queryOf(session, hidden, presenting);
    const hash = active > 0 || query || location.hash ? `#${steps[active]!.id}` : "";
    return `${location.origin}${location.pathname}${query}${hash}`;
  }, [session, steps, active, hidden, presenting]);
  useEffect(() => {
    if (waiting) return undefined; // the values in the address are still to be read
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (location.pathname.split("/").includes(slug)) rewrite(link());
      }, 250);
    };
    write();
    const stop = session?.store.subscribe(write);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [session, slug, link, waiting]);
  return link;
}

/** Safari allows a hundred changes of the address in half a minute and throws at the next. */
function rewrite(link: string): void {
  if (link === location.href) return;
  try {
    history.replaceState(history.state, "", link);
  } catch {
    // The address stays behind; the next change brings it up to date.
  }
}

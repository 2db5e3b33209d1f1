import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Notice } from "../kit/address.ts";
import { openSession, type Session } from "../kit/session.ts";
import { openAt, queryOf } from "./address.ts";
import type { ChapterData } from "./load.ts";
import { scenesOf, type Scene, type Step } from "./page.ts";

export interface Lesson {
  readonly scenes: readonly (Scene & { readonly session: Session | undefined })[];
  readonly steps: readonly Step[];
  readonly active: number;
  readonly session: Session | undefined;
  readonly notices: readonly Notice[];
  /** Make a step the present one; its figure takes the step's setting, or the reader's own from an earlier visit. */
  activate(index: number): void;
}

/**
 * The state of one lesson: a session for every scene, the present step, and what the reader left in each step.
 * It survives a change of language, because nothing in it is language.
 */
export function useLesson(data: ChapterData): Lesson {
  const { steps } = data.page;
  const [sessions] = useState(() =>
    scenesOf(steps).map((scene) => {
      if (!scene.figure) return undefined;
      const session = openSession(data.figures[scene.figure]!.figure);
      openAt(session, scene.steps[0]!.preset, new URLSearchParams());
      return session;
    }),
  );
  const scenes = useMemo(
    () => scenesOf(steps).map((scene, k) => ({ ...scene, session: sessions[k] })),
    [steps, sessions],
  );
  const [active, setActive] = useState(0);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const left = useRef(new Map<string, { values: object; t: number }>());
  const now = useRef(0);

  const sessionOf = useCallback(
    (index: number) => scenes.find((s) => s.steps.includes(steps[index]!))?.session,
    [scenes, steps],
  );
  const activate = useCallback(
    (index: number) => {
      const step = steps[index];
      if (!step || index === now.current) return;
      const from = sessionOf(now.current);
      if (from) {
        const { values, t } = from.store.getState();
        left.current.set(steps[now.current]!.id, { values, t });
      }
      now.current = index;
      const session = sessionOf(index);
      const mine = left.current.get(step.id);
      if (session) {
        openAt(session, step.preset, new URLSearchParams());
        if (mine) session.adopt(session.store.getState().base, mine.values as never, mine.t);
      }
      setNotices([]);
      setActive(index);
    },
    [steps, sessionOf],
  );
  // On arrival: the step that the address names, with the values it carries.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    const id = location.hash.slice(1);
    const index = Math.max(
      0,
      steps.findIndex((s) => s.id === id),
    );
    now.current = index;
    setActive(index);
    const session = sessionOf(index);
    const query = new URLSearchParams(location.search);
    if (session) setNotices(openAt(session, steps[index]!.preset, query));
  }, [steps, sessionOf]);
  return { scenes, steps, active, session: sessionOf(active), notices, activate };
}

/** Keeps the address true, a moment after the last change, so that copying it at any time gives the same link. */
export function useAddress(
  lesson: Lesson,
  hidden: ReadonlySet<string>,
  presenting: boolean,
): () => string {
  const { session, steps, active } = lesson;
  const link = useCallback(() => {
    const query = queryOf(session, hidden, presenting);
    const hash = active > 0 || query || location.hash ? `#${steps[active]!.id}` : "";
    return `${location.origin}${location.pathname}${query}${hash}`;
  }, [session, steps, active, hidden, presenting]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(timer);
      timer = setTimeout(() => history.replaceState(history.state, "", link()), 250);
    };
    write();
    const stop = session?.store.subscribe(write);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [session, link]);
  return link;
}

/** The step that stands at reading height becomes the present one. */
export function useReadingPosition(lesson: Lesson, paused: boolean): void {
  const { steps, activate, active } = lesson;
  const shown = useRef({ steps, top: NaN });
  // Another language has other lengths: the present step stays where it stood on the screen.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { steps, top: before.top };
    if (before.steps !== steps && before.top < innerHeight)
      scrollBy({ top: topOf(steps[active]!) - before.top, behavior: "instant" });
  }, [steps, active]);
  useEffect(() => {
    if (paused) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      const height = innerHeight * (innerWidth < 1000 ? 0.72 : 0.42);
      const at = steps.findLastIndex((s) => topOf(s) < height);
      if (at >= 0) activate(at);
      if (at >= 0) shown.current.top = topOf(steps[at]!);
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    addEventListener("scroll", ask, { passive: true });
    return () => {
      removeEventListener("scroll", ask);
      cancelAnimationFrame(frame);
    };
  }, [steps, activate, paused]);
}

const topOf = ({ id }: Step) =>
  document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;

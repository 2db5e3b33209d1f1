import { createContext, useContext, useEffect, useRef, type RefObject } from "react";
import type { Words } from "../kit/derive.ts";
import type { Session, SessionState } from "../session/session.ts";
import type { Params, Values } from "../kit/param.ts";

export type State = SessionState<Values<Params>, unknown>;

/** A figure in use: its session and its words. */
export interface Live {
  readonly session: Session;
  readonly words: Words;
  /** The moment that the text around speaks of. */
  readonly told?: Pick<State, "result" | "values" | "t"> | undefined;
  /** What that text keeps back until its question is answered; elsewhere it is the session's. */
  readonly withheld?: ReadonlySet<string>;
  /** Whether that text stands beside the figure now, so that its numbers may follow the reader's hand. */
  readonly here?: boolean;
}
export const LiveContext = createContext<Live | undefined>(undefined);

export function useFigure(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("this part belongs inside a figure");
  return live;
}

/**
 * Keeps an element true to a session without rendering React: `update` runs once now and at every change of the
 * store, with the element and the state.
 */
export function useBound<E extends Element>(
  session: Session | undefined,
  update: (element: E, state: State) => void,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
  });
  useEffect(() => {
    if (!session) return undefined;
    const run = () => ref.current && latest.current(ref.current, session.store.getState());
    run();
    return session.store.subscribe(run);
  }, [session]);
  return ref;
}

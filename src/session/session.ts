import { createStore, type StoreApi } from "zustand/vanilla";
import { lastOf, readIn, settingOf, startOf, type Words } from "../kit/derive.ts";
import type { Figure, Moment } from "../kit/figure.ts";
import { openHistory } from "./history.ts";
import { clamp, playheadOf, type Run } from "./playhead.ts";
import { openTasks, type Ask, type TaskStates } from "./task/state.ts";
import type { Params, Values } from "../kit/param.ts";
import { CALM } from "./timeline.ts";

export interface SessionState<V, R> extends Moment<V, R> {
  readonly playing: boolean;
  readonly tasks: TaskStates;
  /** Steps a second. */
  readonly speed: number;
  readonly loop: boolean;
  /** A run to one moment, at a speed of its own. */
  readonly run: Run | undefined;
  readonly withheld: ReadonlySet<string>;
  /** The setting that "reset" returns to and the address is relative to. */
  readonly base: V;
}

/** Seconds that a run to an answer may take. */
const REVEAL = 5;

export interface Session<P extends Params = Params, R = unknown, S extends string = string> {
  readonly figure: Figure<P, R, S>;
  /** To read and to hear: only the session itself writes. */
  readonly store: Omit<StoreApi<SessionState<Values<P>, R>>, "setState">;
  /** Parameters that nobody can change. */
  readonly locked?: ReadonlySet<string>;
  /** Number of steps on the timeline; 1 for a figure without time. */
  length(): number;
  set(patch: Partial<Values<P>>): void;
  /** A preset changes what it names, leaves the rest as the figure declares it, and says where the playhead starts. */
  take(preset: string): void;
  /**
   * Shows a preset as the answer to a question: what was there stays as a ghost, and the playhead runs on to the preset's own
   * moment, in five seconds at most; it rests there. At once where it has no way to go, or nothing should move.
   */
  reveal(preset: string, still: boolean): void;
  /** Take a setting as the new base: a preset, a lesson's step, values from an address. */
  adopt(base: Values<P>, values?: Values<P>, t?: number): void;
  reset(): void;
  /** Back to the setting before this one, or forth again; how many there are that way. A step of the lesson begins anew. */
  undo(way: "back" | "forth"): void;
  undos(way: "back" | "forth"): number;
  seek(t: number): void;
  /** Where the clock has brought the playhead, and whether it goes on. */
  glide(t: number, playing: boolean): void;
  /** Move by whole steps. */
  step(by: number): void;
  play(on: boolean): void;
  /** From the beginning to where the playhead stands, in four seconds at most; there it rests. */
  replay(): void;
  pace(speed: number): void;
  loop(on: boolean): void;
  /** The reader has these words from now on: an example of their language is another one. */
  speak(words: Words): void;
  /** What is asked of one of the figure's tasks. Where it stops, what it had found so far stays. */
  task(name: string, what: Ask): void;
  /** What would give an answer away is not shown, from now on. */
  withhold(names: ReadonlySet<string>): void;
  /** Keep the present result as a ghost to compare with, or let it go. */
  pin(on: boolean): void;
  /** A handle or a slider is taken, or let go. */
  hold(on: boolean): void;
  /** Nothing has changed, but whoever listens should look again. */
  wake(): void;
}

const STILL = {
  withheld: new Set<string>(),
  ghost: undefined,
  playing: false,
  run: undefined,
  loop: false,
} as const;

/** One live instance of a figure: values in, result out. The only place where compute() is called. */
export function openSession<P extends Params, R, S extends string>(
  figure: Figure<P, R, S>,
  from: Partial<Values<P>> = {},
  words?: Words,
): Session<P, R, S> {
  const base = settingOf(figure);
  const values = { ...base, ...from };
  let read = words;
  const tasks = openTasks<Values<P>, R>(figure.tasks ?? {}, (states, joined) =>
    joined ? to(store.getState().values) : store.setState({ tasks: states }),
  );
  const store = createStore<SessionState<Values<P>, R>>(() => {
    const result = readIn(figure, read, figure.compute(values));
    const t = lastOf(figure, result, values);
    return { ...STILL, tasks: tasks.states(), base, values, result, t, speed: figure.rate ?? CALM };
  });
  const last = () => endOf(figure, store.getState());
  const to = (values: Values<P>, t?: number, more: Partial<SessionState<Values<P>, R>> = {}) => {
    const now = tasks.meet(store.getState().values, values);
    const result = readIn(figure, read, tasks.join(figure.compute(values)));
    const end = lastOf(figure, result, values);
    // A playhead at the end stays at the end when the length changes; elsewhere it keeps its place.
    const stay = store.getState().t >= last() ? end : store.getState().t;
    store.setState({ ...more, tasks: now, values, result, t: clamp(t ?? stay, end) });
  };
  const { change, forget, ...undoing } = changesOf(store, to);
  /** The moment before an answer. */
  let shown: SessionState<Values<P>, R>["ghost"];
  const session: Session<P, R, S> = {
    figure,
    store,
    length: () => last() + 1,
    set: (patch) => change({ ...store.getState().values, ...patch }),
    take: (preset) => {
      if (figure.presets[preset]) change(settingOf(figure, preset), startOf(figure, preset));
    },
    reveal: (preset, still) => {
      const { t: from, speed } = store.getState();
      shown = kept(store.getState());
      session.take(preset);
      const to = store.getState().t;
      const run = still ? undefined : runTo(to, from, speed);
      store.setState({ ghost: shown, t: run ? from : to, playing: run !== undefined, run });
    },
    adopt: (base, values = base, t = Infinity) => {
      // The ghost of an answer goes with its question; one that the reader pinned stays.
      const ghost = store.getState().ghost;
      const pinned = ghost === shown ? undefined : ghost;
      forget();
      to(values, t, { base, playing: false, run: undefined, ghost: pinned });
    },
    reset: () => change(store.getState().base),
    ...undoing,
    ...playheadOf(store, last),
    speak: (words) => {
      read = words;
      if (figure.inWords) to(store.getState().values);
    },
    task: (name, what) => tasks.turn(name, what, store.getState().values),
    ...besideOf(store),
  };
  return session;
}

/** What the reader changes, and how to take it back. */
function changesOf<V, R>(store: StoreApi<SessionState<V, R>>, to: (values: V, t?: number) => void) {
  const history = openHistory<V>();
  return {
    change: (values: V, t?: number) => {
      const now = store.getState();
      history.leave(now.values, now.held);
      to(values, t);
    },
    forget: history.forget,
    undo: (way: "back" | "forth") => {
      const found = history.go(way, store.getState().values);
      if (found) to(found);
    },
    undos: history.left,
  };
}

/** What changes nothing of the result: what stands beside it, and what of it is shown. */
const besideOf = <V, R>(store: StoreApi<SessionState<V, R>>) => ({
  hold: (on: boolean) =>
    on !== (store.getState().held !== undefined) &&
    store.setState({ held: on ? kept(store.getState()) : undefined }),
  withhold: (withheld: ReadonlySet<string>) => store.setState({ withheld }),
  pin: (on: boolean) => store.setState({ ghost: on ? kept(store.getState()) : undefined }),
  wake: () => store.setState({}),
});

/** A run to an answer; none where there is no way to go. */
const runTo = (to: number, from: number, speed: number): Run | undefined =>
  to > from ? { to, speed: Math.max(speed, (to - from) / REVEAL) } : undefined;

const endOf = <P extends Params, R, S extends string>(
  figure: Figure<P, R, S>,
  { result, values }: Pick<Moment<Values<P>, R>, "result" | "values">,
): number => lastOf(figure, result, values);

/** A result to be shown, or measured by, later on. */
const kept = <V, R>({ result, values }: Moment<V, R>) => ({ result, values });

import { createStore, type StoreApi } from "zustand/vanilla";
import { settingOf } from "../kit/derive.ts";
import type { Figure, Moment } from "../kit/figure.ts";
import { idle, openLabour, type Labour } from "./task/state.ts";
import type { Params, Values } from "../kit/param.ts";
import { CALM } from "./timeline.ts";

export interface SessionState<V, R> extends Moment<V, R> {
  readonly playing: boolean;
  readonly labour: Labour;
  /** Steps a second. */
  readonly speed: number;
  readonly loop: boolean;
  /** The setting that "reset" returns to and the address is relative to. */
  readonly base: V;
}

export interface Session<P extends Params = Params, R = unknown, S extends string = string> {
  readonly figure: Figure<P, R, S>;
  readonly store: StoreApi<SessionState<Values<P>, R>>;
  /** Number of steps on the timeline; 1 for a figure without time. */
  length(): number;
  set(patch: Partial<Values<P>>): void;
  /** Take a setting as the new base: a preset, a lesson's step, values from an address. */
  adopt(base: Values<P>, values?: Values<P>, t?: number): void;
  reset(): void;
  seek(t: number): void;
  /** Move by whole steps. */
  step(by: number): void;
  play(on: boolean): void;
  pace(speed: number): void;
  loop(on: boolean): void;
  /**
   * Begin the figure's long computation; stop it for good, or until it is seen again. What it had found so far stays.
   */
  work(what: "start" | "stop" | "pause"): void;
  /** Keep the present result as a ghost to compare with, or let it go. */
  pin(on: boolean): void;
}

/** One live instance of a figure: values in, result out. The only place where compute() is called. */
export function openSession<P extends Params, R, S extends string>(
  figure: Figure<P, R, S>,
  from: Partial<Values<P>> = {},
): Session<P, R, S> {
  const base = settingOf(figure);
  const values = { ...base, ...from };
  const lengthOf = (result: R, v: Values<P>) => figure.length?.(result, v) ?? 1;
  const store = createStore<SessionState<Values<P>, R>>(() => {
    const result = figure.compute(values);
    const t = lengthOf(result, values) - 1;
    const ghost = undefined;
    const speed = figure.rate ?? CALM;
    return { base, values, result, t, ghost, playing: false, speed, loop: false, labour: idle };
  });
  const last = () => {
    const { result, values } = store.getState();
    return lengthOf(result, values) - 1;
  };
  const to = (values: Values<P>, t?: number, more: Partial<SessionState<Values<P>, R>> = {}) => {
    const now = labour.meet(store.getState().values, values);
    const result = labour.join(figure.compute(values));
    const end = lengthOf(result, values) - 1;
    // A playhead at the end stays at the end when the length changes; elsewhere it keeps its place.
    const stay = store.getState().t >= last() ? end : store.getState().t;
    store.setState({ ...more, labour: now, values, result, t: clamp(t ?? stay, end) });
  };
  const labour = openLabour(figure.work, (labour, joined) =>
    joined ? to(store.getState().values) : store.setState({ labour }),
  );
  const session: Session<P, R, S> = {
    figure,
    store,
    length: () => last() + 1,
    set: (patch) => to({ ...store.getState().values, ...patch }),
    adopt: (base, values = base, t = Infinity) => to(values, t, { base, playing: false }),
    reset: () => to(store.getState().base),
    seek: (t) => store.setState({ t: clamp(t, last()) }),
    step: (by) => {
      const t = store.getState().t;
      store.setState({
        t: clamp(by > 0 ? Math.floor(t) + by : Math.ceil(t) + by, last()),
        playing: false,
      });
    },
    play: (playing) => {
      const { t, playing: before } = store.getState();
      // A pause comes to rest on a whole step: between two there is only the way from one to the other.
      const from = before && !playing ? clamp(Math.round(t), last()) : t;
      store.setState({ playing: playing && last() > 0, t: playing && t >= last() ? 0 : from });
    },
    pace: (speed) => store.setState({ speed }),
    loop: (loop) => store.setState({ loop }),
    work: (what) => labour.turn(what, store.getState().values),
    pin: (on) => {
      const { result, values } = store.getState();
      store.setState({ ghost: on ? { result, values } : undefined });
    },
  };
  return session;
}

const clamp = (t: number, end: number) => Math.min(Math.max(0, t), Math.max(0, end));

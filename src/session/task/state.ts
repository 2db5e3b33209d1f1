import type { Message } from "../../kit/drive.ts";
import type { Task } from "../../kit/task.ts";
import { start } from "./run.ts";

/** How a figure's task stands. */
export interface TaskState {
  readonly running: boolean;
  /** 0 … 1. */
  readonly done: number;
  /** The whole of it is in the result. */
  readonly finished: boolean;
  /** The reader stopped it: it does not begin again by itself. */
  readonly stopped: boolean;
  /** Why it stopped: a phrase of the figure, or "" where it broke down. */
  readonly problem: string | undefined;
}

export const NOT_BEGUN: TaskState = {
  running: false,
  done: 0,
  finished: false,
  stopped: false,
  problem: undefined,
};

const KEPT = 4;

/** The task of one session: what it has produced so far, and for which values. */
export function openTask<V, R>(
  task: Task<V, R> | undefined,
  /** Told how it stands, and whether the result has to be joined anew. */
  tell: (state: TaskState, joined: boolean) => void,
) {
  let now = NOT_BEGUN;
  let product: Partial<R> | undefined;
  let cancel: (() => void) | undefined;
  /** The last whole products, newest first: a reader who comes back finds what has run. */
  const kept: { readonly values: V; readonly product: Partial<R> }[] = [];
  const same = (x: V, y: V) => task!.needs.every((k) => x[k as keyof V] === y[k as keyof V]);
  const keep = (values: V) => {
    const others = kept.filter((k) => !same(k.values, values));
    kept.splice(0, Infinity, { values, product: product! }, ...others.slice(0, KEPT - 1));
  };
  const show = (state: TaskState, joined = false) => tell((now = state), joined);
  const hear = (values: V) => (message: Message<R>) => {
    const { kind } = message;
    if (kind === "problem") return show({ ...now, running: false, problem: message.phrase });
    const add = kind === "end" ? message.product : message.report.product;
    if (add) product = { ...product, ...add };
    if (kind === "end") keep(values);
    const next =
      kind === "end" ? { done: 1, finished: true } : { done: message.report.done, running: true };
    return show({ ...NOT_BEGUN, ...next }, add !== undefined);
  };
  return {
    /** Its state after a change of values: begun anew where it needs one that changed, unless it ended for these before. */
    meet(before: V, after: V): TaskState {
      if (!task || same(before, after)) return now;
      cancel?.();
      cancel = undefined;
      product = kept.find((k) => same(k.values, after))?.product;
      return (now = product ? { ...NOT_BEGUN, done: 1, finished: true } : NOT_BEGUN);
    },
    join: (result: R): R => (product ? { ...result, ...product } : result),
    turn(what: "start" | "stop" | "pause", values: V): void {
      cancel?.();
      cancel = undefined;
      const running = what === "start" && task !== undefined;
      show({ ...now, running, stopped: what === "stop", problem: undefined });
      if (running) cancel = start(task, values, hear(values));
    },
  };
}

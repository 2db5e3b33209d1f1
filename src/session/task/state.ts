import { start, type Message, type Work } from "../../kit/task.ts";

/** How a figure's long computation stands. */
export interface Labour {
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

export const idle: Labour = {
  running: false,
  done: 0,
  finished: false,
  stopped: false,
  problem: undefined,
};

const KEPT = 4;

/** The long computation of one session: what it has produced so far, and for which values. */
export function openLabour<V, R>(
  work: Work<V, R> | undefined,
  /** Told how it stands, and whether the result has to be joined anew. */
  tell: (labour: Labour, joined: boolean) => void,
) {
  let now = idle;
  let product: Partial<R> | undefined;
  let cancel: (() => void) | undefined;
  /** The last whole products, newest first: a reader who comes back finds what has run. */
  const kept: { readonly values: V; readonly product: Partial<R> }[] = [];
  const same = (x: V, y: V) => work!.needs.every((k) => x[k as keyof V] === y[k as keyof V]);
  const keep = (values: V) => {
    const others = kept.filter((k) => !same(k.values, values));
    kept.splice(0, Infinity, { values, product: product! }, ...others.slice(0, KEPT - 1));
  };
  const show = (labour: Labour, joined = false) => tell((now = labour), joined);
  const hear = (values: V) => (message: Message<R>) => {
    const { kind } = message;
    if (kind === "problem") return show({ ...now, running: false, problem: message.phrase });
    const add = kind === "end" ? message.product : message.report.product;
    if (add) product = { ...product, ...add };
    if (kind === "end") keep(values);
    const next =
      kind === "end" ? { done: 1, finished: true } : { done: message.report.done, running: true };
    return show({ ...idle, ...next }, add !== undefined);
  };
  return {
    /** The labour after a change of values: begun anew where it needs one that changed, unless it ended for these before. */
    meet(before: V, after: V): Labour {
      if (!work || same(before, after)) return now;
      cancel?.();
      cancel = undefined;
      product = kept.find((k) => same(k.values, after))?.product;
      return (now = product ? { ...idle, done: 1, finished: true } : idle);
    },
    join: (result: R): R => (product ? { ...result, ...product } : result),
    turn(what: "start" | "stop" | "pause", values: V): void {
      cancel?.();
      cancel = undefined;
      const running = what === "start" && work !== undefined;
      show({ ...now, running, stopped: what === "stop", problem: undefined });
      if (running) cancel = start(work, values, hear(values));
    },
  };
}

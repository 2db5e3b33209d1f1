import { start, type Message, type Work } from "./work.ts";

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

/** The long computation of one session: what it has produced so far, and for which values. */
export function openLabour<V, R>(
  work: Work<V, R> | undefined,
  /** Told how it stands, and whether the result has to be joined anew. */
  tell: (labour: Labour, joined: boolean) => void,
) {
  let now = idle;
  let product: Partial<R> | undefined;
  let cancel: (() => void) | undefined;
  const show = (labour: Labour, joined = false) => tell((now = labour), joined);
  const hear = (message: Message<R>) => {
    const { kind } = message;
    if (kind === "problem") return show({ ...now, running: false, problem: message.phrase });
    const add = kind === "end" ? message.product : message.report.product;
    if (add) product = { ...product, ...add };
    const next =
      kind === "end" ? { done: 1, finished: true } : { done: message.report.done, running: true };
    return show({ ...idle, ...next }, add !== undefined);
  };
  return {
    /** The labour after a change of values: begun anew where it needs one that changed. */
    meet(before: V, after: V): Labour {
      if (!work?.needs.some((k) => before[k as keyof V] !== after[k as keyof V])) return now;
      cancel?.();
      cancel = product = undefined;
      return (now = idle);
    },
    join: (result: R): R => (product ? { ...result, ...product } : result),
    turn(what: "start" | "stop" | "pause", values: V): void {
      cancel?.();
      cancel = undefined;
      const running = what === "start" && work !== undefined;
      show({ ...now, running, stopped: what === "stop", problem: undefined });
      if (running) cancel = start(work, values, hear);
    },
  };
}

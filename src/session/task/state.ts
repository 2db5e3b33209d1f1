import type { Message } from "../../tasks/drive.ts";
import type { Task, Tasks } from "../../kit/task.ts";
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

/**
 * What can be asked of a task: to begin or go on, to go on to its next product, to stop for good or until it is seen again, and to
 * let go of what it had produced.
 */
export type Ask = "start" | "step" | "stop" | "pause" | "drop";

const KEPT = 4;

/** One task of a session: what it has produced so far, and for which values. */
class Running<V, R> {
  readonly task: Task<V, R>;
  now = NOT_BEGUN;
  product: Partial<R> | undefined;
  cancel: (() => void) | undefined;
  /** The last whole products, newest first: a reader who comes back finds what has run. */
  readonly kept: { readonly values: V; readonly product: Partial<R> }[] = [];
  /** Its own name, and the tasks that it builds on. */
  readonly chain: readonly string[];
  private readonly needs: readonly string[];

  constructor(tasks: Tasks<V, R>, name: string) {
    this.task = tasks[name]!;
    this.chain = chainOf(tasks, name);
    this.needs = this.chain.flatMap((n) => tasks[n]!.needs);
  }

  same(x: V, y: V): boolean {
    return this.needs.every((k) => x[k as keyof V] === y[k as keyof V]);
  }

  halt(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  hear(values: V, message: Message<R>): boolean {
    if (message.kind === "problem") {
      this.now = { ...this.now, running: false, problem: message.phrase };
      return false;
    }
    const ended = message.kind === "end";
    const add = ended ? message.product : message.report.product;
    if (add) this.product = { ...this.product, ...add };
    if (ended) {
      const others = this.kept.filter((k) => !this.same(k.values, values));
      this.kept.splice(
        0,
        Infinity,
        { values, product: this.product! },
        ...others.slice(0, KEPT - 1),
      );
    }
    const stands = ended
      ? { done: 1, finished: true }
      : { done: message.report.done, running: true };
    this.now = { ...NOT_BEGUN, ...stands };
    return add !== undefined;
  }

  /** Goes on where it was paused, or begins anew. */
  begin(): void {
    const again = this.now.finished || this.task.resumes !== true;
    if (this.now.finished && this.task.resumes) this.product = undefined;
    this.now = { ...NOT_BEGUN, running: true, done: again ? 0 : this.now.done };
  }

  drop(): void {
    this.halt();
    this.product = undefined;
    this.now = NOT_BEGUN;
  }

  /** Begun anew for other values, unless it ended for these before. */
  meet(values: V): void {
    this.halt();
    this.product = this.kept.find((k) => this.same(k.values, values))?.product;
    this.now = this.product ? { ...NOT_BEGUN, done: 1, finished: true } : NOT_BEGUN;
  }
}

function chainOf<V, R>(tasks: Tasks<V, R>, name: string): string[] {
  const { after } = tasks[name]!;
  return after === undefined ? [name] : [name, ...chainOf(tasks, after)];
}

export type TaskStates = Readonly<Record<string, TaskState>>;

/** The tasks of one session. */
export function openTasks<V, R>(
  tasks: Tasks<V, R>,
  /** Told how they stand, and whether the result has to be joined anew. */
  tell: (states: TaskStates, joined: boolean) => void,
) {
  const names = Object.keys(tasks);
  const all = new Map(names.map((n) => [n, new Running(tasks, n)]));
  const states = (): TaskStates => Object.fromEntries(names.map((n) => [n, all.get(n)!.now]));
  const had = () => Object.assign({}, ...[...all.values()].map((t) => t.product)) as Partial<R>;
  const begin = (one: Running<V, R>, values: V, once: boolean) => {
    one.begin();
    one.cancel = start(one.task, values, had(), (message) => {
      const joined = one.hear(values, message);
      if (joined && once && one.now.running) {
        one.halt();
        one.now = { ...one.now, running: false, stopped: true };
      }
      tell(states(), joined);
    });
  };
  return {
    states,
    /** Their states after a change of values: what depends on one that changed is dropped. */
    meet(before: V, after: V): TaskStates {
      for (const one of all.values()) if (!one.same(before, after)) one.meet(after);
      return states();
    },
    join: (result: R): R =>
      [...all.values()].some((one) => one.product) ? { ...result, ...had() } : result,
    turn(name: string, what: Ask, values: V): void {
      const one = all.get(name);
      if (!one) return;
      if (what === "drop") {
        for (const each of all.values()) if (each.chain.includes(name)) each.drop();
        return tell(states(), true);
      }
      one.halt();
      const ready = one.chain.slice(1).every((n) => all.get(n)!.now.finished);
      if (what === "stop" || what === "pause")
        one.now = { ...one.now, running: false, stopped: what === "stop" };
      else if (ready) begin(one, values, what === "step");
      return tell(states(), false);
    },
  };
}

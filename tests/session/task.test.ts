import { afterEach, describe, expect, test, vi } from "vitest";
import { defineFigure } from "../../src/kit/figure.ts";
import { number } from "../../src/kit/params/number.ts";
import { runTasks } from "../../src/session/task/auto.ts";
import { openSession } from "../../src/session/session.ts";
import { BROKEN } from "../../src/tasks/drive.ts";
import type { Task, Tasks } from "../../src/kit/task.ts";
import { run, type Setting, type Sum } from "./sum.ts";

const add: Task<Setting, Sum> = { label: "Add", needs: ["n"], run };
const open = (task: Partial<Task<Setting, Sum>> = {}, from: Partial<Setting> = {}) =>
  openWith({ add: { ...add, ...task } }, from);
const openWith = (tasks: Tasks<Setting, Sum>, from: Partial<Setting> = {}) => {
  const figure = defineFigure({
    id: "sum",
    title: "A sum",
    params: {
      n: number({ label: "how many", min: 0, max: 20, step: 1, initial: 4 }),
      gain: number({ label: "gain", min: 0, max: 9, step: 1, initial: 1 }),
    },
    presets: {},
    compute: ({ gain }): Sum => ({ gain }),
    tasks,
    readouts: {},
    phrases: { is: "is", seven: "No sevens." },
    describe: () => "is",
    laws: {},
    symbols: () => ({}),
    equations: [],
    numpy: () => "",
    answer: { of: () => 0 },
    source: [],
    view: () => ({ draw: () => undefined, destroy: () => undefined }),
  });
  const session = openSession(figure, from);
  return { session, state: session.store.getState };
};

const rest = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
afterEach(() => vi.unstubAllGlobals());

describe("a figure's task, on the page", () => {
  test("reports as it goes and joins the result", async () => {
    const { session, state } = open();
    const seen: (number | undefined)[] = [];
    session.store.subscribe((s) => seen.push(s.result.total));
    session.task("add", "start");
    expect(state().tasks.add).toMatchObject({ running: true, done: 0 });
    await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    expect(state().result).toEqual({ gain: 1, total: 10 });
    expect(state().tasks.add).toMatchObject({ running: false, done: 1, problem: undefined });
    for (const partial of [1, 3, 6, 10]) expect(seen).toContain(partial);
  });

  test("survives a parameter that it does not need, and is dropped with one that it does", async () => {
    const { session, state } = open();
    session.task("add", "start");
    await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    session.set({ gain: 5 });
    expect(state().result).toEqual({ gain: 5, total: 10 });
    expect(state().tasks.add!.finished).toBe(true);
    session.set({ n: 5 });
    expect(state().result).toEqual({ gain: 5 });
    expect(state().tasks.add).toMatchObject({ running: false, finished: false });
  });

  test("comes back whole with the values it ended for, the last four of them", async () => {
    const { session, state } = open();
    for (const n of [1, 2, 3, 4, 5]) {
      session.set({ n });
      session.task("add", "start");
      await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    }
    session.set({ n: 2, gain: 7 });
    expect(state().result).toEqual({ gain: 7, total: 3 });
    expect(state().tasks.add).toMatchObject({ running: false, finished: true, done: 1 });
    session.set({ n: 1 });
    expect(state().result).toEqual({ gain: 7 });
    expect(state().tasks.add!.finished).toBe(false);
  });

  test("a change of what it needs, and the reader, stop it for good", async () => {
    for (const halt of [
      (s: ReturnType<typeof open>["session"]) => s.set({ n: 6 }),
      (s: ReturnType<typeof open>["session"]) => s.task("add", "stop"),
    ]) {
      const { session, state } = open({}, { n: 5 });
      session.task("add", "start");
      halt(session);
      const then = state().result.total;
      await rest();
      expect(state().tasks.add).toMatchObject({ running: false, finished: false });
      expect(state().result.total).toBe(then);
    }
  });

  test("says why it stopped: the reader's mistake in the figure's words, ours in general ones", async () => {
    for (const [n, problem] of [
      [8, "seven"],
      [4, undefined],
    ] as const) {
      const { session, state } = open({}, { n });
      session.task("add", "start");
      await vi.waitFor(() => expect(state().tasks.add!.running).toBe(false));
      expect(state().tasks.add!.problem).toBe(problem);
    }
    const { session, state } = open({
      run: () => {
        throw new RangeError("broken");
      },
    });
    session.task("add", "start");
    await vi.waitFor(() => expect(state().tasks.add!.problem).toBe(BROKEN));
    expect(state().result).toEqual({ gain: 1 });
  });
});

describe("a task that starts by itself", () => {
  test("waits until it is seen and the hands rest, and goes with the page", async () => {
    const { session, state } = open({ auto: true });
    let seen = false;
    const stop = runTasks(session, () => seen);
    await rest(350);
    expect(state().tasks.add!.running || state().tasks.add!.finished).toBe(false);
    seen = true;
    session.wake();
    await rest(100);
    session.set({ n: 3 });
    expect(state().tasks.add!.finished).toBe(false);
    await vi.waitFor(() => expect(state().result.total).toBe(6));
    session.set({ n: 4 });
    stop();
    await rest(350);
    expect(state().result.total).toBeUndefined();
  });

  test("does not begin where there is nothing to do", async () => {
    const { session, state } = open({ auto: true, unneeded: ({ n }) => n < 3 }, { n: 2 });
    const stop = runTasks(session, () => true);
    await rest(350);
    expect(state().result.total).toBeUndefined();
    session.set({ n: 3 });
    await vi.waitFor(() => expect(state().result.total).toBe(6));
    stop();
  });

  test("does not begin again after the reader stopped it, until a value changes", async () => {
    const { session, state } = open({ auto: true });
    const stop = runTasks(session, () => true);
    session.task("add", "stop");
    await rest(350);
    expect(state().result.total).toBeUndefined();
    session.set({ n: 2 });
    await vi.waitFor(() => expect(state().result.total).toBe(3));
    stop();
  });
});

/** Adds 1 … n as `run` does, from what it had. */
const onward: Partial<Task<Setting, Sum>> = {
  resumes: true,
  *run({ n }, _, had) {
    let total = had.total ?? 0;
    for (let k = Math.round((Math.sqrt(8 * total + 1) - 1) / 2) + 1; k <= n; k++)
      yield { done: k / n, product: { total: (total += k) } };
    return { total };
  },
};

describe("a task that goes on from what it has", () => {
  test("goes one product at a time, pauses, goes on, and starts over", async () => {
    const { session, state } = open(onward, { n: 10 });
    for (const total of [1, 3, 6]) {
      session.task("add", "step");
      await vi.waitFor(() => expect(state().tasks.add!.running).toBe(false));
      expect(state().result.total).toBe(total);
      expect(state().tasks.add).toMatchObject({ stopped: true, finished: false });
    }
    session.task("add", "start");
    expect(state().tasks.add).toMatchObject({ running: true, done: 0.3 });
    const seen = new Set<number | undefined>();
    session.store.subscribe((s) => seen.add(s.result.total));
    await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    expect(state().result.total).toBe(55);
    expect(seen).not.toContain(1);
    session.task("add", "drop");
    expect(state().result.total).toBeUndefined();
    expect(state().tasks.add).toEqual(open(onward).state().tasks.add);
  });

  test("begun once more after its end it begins at the beginning", async () => {
    const { session, state } = open(onward);
    session.task("add", "start");
    await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    session.task("add", "step");
    await vi.waitFor(() => expect(state().tasks.add!.running).toBe(false));
    expect(state().result.total).toBe(1);
  });

  test("a breakdown keeps what it had, and going on begins there", async () => {
    let broken = false;
    const { session, state } = open({
      ...onward,
      *run(v, stop, had) {
        for (const slice of onward.run!(v, stop, had) as Generator<{ done: number }>) {
          yield slice;
          if (!broken && slice.done >= 0.5) {
            broken = true;
            throw new Error("the worker died");
          }
        }
        return {};
      },
    });
    session.task("add", "start");
    await vi.waitFor(() => expect(state().tasks.add!.problem).toBe(BROKEN));
    expect(state().result.total).toBe(3);
    session.task("add", "start");
    await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    expect(state().result.total).toBe(10);
  });
});

describe("a task that builds on another", () => {
  const double: Task<Setting, Sum> = {
    label: "Double",
    needs: ["gain"],
    after: "add",
    *run({ gain }, _, { total }) {
      yield { done: 0 };
      return { gained: total! * gain };
    },
  };
  const both = (auto: boolean) =>
    openWith(
      auto ? { double: { ...double, auto: true }, add: { ...add, auto: true } } : { double, add },
    );

  test("waits for it, and has what it produced", async () => {
    const { session, state } = both(false);
    session.task("double", "start");
    expect(state().tasks.double!.running).toBe(false);
    session.task("add", "start");
    await vi.waitFor(() => expect(state().tasks.add!.finished).toBe(true));
    session.task("double", "start");
    await vi.waitFor(() => expect(state().tasks.double!.finished).toBe(true));
    expect(state().result).toEqual({ gain: 1, total: 10, gained: 10 });
  });

  test("goes with what the other needs; the other stays with what only it needs", async () => {
    const { session, state } = both(true);
    const stop = runTasks(session, () => true);
    await vi.waitFor(() => expect(state().result).toEqual({ gain: 1, total: 10, gained: 10 }));
    session.set({ gain: 3 });
    expect(state().result).toEqual({ gain: 3, total: 10 });
    await vi.waitFor(() => expect(state().result.gained).toBe(30));
    session.set({ n: 3 });
    expect(state().result).toEqual({ gain: 3 });
    await vi.waitFor(() => expect(state().result.gained).toBe(18));
    stop();
    session.task("add", "drop");
    expect(state().result).toEqual({ gain: 3 });
  });
});

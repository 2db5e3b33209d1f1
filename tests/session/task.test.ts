import { afterEach, describe, expect, test, vi } from "vitest";
import { defineFigure } from "../../src/kit/figure.ts";
import { number } from "../../src/kit/params/number.ts";
import { runTask } from "../../src/session/task/auto.ts";
import { openSession } from "../../src/session/session.ts";
import { BROKEN } from "../../src/kit/drive.ts";
import type { Task } from "../../src/kit/task.ts";
import { run, type Setting, type Sum } from "./sum.ts";

const open = (task: Partial<Task<Setting, Sum>> = {}, from: Partial<Setting> = {}) => {
  const figure = defineFigure({
    id: "sum",
    title: "A sum",
    params: {
      n: number({ label: "how many", min: 0, max: 20, step: 1, initial: 4 }),
      gain: number({ label: "gain", min: 0, max: 9, step: 1, initial: 1 }),
    },
    presets: {},
    compute: ({ gain }): Sum => ({ gain }),
    task: { label: "Add", needs: ["n"], run, ...task },
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
    session.task("start");
    expect(state().task).toMatchObject({ running: true, done: 0 });
    await vi.waitFor(() => expect(state().task.finished).toBe(true));
    expect(state().result).toEqual({ gain: 1, total: 10 });
    expect(state().task).toMatchObject({ running: false, done: 1, problem: undefined });
    for (const partial of [1, 3, 6, 10]) expect(seen).toContain(partial);
  });

  test("survives a parameter that it does not need, and is dropped with one that it does", async () => {
    const { session, state } = open();
    session.task("start");
    await vi.waitFor(() => expect(state().task.finished).toBe(true));
    session.set({ gain: 5 });
    expect(state().result).toEqual({ gain: 5, total: 10 });
    expect(state().task.finished).toBe(true);
    session.set({ n: 5 });
    expect(state().result).toEqual({ gain: 5 });
    expect(state().task).toMatchObject({ running: false, finished: false });
  });

  test("comes back whole with the values it ended for, the last four of them", async () => {
    const { session, state } = open();
    for (const n of [1, 2, 3, 4, 5]) {
      session.set({ n });
      session.task("start");
      await vi.waitFor(() => expect(state().task.finished).toBe(true));
    }
    session.set({ n: 2, gain: 7 });
    expect(state().result).toEqual({ gain: 7, total: 3 });
    expect(state().task).toMatchObject({ running: false, finished: true, done: 1 });
    session.set({ n: 1 });
    expect(state().result).toEqual({ gain: 7 });
    expect(state().task.finished).toBe(false);
  });

  test("a change of what it needs, and the reader, stop it for good", async () => {
    for (const halt of [
      (s: ReturnType<typeof open>["session"]) => s.set({ n: 6 }),
      (s: ReturnType<typeof open>["session"]) => s.task("stop"),
    ]) {
      const { session, state } = open({}, { n: 5 });
      session.task("start");
      halt(session);
      const then = state().result.total;
      await rest();
      expect(state().task).toMatchObject({ running: false, finished: false });
      expect(state().result.total).toBe(then);
    }
  });

  test("says why it stopped: the reader's mistake in the figure's words, ours in general ones", async () => {
    for (const [n, problem] of [
      [8, "seven"],
      [4, undefined],
    ] as const) {
      const { session, state } = open({}, { n });
      session.task("start");
      await vi.waitFor(() => expect(state().task.running).toBe(false));
      expect(state().task.problem).toBe(problem);
    }
    const { session, state } = open({
      run: () => {
        throw new RangeError("broken");
      },
    });
    session.task("start");
    await vi.waitFor(() => expect(state().task.problem).toBe(BROKEN));
    expect(state().result).toEqual({ gain: 1 });
  });
});

describe("a task that starts by itself", () => {
  test("waits until it is seen and the hands rest, and goes with the page", async () => {
    const { session, state } = open({ auto: true });
    let seen = false;
    const stop = runTask(session, () => seen);
    await rest(350);
    expect(state().task.running || state().task.finished).toBe(false);
    seen = true;
    session.wake();
    await rest(100);
    session.set({ n: 3 });
    expect(state().task.finished).toBe(false);
    await vi.waitFor(() => expect(state().result.total).toBe(6));
    session.set({ n: 4 });
    stop();
    await rest(350);
    expect(state().result.total).toBeUndefined();
  });

  test("does not begin where there is nothing to do", async () => {
    const { session, state } = open({ auto: true, unneeded: ({ n }) => n < 3 }, { n: 2 });
    const stop = runTask(session, () => true);
    await rest(350);
    expect(state().result.total).toBeUndefined();
    session.set({ n: 3 });
    await vi.waitFor(() => expect(state().result.total).toBe(6));
    stop();
  });

  test("does not begin again after the reader stopped it, until a value changes", async () => {
    const { session, state } = open({ auto: true });
    const stop = runTask(session, () => true);
    session.task("stop");
    await rest(350);
    expect(state().result.total).toBeUndefined();
    session.set({ n: 2 });
    await vi.waitFor(() => expect(state().result.total).toBe(3));
    stop();
  });
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { defineFigure } from "../../src/kit/figure.ts";
import { number } from "../../src/kit/params/number.ts";
import { runWork } from "../../src/session/task/auto.ts";
import { serve } from "../../src/kit/taskWorker.ts";
import { openSession } from "../../src/session/session.ts";
import { BROKEN, drive, Refusal, start, type Message, type Work } from "../../src/kit/task.ts";

interface Sum {
  readonly gain: number;
  readonly total?: number;
}
interface Setting {
  readonly n: number;
  readonly gain: number;
}

/** Adds 1 … n, one a slice; refuses 7 and breaks at 13. */
function* run({ n }: Setting): Generator<{ done: number; product?: Partial<Sum> }, Partial<Sum>> {
  let total = 0;
  for (let k = 1; k <= n; k++) {
    if (k === 7) throw new Refusal("seven");
    if (k === 13) throw new RangeError("thirteen");
    total += k;
    yield { done: k / n, product: { total } };
  }
  return { total };
}

const open = (work: Partial<Work<Setting, Sum>> = {}, from: Partial<Setting> = {}) => {
  const figure = defineFigure({
    id: "sum",
    title: "A sum",
    params: {
      n: number({ label: "how many", min: 0, max: 20, step: 1, initial: 4 }),
      gain: number({ label: "gain", min: 0, max: 9, step: 1, initial: 1 }),
    },
    presets: {},
    compute: ({ gain }): Sum => ({ gain }),
    work: { label: "Add", needs: ["n"], run, ...work },
    readouts: {},
    phrases: { is: "is", seven: "No sevens." },
    describe: () => "is",
    laws: {},
    symbols: () => ({}),
    equations: [],
    numpy: () => "",
    source: [],
    view: () => ({ draw: () => undefined, destroy: () => undefined }),
  });
  const session = openSession(figure, from);
  return { session, state: session.store.getState };
};

const rest = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
afterEach(() => vi.unstubAllGlobals());

describe("a figure's work, on the page", () => {
  test("reports as it goes and joins the result", async () => {
    const { session, state } = open();
    const seen: (number | undefined)[] = [];
    session.store.subscribe((s) => seen.push(s.result.total));
    session.work("start");
    expect(state().labour).toMatchObject({ running: true, done: 0 });
    await vi.waitFor(() => expect(state().labour.finished).toBe(true));
    expect(state().result).toEqual({ gain: 1, total: 10 });
    expect(state().labour).toMatchObject({ running: false, done: 1, problem: undefined });
    for (const partial of [1, 3, 6, 10]) expect(seen).toContain(partial);
  });

  test("survives a parameter that it does not need, and is dropped with one that it does", async () => {
    const { session, state } = open();
    session.work("start");
    await vi.waitFor(() => expect(state().labour.finished).toBe(true));
    session.set({ gain: 5 });
    expect(state().result).toEqual({ gain: 5, total: 10 });
    expect(state().labour.finished).toBe(true);
    session.set({ n: 5 });
    expect(state().result).toEqual({ gain: 5 });
    expect(state().labour).toMatchObject({ running: false, finished: false });
  });

  test("comes back whole with the values it ended for, the last four of them", async () => {
    const { session, state } = open();
    for (const n of [1, 2, 3, 4, 5]) {
      session.set({ n });
      session.work("start");
      await vi.waitFor(() => expect(state().labour.finished).toBe(true));
    }
    session.set({ n: 2, gain: 7 });
    expect(state().result).toEqual({ gain: 7, total: 3 });
    expect(state().labour).toMatchObject({ running: false, finished: true, done: 1 });
    session.set({ n: 1 });
    expect(state().result).toEqual({ gain: 7 });
    expect(state().labour.finished).toBe(false);
  });

  test("a change of what it needs, and the reader, stop it for good", async () => {
    for (const halt of [
      (s: ReturnType<typeof open>["session"]) => s.set({ n: 6 }),
      (s: ReturnType<typeof open>["session"]) => s.work("stop"),
    ]) {
      const { session, state } = open({}, { n: 5 });
      session.work("start");
      halt(session);
      const then = state().result.total;
      await rest();
      expect(state().labour).toMatchObject({ running: false, finished: false });
      expect(state().result.total).toBe(then);
    }
  });

  test("says why it stopped: the reader's mistake in the figure's words, ours in general ones", async () => {
    for (const [n, problem] of [
      [8, "seven"],
      [4, undefined],
    ] as const) {
      const { session, state } = open({}, { n });
      session.work("start");
      await vi.waitFor(() => expect(state().labour.running).toBe(false));
      expect(state().labour.problem).toBe(problem);
    }
    const { session, state } = open({
      run: () => {
        throw new RangeError("broken");
      },
    });
    session.work("start");
    await vi.waitFor(() => expect(state().labour.problem).toBe(BROKEN));
    expect(state().result).toEqual({ gain: 1 });
  });
});

describe("work that starts by itself", () => {
  test("waits until it is seen and the hands rest, and goes with the page", async () => {
    const { session, state } = open({ auto: true });
    let seen = false;
    const stop = runWork(session, () => seen);
    await rest(350);
    expect(state().labour.running || state().labour.finished).toBe(false);
    seen = true;
    session.store.setState({});
    await rest(100);
    session.set({ n: 3 });
    expect(state().labour.finished).toBe(false);
    await vi.waitFor(() => expect(state().result.total).toBe(6));
    session.set({ n: 4 });
    stop();
    await rest(350);
    expect(state().result.total).toBeUndefined();
  });

  test("does not begin where there is nothing to do", async () => {
    const { session, state } = open({ auto: true, unneeded: ({ n }) => n < 3 }, { n: 2 });
    const stop = runWork(session, () => true);
    await rest(350);
    expect(state().result.total).toBeUndefined();
    session.set({ n: 3 });
    await vi.waitFor(() => expect(state().result.total).toBe(6));
    stop();
  });

  test("does not begin again after the reader stopped it, until a value changes", async () => {
    const { session, state } = open({ auto: true });
    const stop = runWork(session, () => true);
    session.work("stop");
    await rest(350);
    expect(state().result.total).toBeUndefined();
    session.set({ n: 2 });
    await vi.waitFor(() => expect(state().result.total).toBe(3));
    stop();
  });
});

describe("in a worker", () => {
  test("the worker's side answers with what the page's side would", async () => {
    const said: Message<Sum>[] = [];
    let hear: (e: object) => void = () => undefined;
    vi.stubGlobal("addEventListener", (_: string, f: typeof hear) => (hear = f));
    vi.stubGlobal("postMessage", (m: Message<Sum>) => said.push(m));
    serve(run);
    hear({ data: { n: 3, gain: 1 } });
    await vi.waitFor(() => expect(said.at(-1)?.kind).toBe("end"));
    const direct: Message<Sum>[] = [];
    await drive(run, { n: 3, gain: 1 }, (m) => direct.push(m));
    expect(said).toEqual(direct);
  });

  test("it is ended when the work is, and a crash is a problem like any other", () => {
    const made: Fake[] = [];
    class Fake {
      gone?: true;
      hears: Record<string, (e: object) => void> = {};
      constructor() {
        made.push(this);
      }
      addEventListener(type: string, hear: (e: object) => void) {
        this.hears[type] = hear;
      }
      postMessage() {}
      terminate() {
        this.gone = true;
      }
    }
    vi.stubGlobal("Worker", Fake);
    const work = { label: "", needs: [], run, worker: () => new Fake() as unknown as Worker };
    const said: Message<Sum>[] = [];
    const cancel = start<Setting, Sum>(work, { n: 1, gain: 1 }, (m) => said.push(m));
    cancel();
    expect(made[0]!.gone).toBe(true);
    start<Setting, Sum>(work, { n: 1, gain: 1 }, (m) => said.push(m));
    made[1]!.hears.error!({ preventDefault: () => undefined });
    expect(said).toEqual([{ kind: "problem", phrase: BROKEN }]);
    start<Setting, Sum>(work, { n: 1, gain: 1 }, (m) => said.push(m));
    made[2]!.hears.message!({ data: { kind: "end", product: { total: 1 } } });
    expect([made[1]!.gone, made[2]!.gone]).toEqual([true, true]);
  });
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { BROKEN, drive, serve, slicesOf, together, type Message } from "../../src/tasks/drive.ts";
import type { Run } from "../../src/kit/task.ts";
import { start } from "../../src/session/task/run.ts";
import { run, type Setting, type Sum } from "./sum.ts";

const rest = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
afterEach(() => vi.unstubAllGlobals());

describe("in a worker", () => {
  test("the worker's side answers with what the page's side would", async () => {
    const said: Message<Sum>[] = [];
    let hear: (e: object) => void = () => undefined;
    vi.stubGlobal("addEventListener", (_: string, f: typeof hear) => (hear = f));
    vi.stubGlobal("postMessage", (m: Message<Sum>) => said.push(m));
    serve(run);
    hear({ data: { values: { n: 3, gain: 1 }, had: {} } });
    await vi.waitFor(() => expect(said.at(-1)?.kind).toBe("end"));
    const direct: Message<Sum>[] = [];
    await drive(run, { n: 3, gain: 1 }, (m) => direct.push(m));
    expect(said).toEqual(direct);
  });

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
    says(data: Message<Sum>) {
      this.hears.message!({ data });
    }
  }
  const fake = () => new Fake() as unknown as Worker;
  afterEach(() => void made.splice(0));

  test("it is ended when the task is, and a crash is a problem like any other", async () => {
    vi.stubGlobal("Worker", Fake);
    const task = { label: "", needs: [], run, worker: fake };
    const said: Message<Sum>[] = [];
    const cancel = start<Setting, Sum>(task, { n: 1, gain: 1 }, {}, (m) => said.push(m));
    cancel();
    expect(made[0]!.gone).toBe(true);
    start<Setting, Sum>(task, { n: 1, gain: 1 }, {}, (m) => said.push(m));
    made[1]!.hears.error!({ message: "it broke", preventDefault: () => undefined });
    await vi.waitFor(() => expect(said).toEqual([{ kind: "problem", phrase: BROKEN }]));
    start<Setting, Sum>(task, { n: 1, gain: 1 }, {}, (m) => said.push(m));
    made[2]!.says({ kind: "end", product: { total: 1 } });
    await vi.waitFor(() => expect(said.at(-1)!.kind).toBe("end"));
    expect([made[1]!.gone, made[2]!.gone]).toEqual([true, true]);
  });

  test.each([
    ["its code does not come", () => made[0]!.hears.error!({ preventDefault: () => undefined })],
    ["none may be made", () => undefined],
  ])("where workers are forbidden the page does the work: %s", async (what, happens) => {
    // What one page has learnt of its browser is nothing to the next test.
    vi.resetModules();
    const fresh = await import("../../src/session/task/run.ts");
    const { workersRun } = await import("../../src/tasks/drive.ts");
    vi.stubGlobal("Worker", Fake);
    expect(workersRun()).toBe(true);
    const forbidden = () => {
      throw new DOMException("no", "SecurityError");
    };
    const worker = what === "none may be made" ? forbidden : fake;
    const task = { label: "", needs: [], run, worker };
    const said: Message<Sum>[] = [];
    fresh.start<Setting, Sum>(task, { n: 3, gain: 1 }, {}, (m) => said.push(m));
    happens();
    await vi.waitFor(() => expect(said.at(-1)?.kind).toBe("end"));
    expect(workersRun()).toBe(false);
    const direct: Message<Sum>[] = [];
    await drive(run, { n: 3, gain: 1 }, (m) => direct.push(m));
    expect(said).toEqual(direct);
  });

  test("several at once: the mean of how far they are, each one's product, and one's refusal ends all", async () => {
    const twins: Run<Setting, Sum> = (v, stop) =>
      together(
        [1, 2].map(() => (end) => slicesOf<Setting, Sum>(fake(), v, end)),
        stop,
      );
    const said: Message<Sum>[] = [];
    const end = () => drive(twins, { n: 1, gain: 1 }, (m) => said.push(m));
    const whole = end();
    made[0]!.says({ kind: "report", report: { done: 0.5, product: { total: 7 } } });
    await vi.waitFor(() => expect(said).toHaveLength(1));
    made[1]!.says({ kind: "end", product: { gain: 2 } });
    await vi.waitFor(() => expect(said).toHaveLength(2));
    made[0]!.says({ kind: "end", product: { total: 9 } });
    await whole;
    expect(said).toEqual([
      { kind: "report", report: { done: 0.25, product: { total: 7 } } },
      { kind: "report", report: { done: 0.75, product: { gain: 2 } } },
      { kind: "report", report: { done: 1, product: { total: 9 } } },
      { kind: "end", product: { gain: 2, total: 9 } },
    ]);
    const refused = end();
    made[3]!.says({ kind: "problem", phrase: "seven" });
    await refused;
    expect(said.at(-1)).toEqual({ kind: "problem", phrase: "seven" });
    expect([made[2]!.gone, made[3]!.gone]).toEqual([true, true]);
  });

  test("a run on the page hears at once that it is stopped, and nothing is told after that", async () => {
    let heard: AbortSignal | undefined;
    const waiting = async function* (_: Setting, stop: AbortSignal) {
      heard = stop;
      yield { done: 0 };
      await new Promise((resolve) => stop.addEventListener("abort", resolve));
      throw new Error("aborted, as fetch does");
    } satisfies Run<Setting, Sum>;
    const said: Message<Sum>[] = [];
    const cancel = start({ label: "", needs: [], run: waiting }, { n: 1, gain: 1 }, {}, (m) =>
      said.push(m),
    );
    await vi.waitFor(() => expect(said).toHaveLength(1));
    await rest();
    cancel();
    await rest();
    expect(heard!.aborted).toBe(true);
    expect(said).toHaveLength(1);
  });
});

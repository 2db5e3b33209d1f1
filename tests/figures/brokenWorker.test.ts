import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { raceSide } from "../../src/figures/cost-race/side.ts";
import { readText } from "../../src/figures/mamba-live/task.ts";
import { trainSide as parityOf } from "../../src/figures/parity/side.ts";
import { BROKEN, drive, type Message } from "../../src/tasks/drive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import type { Run } from "../../src/kit/task.ts";
import { openSession } from "../../src/session/session.ts";

type Any = Record<string, unknown>;
const served = {
  "cost-race": raceSide,
  "mamba-live": readText,
  parity: parityOf,
} as unknown as Readonly<Record<string, Run<Any, Any>>>;

/** Reports of all workers together until one of them dies. */
let left = Infinity;
let opened = 0;

/** A worker whose work is done in turns with the page; it dies as one does that throws outside its run, or is out of memory. */
class Mortal {
  private readonly id: string;
  private readonly ears: Record<string, ((e: object) => void)[]> = {};
  private readonly end = new AbortController();
  constructor(url: URL) {
    opened++;
    this.id = /figures\/([^/]+)\//.exec(String(url))![1]!;
  }
  addEventListener(type: string, hear: (e: object) => void) {
    (this.ears[type] ??= []).push(hear);
  }
  postMessage({ values, had }: { values: Any; had: Any }) {
    const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
    const tell = (data: Message<Any>) => {
      if (this.end.signal.aborted) return;
      if (data.kind === "report" && --left < 0) {
        this.terminate();
        return this.say("error", { message: "out of memory", preventDefault: () => undefined });
      }
      this.say("message", { data });
    };
    void drive(served[this.id]!, values, tell, this.end.signal, had, turn);
  }
  terminate() {
    this.end.abort();
  }
  private say(type: string, e: object) {
    this.ears[type]?.forEach((hear) => hear(e));
  }
}

beforeEach(() => {
  [left, opened] = [Infinity, 0];
  vi.stubGlobal("Worker", Mortal);
  vi.stubGlobal("fetch", async (url: string) => new Response(readFileSync(`public${url}`)));
});

const open = async (id: string, values: Any) => {
  const module = (await import(`../../src/figures/${id}/figure.ts`)) as { default: Figure };
  const session = openSession(module.default, values as never);
  const now = () => session.store.getState();
  const rest = async (task: string) => {
    await vi.waitFor(() => expect(now().tasks[task]!.running).toBe(false), 30_000);
    return now().tasks[task]!;
  };
  return { session, now, rest };
};
type Opened = Awaited<ReturnType<typeof open>>;
const result = ({ now }: Opened) => now().result as Any;

test("parity goes on from where a worker died; so does train-pair, by its own test", async () => {
  const sides = ["positive", "negative", "rotation"];
  const whole = await open("parity", { steps: 200 });
  whole.session.task("train", "start");
  expect(await whole.rest("train")).toMatchObject({ finished: true });

  const broken = await open("parity", { steps: 200 });
  left = 5;
  broken.session.task("train", "start");
  const stands = await broken.rest("train");
  expect(stands).toMatchObject({ finished: false, problem: BROKEN });
  expect(stands.done).toBeGreaterThan(0);
  const curve = sides.map((side) => result(broken)[side]);
  expect(curve.every(Boolean)).toBe(true);

  left = Infinity;
  broken.session.task("train", "start");
  expect(broken.now().tasks["train"]).toMatchObject({ running: true, done: stands.done });
  expect(sides.map((side) => result(broken)[side])).toEqual(curve);
  expect(await broken.rest("train")).toMatchObject({ finished: true, problem: undefined });
  for (const side of sides) expect(result(broken)[side]).toEqual(result(whole)[side]);
}, 60_000);

test("mamba-live reads on from where its worker died, the text kept", async () => {
  const text = "To be, or not to be: that is the question. ".repeat(4).trim();
  const whole = await open("mamba-live", { text });
  const broken = await open("mamba-live", { text });
  for (const one of [whole, broken]) {
    one.session.task("model", "start");
    await one.rest("model");
  }
  whole.session.task("read", "start");
  await whole.rest("read");
  type Read = { readonly ids: Int32Array };
  left = 3;
  broken.session.task("read", "start");
  expect(await broken.rest("read")).toMatchObject({ finished: false, problem: BROKEN });
  expect((result(broken)["reading"] as Read).ids).toHaveLength(96);
  expect(broken.now().values["text" as never]).toBe(text);
  [left, opened] = [Infinity, 0];
  broken.session.task("read", "start");
  expect(await broken.rest("read")).toMatchObject({ finished: true });
  expect(opened).toBe(1);
  expect(result(broken)["reading"]).toEqual(result(whole)["reading"]);
}, 60_000);

test("cost-race keeps what was timed, and those that had come to their end do not race again", async () => {
  const race = await open("cost-race", {});
  const { session, now, rest } = race;
  type Courses = Readonly<Record<string, { ended: boolean; stretches: readonly unknown[] }>>;
  const courses = () => (result(race)["courses"] ?? {}) as Courses;
  const spare = session.store.subscribe(() => {
    if (opened === 2) left = Math.min(left, 0);
  });
  session.task("race", "start");
  expect(await rest("race")).toMatchObject({ finished: false, problem: BROKEN });
  spare();
  const { mamba } = courses();
  expect(mamba!.stretches.length).toBeGreaterThan(0);
  expect(session.figure.describe(now().result, now().values, 0)).toBe("transformerRaces");
  [left, opened] = [Infinity, 0];
  session.task("race", "start");
  expect(await rest("race")).toMatchObject({ finished: true });
  expect(opened).toBe(2);
  expect(courses()["mamba"]).toBe(mamba);
  // Once all have ended, all race again.
  session.task("race", "start");
  await vi.waitFor(() => expect(courses()["mamba"]).not.toBe(mamba), 30_000);
  session.task("race", "stop");
  await rest("race");
}, 60_000);

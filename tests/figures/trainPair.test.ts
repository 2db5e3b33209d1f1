import { afterEach, describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/train-pair/figure.ts";
import { modelOf, type Run } from "../../src/figures/train-pair/compute.ts";
import { cores, spacings, spacingsOf, trained } from "../../src/figures/train-pair/pair.ts";
import type { Setting } from "../../src/figures/train-pair/params.ts";
import { readingOf } from "../../src/figures/train-pair/reading.ts";
import { fetchWeights, recordings } from "../../src/figures/train-pair/recorded.ts";
import { fresh } from "../../src/figures/train-pair/sequence.ts";
import { trainSide } from "../../src/figures/train-pair/side.ts";
import { train } from "../../src/figures/train-pair/task.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { drive, type Message } from "../../src/tasks/drive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { openSession } from "../../src/session/session.ts";

const setting = (set: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...set });
const quick: Partial<Setting> = { steps: 100, L: 8, K: 1 };
const never = new AbortController().signal;
const readout = (name: keyof typeof figure.readouts, r: Run, v: Setting, t = Infinity) =>
  figure.readouts[name]!.of(r, v, Math.min(t, figure.length!(r, v) - 1));

afterEach(() => vi.unstubAllGlobals());

describe("what was recorded", () => {
  test.each(recordings.map((r) => [`${r.spacing}, ${trained.map((k) => r[k]).join(" ")}`, r]))(
    "%s: begins as the trainer does, to the last answer",
    (_, r) => {
      for (const core of cores) {
        const slices = trainSide({ ...setting(r as Partial<Setting>), core }, never, {});
        const points = r.layers === 1 ? 2 : 1;
        for (let k = 0; k < points; k++) {
          const { value } = slices.next();
          const product = (value as { product?: Run }).product ?? (value as Run);
          const { right, loss, broke } = product[core]![r.spacing]!;
          expect(right.at(k), core).toBe(r[core].right[k]);
          if (broke !== undefined) expect(broke).toBe(r[core].broke);
          else expect(loss[k]).toBeCloseTo(r[core].loss[k]!, 3);
        }
      }
    },
  );

  test("one layer: S4D copies at fixed spacing and stalls at random, S6 does both", () => {
    const v = setting();
    const r = figure.compute(v);
    expect(readout("s4dFixed", r, v)).toBe(100);
    expect(readout("s6Fixed", r, v)).toBe(100);
    expect(readout("s6Random", r, v)).toBeGreaterThan(99.5);
    const stuck = readout("s4dRandom", r, v);
    expect(stuck).toBeGreaterThan(55);
    expect(stuck).toBeLessThan(65);
    expect(readout("s4dFixed", r, v, 9)).toBe(100); // within 100 steps, where S6 still guesses
    expect(readout("s6Fixed", r, v, 9)).toBeLessThan(40);
  });

  test("other beginnings end where the lesson says: S6 at 100 and 99 %, S4D at 66 % both times", () => {
    const ends = [2, 3].map((seed) => {
      const v = setting({ spacing: "random", seed });
      const r = figure.compute(v);
      return ["s6Random", "s4dRandom"].map((name) => Math.round(readout(name, r, v)));
    });
    expect(ends).toEqual([
      [100, 66],
      [99, 66],
    ]);
  });

  test("two layers, and time: S4D gets there all but", () => {
    const reached = (set: Partial<Setting>) => {
      const v = setting({ spacing: "random", ...set });
      return readout("s4dRandom", figure.compute(v), v);
    };
    expect(reached({ layers: 2 })).toBeGreaterThan(80);
    expect(reached({ layers: 2, steps: 1500 })).toBeGreaterThan(95);
    expect(reached({ steps: 1500 })).toBeLessThan(75);
  });

  test("the weights that are kept say what the curves say, on sequences never seen", async () => {
    const weights = await fetchWeights();
    const share = (pair: "fixed" | "random", core: "s4d" | "s6") => {
      let right = 0;
      for (let n = 1; n <= 100; n++) {
        const v = setting({ show: "own", pair, own: fresh(n, pair, setting()) });
        const reading = readingOf({ ...figure.compute(v), weights }, v);
        expect(reading.source).toBe("recorded");
        right += reading[core].right / 3;
      }
      return right;
    };
    expect(share("random", "s6")).toBeGreaterThan(99);
    expect(share("random", "s4d")).toBeGreaterThan(52);
    expect(share("random", "s4d")).toBeLessThan(68);
    for (const core of cores) expect(share("fixed", core)).toBe(100);
  });
});

describe("the training", () => {
  test("a learning rate that breaks it: stopped, with the last good weights, and said", async () => {
    const v = setting({ ...quick, spacing: "random", lr: 10 });
    let product: Partial<Run> = {};
    await drive(train, v, (m: Message<Run>) => {
      expect(m.kind).not.toBe("problem");
      if (m.kind === "end") product = m.product;
    });
    const side = product.s4d!.random!;
    expect(side.broke).toBeGreaterThan(0);
    expect(side.broke).toBeLessThan(60);
    expect(side.checkpoint.diverged).toBe(true);
    expect(side.checkpoint.weights.every(Number.isFinite)).toBe(true);
    const r = { ...figure.compute(v), ...product };
    expect(figure.describe(r, v, 0)).toMatch(/Broke$/);
    expect(readout("broke", r, v)).toBe(
      Math.min(...cores.flatMap((core) => product[core]!.random!.broke ?? [])),
    );
  });

  test("a report is ten steps of both sides, however much quicker one of them is", async () => {
    const v = setting({ ...quick, spacing: "both" });
    let [reports, done] = [0, 0];
    for await (const report of train(v, never, {})) {
      reports++;
      for (const core of cores)
        for (const spacing of spacings)
          expect(report.product![core]![spacing]!.right.length).toBe(reports);
      expect(report.done).toBeGreaterThan(done);
      ({ done } = report);
    }
    expect([reports, done]).toEqual([10, 1]);
  });

  test("a worker that dies: the curve stays, and going on ends where it would have", async () => {
    const v = setting({ ...quick, spacing: "random" });
    let deaths = 1;
    /** A worker that runs on the page, and dies once after some reports. */
    class Mortal {
      hears: Record<string, (e: object) => void> = {};
      gone = false;
      addEventListener(type: string, hear: (e: object) => void) {
        this.hears[type] = hear;
      }
      terminate() {
        this.gone = true;
      }
      postMessage({ values, had }: { values: never; had: Partial<Run> }) {
        let left = 5;
        void drive(
          trainSide,
          values,
          (data) => {
            if (this.gone) return;
            if (deaths > 0 && left-- === 0) {
              deaths--;
              this.gone = true;
              // With a message: one without says that its code never came.
              this.hears.error!({ preventDefault: () => undefined, message: "" });
            } else this.hears.message!({ data: structuredClone(data) });
          },
          never,
          had,
          () => new Promise((resolve) => setTimeout(resolve)),
        );
      }
    }
    vi.stubGlobal("Worker", Mortal);
    const session = openSession(figure as unknown as Figure, v);
    const now = () => session.store.getState();
    const result = () => now().result as Run;
    session.task("train", "start");
    await vi.waitFor(() => expect(now().tasks.train!.problem).toBe(""), 20_000);
    const kept = result().s6!.random!.right.length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(10);
    session.task("train", "start");
    await vi.waitFor(() => expect(now().tasks.train!.finished).toBe(true), 20_000);
    const { s4d, s6 } = recordings.find((r) => r.K === 1 && r.spacing === "random")!;
    expect(result().s4d!.random!.right).toEqual(s4d.right);
    expect(result().s6!.random!.right).toEqual(s6.right);
  }, 60_000);
});

test("every preset trains what it shows, at sizes that fit", () => {
  for (const name of Object.keys(figure.presets)) {
    const v = settingOf(figure, name);
    expect(v.K).toBeLessThanOrEqual(v.L);
    const r = figure.compute(v);
    for (const spacing of spacingsOf(v)) expect(r.recorded[spacing], name).toBeDefined();
    for (const core of cores) expect(modelOf(r, v, core).stack.shape.layers).toBe(v.layers);
  }
  expect(spacings.length).toBe(2);
});

import { describe, expect, test } from "vitest";
import { settingOf } from "../../src/kit/derive.ts";
import { defineFigure } from "../../src/kit/figure.ts";
import { number } from "../../src/kit/params/number.ts";
import { openSession } from "../../src/session/session.ts";

const ramp = defineFigure({
  id: "ramp",
  title: "A ramp",
  params: {
    n: number({ label: "steps", min: 1, max: 100, step: 1, initial: 10 }),
    gain: number({ label: "gain", min: -5, max: 5, step: 0.1, initial: 1 }),
  },
  presets: {
    long: { label: "long", set: { n: 50 } },
    steep: { label: "steep", set: { gain: 3 }, t: 4 },
  },
  compute: ({ n, gain }) => Float64Array.from({ length: n }, (_, t) => gain * t),
  length: (r) => r.length,
  readouts: {},
  phrases: { is: "is" },
  describe: () => "is",
  laws: {},
  symbols: () => ({}),
  equations: [],
  numpy: () => "",
  answer: { of: () => 0 },
  source: [],
  view: () => ({ draw: () => undefined, destroy: () => undefined }),
});

const open = () => {
  const session = openSession(ramp);
  return { session, state: session.store.getState };
};

describe("undo and redo", () => {
  test("go back over sliders, presets and reset, one setting at a time, and forth again", () => {
    const { session, state } = open();
    session.set({ gain: 2 });
    session.take("long");
    session.reset();
    const gains = (way: "back" | "forth") => (
      session.undo(way),
      [state().values.n, state().values.gain]
    );
    expect(session.undos("back")).toBe(3);
    expect([gains("back"), gains("back"), gains("back"), gains("back")]).toEqual([
      [50, 1],
      [10, 2],
      [10, 1],
      [10, 1],
    ]);
    expect(gains("forth")).toEqual([10, 2]);
    session.set({ n: 5 });
    expect(session.undos("forth")).toBe(0);
  });

  test("take a drag as one setting, and two drags as two", () => {
    const { session, state } = open();
    for (const drag of [
      [1.1, 1.2, 1.3],
      [2.1, 2.2],
    ]) {
      session.hold(true);
      for (const gain of drag) session.set({ gain });
      session.hold(false);
    }
    session.undo("back");
    expect(state().values.gain).toBe(1.3);
    session.undo("back");
    expect(state().values.gain).toBe(1);
    expect(session.undos("back")).toBe(0);
  });

  test("begin anew with a step of the lesson, and remember no more than a hundred settings", () => {
    const { session } = open();
    for (let k = 0; k < 130; k++) session.set({ n: (k % 90) + 1 });
    expect(session.undos("back")).toBe(100);
    session.adopt(settingOf(ramp, "steep"));
    expect(session.undos("back")).toBe(0);
  });
});

import { describe, expect, test, vi } from "vitest";
import { momentOf, settingOf } from "../../src/kit/derive.ts";
import { defineFigure } from "../../src/kit/figure.ts";
import { GRASPED, RECALLED } from "../../src/kit/hold.ts";
import { number } from "../../src/kit/params/number.ts";
import { openSession } from "../../src/session/session.ts";
import { takeBack } from "../../src/session/takeBack.ts";

const compute = vi.fn<(v: { n: number; gain: number }) => Float64Array>(({ n, gain }) =>
  Float64Array.from({ length: n }, (_, t) => gain * t),
);

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
  compute,
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

const open = (from = {}) => {
  const session = openSession(ramp, from);
  return { session, state: session.store.getState };
};

describe("a session", () => {
  test("begins as declared, changed by what it is opened with, at its last step", () => {
    const { session, state } = open({ gain: 2 });
    expect(state().values).toEqual({ n: 10, gain: 2 });
    expect(state().base).toEqual({ n: 10, gain: 1 });
    expect([...state().result]).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect([session.length(), state().t]).toEqual([10, 9]);
    expect(state().playing).toBe(false);
  });

  test("computes once for each change of a value, and not at all for the playhead", () => {
    const { session } = open();
    compute.mockClear();
    session.set({ gain: 2 });
    session.set({ gain: 3, n: 20 });
    expect(compute).toHaveBeenCalledTimes(2);
    session.seek(3);
    session.step(1);
    session.play(true);
    session.pin(true);
    session.pace(8);
    session.loop(true);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  test("a result always belongs to the values beside it", () => {
    const { session } = open();
    session.store.subscribe(({ values, result }) => {
      expect(result.length).toBe(values.n);
      expect(result[1] ?? values.gain).toBe(values.gain);
    });
    session.set({ n: 3, gain: 2 });
    session.adopt(settingOf(ramp, "steep"));
    session.reset();
  });

  test.each([
    [-5, 0],
    [0, 0],
    [4.5, 4.5],
    [9, 9],
    [1e9, 9],
    [Infinity, 9],
    [-Infinity, 0],
  ])("seek(%d) stands at %d", (to, at) => {
    const { session, state } = open();
    session.seek(to);
    expect(state().t).toBe(at);
  });

  test("steps land on whole steps, inside, and end the playing", () => {
    const { session, state } = open();
    session.seek(4.5);
    session.play(true);
    session.step(1);
    expect([state().t, state().playing]).toEqual([5, false]);
    session.seek(4.5);
    session.step(-1);
    expect(state().t).toBe(4);
    session.step(-100);
    expect(state().t).toBe(0);
    session.step(100);
    expect(state().t).toBe(9);
  });

  test("a playhead at the end stays at the end when the length changes; elsewhere it keeps its place", () => {
    const { session, state } = open();
    session.set({ n: 30 });
    expect(state().t).toBe(29);
    session.set({ n: 5 });
    expect(state().t).toBe(4);
    session.set({ n: 30 });
    session.seek(12);
    session.set({ n: 60 });
    expect(state().t).toBe(12);
    session.set({ n: 8 });
    expect(state().t).toBe(7);
  });

  test("adopt takes a new base, with other values and a place where given", () => {
    const { session, state } = open();
    const base = settingOf(ramp, "long");
    session.play(true);
    session.adopt(base);
    expect(state()).toMatchObject({ base, values: base, t: 49, playing: false });
    session.adopt(base, { ...base, gain: 2 }, 7);
    expect(state()).toMatchObject({ base, values: { n: 50, gain: 2 }, t: 7 });
    session.reset();
    expect(state()).toMatchObject({ values: base, t: 7 });
  });

  test("a preset is taken in one word: its values, its place, the base and the rest as declared", () => {
    const { session, state } = open({ n: 30 });
    const { base } = state();
    const heard = vi.fn<() => void>();
    session.store.subscribe(heard);
    session.take("steep");
    expect(state()).toMatchObject({ values: { n: 10, gain: 3 }, t: 4, base });
    session.take("long");
    expect(state()).toMatchObject({ values: { n: 50, gain: 1 }, t: 49 });
    session.take("nobody");
    expect(heard).toHaveBeenCalledTimes(2);
    const { values, t } = state();
    expect(momentOf(ramp as never, "long")).toEqual({ result: state().result, values, t });
    expect(momentOf(ramp as never, "steep")).toMatchObject({ values: { gain: 3 }, t: 4 });
  });

  test("waking it computes and changes nothing, and everyone listens", () => {
    const { session, state } = open();
    const before = state();
    const heard = vi.fn<() => void>();
    session.store.subscribe(heard);
    compute.mockClear();
    session.wake();
    expect(heard).toHaveBeenCalledOnce();
    expect(compute).not.toHaveBeenCalled();
    expect(state()).toEqual(before);
  });

  test("while a handle is held, what it was taken from is kept for the axes", () => {
    const { session, state } = open();
    session.hold(true);
    const { result, values } = state();
    session.set({ gain: 5 });
    session.hold(true);
    expect(state().held).toEqual({ result, values });
    expect(state().result).not.toBe(result);
    session.hold(false);
    expect(state().held).toBeUndefined();
  });

  test("a pinned result stays as it was until it is let go", () => {
    const { session, state } = open();
    const { result, values } = state();
    session.pin(true);
    session.set({ gain: 4 });
    expect(state().ghost).toEqual({ result, values });
    expect(state().result).not.toBe(result);
    session.pin(false);
    expect(state().ghost).toBeUndefined();
  });

  test("play starts over from the end, and has nothing to play in a single step", () => {
    const { session, state } = open();
    session.play(true);
    expect(state()).toMatchObject({ t: 0, playing: true });
    session.seek(3);
    session.play(false);
    session.play(true);
    expect(state()).toMatchObject({ t: 3, playing: true });
    const still = open({ n: 1 });
    still.session.play(true);
    expect(still.state().playing).toBe(false);
  });

  test("two sessions of one figure know nothing of each other", () => {
    const [one, other] = [open(), open()];
    one.session.set({ gain: 5 });
    expect(other.state().values.gain).toBe(1);
  });
});

describe("a press that the browser takes away", () => {
  test.each([
    ["on a picture", GRASPED, RECALLED, false],
    ["on a slider", "pointerdown", "pointercancel", true],
  ])("%s has changed nothing", (_, begin, end, slider) => {
    const { session, state } = open({ gain: 2 });
    session.seek(3);
    const card = Object.assign(new EventTarget(), { matches: () => slider });
    const leave = takeBack(session, card as unknown as Element);
    const press = (how: string) => {
      card.dispatchEvent(new Event(begin));
      session.set({ gain: 4 });
      session.seek(6);
      card.dispatchEvent(new Event(how));
      return state();
    };
    expect(press(end)).toMatchObject({ values: { gain: 2, n: 10 }, t: 3 });
    expect(press("pointerup")).toMatchObject({ values: { gain: 4 }, t: 6 });
    leave();
    session.set({ gain: 1 });
    expect(press(end)).toMatchObject({ values: { gain: 4 }, t: 6 });
  });
});

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openSession } from "../../src/session/session.ts";
import { clock } from "./clock.ts";
import { advance, runTimeline, speeds } from "../../src/session/timeline.ts";
import { unit } from "../unit.ts";

describe("advance", () => {
  const any = fc.record({
    end: fc.integer({ min: 0, max: 600 }),
    at: unit,
    seconds: unit.map((u) => u * 0.1),
    speed: fc.constantFrom(...speeds),
    loop: fc.boolean(),
  });

  test("stays on the timeline, and stops only at its end", () =>
    fc.assert(
      fc.property(any, ({ end, at, seconds, speed, loop }) => {
        const { t, playing } = advance(at * end, seconds, speed, end, loop);
        expect(t).toBeGreaterThanOrEqual(0);
        expect(t).toBeLessThanOrEqual(end);
        if (!playing) expect(t).toBe(end);
        if (loop && end > 0) expect(playing).toBe(true);
        if (end === 0) expect(playing).toBe(false);
      }),
    ));

  test("goes `speed` steps a second", () => {
    expect(advance(3, 0.5, 4, 10, false)).toEqual({ t: 5, playing: true });
    expect(advance(9.9, 0.1, 4, 10, false)).toEqual({ t: 10, playing: false });
    expect(advance(9.5, 0.25, 4, 10, true)).toEqual({ t: 0.5, playing: true });
  });
});

describe("runTimeline", () => {
  let frames: Map<number, FrameRequestCallback>;
  let now: number;
  let id: number;
  beforeEach(() => {
    frames = new Map();
    now = 0;
    id = 0;
    vi.stubGlobal("requestAnimationFrame", (f: FrameRequestCallback) => {
      frames.set(++id, f);
      return id;
    });
    vi.stubGlobal("cancelAnimationFrame", (n: number) => frames.delete(n));
  });
  afterEach(() => vi.unstubAllGlobals());

  const frame = (ms: number) => {
    now += ms;
    const due = [...frames.values()];
    frames.clear();
    for (const f of due) f(now);
  };
  const start = (visible = () => true, still = () => false) => {
    const session = openSession(clock);
    session.seek(0);
    const stop = runTimeline(session, visible, still);
    return { session, store: session.store, stop };
  };

  test("asks for no frame until something plays, and for none once it has ended", () => {
    const { session, store } = start();
    expect(frames.size).toBe(0);
    session.seek(9);
    session.play(true);
    expect(frames.size).toBe(1);
    for (let k = 0; k < 60; k++) frame(16);
    expect(store.getState()).toMatchObject({ t: 10, playing: false });
    expect(frames.size).toBe(0);
  });

  test("a second of frames is four steps", () => {
    const { session, store } = start();
    session.play(true);
    frame(0);
    for (let k = 0; k < 50; k++) frame(20);
    expect(store.getState().t).toBeCloseTo(4, 9);
  });

  test("a tab that slept does not leap", () => {
    const { session, store } = start();
    session.play(true);
    frame(0);
    frame(60_000);
    expect(store.getState().t).toBeCloseTo(0.4, 9);
  });

  test("off the screen time stands still", () => {
    const { session, store } = start(() => false);
    session.play(true);
    for (let k = 0; k < 20; k++) frame(20);
    expect(store.getState()).toMatchObject({ t: 0, playing: true });
  });

  test("where reduced motion is asked for, only whole steps are shown, in the same time", () => {
    const { session, store } = start(
      () => true,
      () => true,
    );
    const seen = new Set<number>();
    store.subscribe(({ t }) => seen.add(t));
    session.play(true);
    frame(0);
    for (let k = 0; k < 100; k++) frame(20);
    expect([...seen].every(Number.isInteger)).toBe(true);
    expect(store.getState().t).toBe(8);
  });

  test("a hand on the playhead wins over the clock", () => {
    const { session, store } = start();
    session.play(true);
    frame(0);
    frame(20);
    session.seek(7);
    frame(20);
    expect(store.getState().t).toBeCloseTo(7.08, 9);
  });

  test("stopping leaves no frame and no listener", () => {
    const { session, stop } = start();
    session.play(true);
    stop();
    expect(frames.size).toBe(0);
    session.play(false);
    session.play(true);
    expect(frames.size).toBe(0);
  });
});

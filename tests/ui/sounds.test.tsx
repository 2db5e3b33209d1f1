import { act } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Figure as Declared } from "../../src/kit/figure.ts";
import { number } from "../../src/kit/params/number.ts";
import { click, countedSession, english, figureOf, usePage } from "./world.tsx";

/** A figure of two sounds, ten steps a second, that last 2 s; one is there only from level 2 on. */
const figure = {
  id: "two-sounds",
  title: "Two sounds",
  params: { level: number({ label: "level", min: 1, max: 9, step: 1, initial: 2 }) },
  presets: {},
  compute: ({ level }: { level: number }) => new Float64Array(16000).fill(level),
  length: () => 20,
  rate: 10,
  sounds: {
    quiet: {
      label: "quiet",
      of: () => ({ samples: new Float64Array(16000).fill(-0.5), rate: 8000 }),
    },
    loud: {
      label: "loud",
      of: (samples: Float64Array) =>
        samples[0]! > 1 ? { samples: samples as Float64Array, rate: 8000 } : undefined,
    },
  },
  readouts: {},
  phrases: { still: "Still." },
  describe: () => "still",
  laws: {},
  symbols: () => ({}),
  equations: [],
  numpy: () => "",
  source: [],
  view: () => ({ draw: () => undefined, destroy: () => undefined }),
} as never as Declared;
const steady = figure.sounds!.quiet!.of(undefined, {});
(figure.sounds as Record<string, object>).quiet = { label: "quiet", of: () => steady };

interface Source {
  buffer: { samples: Float32Array };
  loop: boolean;
  from: number;
  gain: number;
  ends: number;
}
/** A loudspeaker that only writes down what it is told. */
function speaker() {
  const sources: Source[] = [];
  const clock = { now: 0 };
  let gains: number[] = [];
  vi.stubGlobal(
    "AudioContext",
    class {
      destination = {};
      get currentTime() {
        return clock.now;
      }
      resume = () => Promise.resolve();
      createBuffer(_: number, length: number) {
        const samples = new Float32Array(length);
        return { samples, getChannelData: () => samples };
      }
      createGain() {
        const gain = {
          setValueAtTime: () => undefined,
          cancelScheduledValues: () => undefined,
          setTargetAtTime: () => undefined,
          linearRampToValueAtTime: (level: number) => gains.push(level),
        };
        return { gain, connect: () => undefined };
      }
      createBufferSource() {
        const made = {
          buffer: undefined as never,
          loop: false,
          from: NaN,
          ends: NaN,
          gain: NaN,
          connect: (to: object) => to,
          start: (_: number, from: number) => {
            made.from = from;
            made.gain = gains.at(-1)!;
          },
          stop: (at: number) => (made.ends = at),
        };
        sources.push(made);
        return made;
      }
    },
  );
  return { sources, clock, forget: () => (gains = []) };
}

const here = usePage();
let heard: ReturnType<typeof speaker>;
beforeEach(() => {
  vi.resetModules(); // the loudspeaker is opened once
  heard = speaker();
});

const open = () => {
  const { session } = countedSession(figure);
  here.on.show(figureOf(session));
  return session;
};
const button = (k: number) =>
  here.on.host.querySelectorAll<HTMLButtonElement>(".sounds button")[k]!;
const pressed = () => [0, 1].map((k) => button(k).getAttribute("aria-pressed"));
const press = async (k: number) => {
  click(button(k));
  await act(() => vi.dynamicImportSettled());
};
const playing = () => heard.sources.filter((s) => Number.isNaN(s.ends));

describe("the sounds of a figure", () => {
  test("nothing is heard before a click; then one sound, repeated, as loud as is safe", async () => {
    open();
    expect(here.on.find(".sounds").getAttribute("aria-label")).toBe(english.sounds);
    expect(heard.sources).toEqual([]);
    await press(0);
    expect(playing()).toMatchObject([{ loop: true, from: 0 }]);
    // The loudest of both sounds is 2: neither is made louder than the other.
    expect(playing()[0]!.gain).toBeCloseTo(0.4);
    expect(pressed()).toEqual(["true", "false"]);
    await press(0);
    expect(playing()).toEqual([]);
    expect(pressed()).toEqual(["false", "false"]);
  });

  test("the other takes over where the first was", async () => {
    open();
    await press(0);
    heard.clock.now = 2.75;
    await press(1);
    expect(playing().length).toBe(1);
    expect(playing()[0]!.from).toBeCloseTo(0.75);
    expect(playing()[0]!.buffer.samples[0]).toBe(2);
    expect(pressed()).toEqual(["false", "true"]);
  });

  test("the playhead goes with the sound, and takes it along when it is moved", async () => {
    const session = open();
    session.seek(5);
    await press(0);
    expect(playing()[0]!.from).toBeCloseTo(0.5);
    heard.clock.now = 0.32;
    here.world.frame();
    expect(session.store.getState().t).toBeCloseTo(8.2);
    act(() => session.seek(15));
    await act(() => vi.dynamicImportSettled());
    expect(playing().map((s) => s.from)).toEqual([1.5]);
    heard.clock.now += 1;
    here.world.frame();
    expect(session.store.getState().t).toBeCloseTo(5); // round the end
    expect(playing().length).toBe(1);
    act(() => session.play(true));
    expect(playing()).toEqual([]);
  });

  test("what is heard changes with the setting, once the hand rests", async () => {
    const session = open();
    await press(1);
    heard.clock.now = 0.5;
    act(() => session.set({ level: 3 }));
    act(() => session.set({ level: 4 }));
    expect(heard.sources.length).toBe(1);
    await act(() => new Promise((done) => setTimeout(done, 160)));
    expect(heard.sources.length).toBe(2);
    expect(playing()[0]!.buffer.samples[0]).toBe(4);
    expect(playing()[0]!.from).toBeCloseTo(0.5);
  });

  test("a sound that is not there cannot be asked for", () => {
    const session = open();
    expect(button(1).disabled).toBe(false);
    act(() => session.set({ level: 1 }));
    expect([button(0).disabled, button(1).disabled]).toEqual([false, true]);
  });

  test("leaving the page ends it, and nothing stays behind", async () => {
    open();
    await press(0);
    here.on.show(null);
    expect(playing()).toEqual([]);
    expect(here.world.frames.size).toBe(0);
  });

  test("a browser without sound says so", async () => {
    vi.stubGlobal("AudioContext", undefined);
    open();
    await press(0);
    expect(here.on.find(".sounds [role=status]").textContent).toBe(english["sounds.failed"]);
    expect(pressed()).toEqual(["false", "false"]);
  });
});

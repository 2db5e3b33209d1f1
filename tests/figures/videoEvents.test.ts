import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  allRight,
  deltaOf,
  fromFlashes,
  heldAt,
  movedBy,
  namedIn,
  run,
  saidAt,
} from "../../src/figures/video-events/compute.ts";
import figure from "../../src/figures/video-events/figure.ts";
import { levelled } from "../../src/figures/video-events/levelled.ts";
import measured from "../../src/figures/video-events/measured.json" with { type: "json" };
import { params, type Setting } from "../../src/figures/video-events/params.ts";
import { presets } from "../../src/figures/video-events/presets.ts";
import { CHANNELS, heldByFixed, type Reading } from "../../src/figures/video-events/reading.ts";
import { watchFilm } from "../../src/figures/video-events/task.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { answersOf, AREA, framesOf, SLOTS, STEPS, sceneOf } from "../../src/models/film/film.ts";
import { NONE, openWatcher, watch } from "../../src/models/film/watcher.ts";
import type { S4DWeights } from "../../src/models/mamba/weights.ts";
import type { Card } from "../../src/models/shipped/card.ts";

const shipped = (id: string) => ({
  card: JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card,
  bytes: new Uint8Array(readFileSync(`public/models/${id}/weights.bin`)),
});
const models = { s6: shipped("film"), fixed: shipped("film-static") };
const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });

function watched(v: Setting) {
  const slices = watchFilm(v, new AbortController().signal, { models });
  for (;;) {
    const { done, value } = slices.next();
    if (done) return { ...run(v), reading: (value as { reading: Reading }).reading };
  }
}
const said = (shares: Float64Array) =>
  Array.from({ length: SLOTS }, (_, slot) => saidAt(shares, slot).answer);

describe("the film of the lesson", () => {
  const whole = watched(setting());

  test("is answered as the plain path answers it", () => {
    const v = setting({ cleared: 21 });
    const { reading } = watched(v);
    const film = { ...v, cleared: [20] };
    const frames = framesOf(film, sceneOf(v.seed));
    const watchers = [models.s6, models.fixed].map(({ card, bytes }) => openWatcher(card, bytes));
    expect(said(reading.s6)).toEqual(watch(watchers[0]!, frames));
    expect(said(reading.fixed)).toEqual(watch(watchers[1]!, frames));
    expect(said(reading.whole.s6)).toEqual(said(whole.reading.s6));
    expect(answersOf(film)).toEqual([0, 1, 3]);
  });

  test("S6 names all four, the static kernel three", () => {
    expect([namedIn(whole.reading.s6, whole), namedIn(whole.reading.fixed, whole)]).toEqual([4, 3]);
    expect([allRight(whole.reading.s6, whole), allRight(whole.reading.fixed, whole)]).toEqual([
      true,
      false,
    ]);
  });

  test("a cleared flash moves all that comes after it up by one; another frame moves nothing", () => {
    const moved = ["cut", "dark"].map((id) => {
      const { s6, whole: before } = watched(setting(presets[id]!.set)).reading;
      return movedBy(s6, before.s6);
    });
    expect(moved).toEqual([3, 0]);
  });

  test("in layer 2 Δ rises two frames after each flash, the less the later, and nowhere else", () => {
    const delta = deltaOf(whole.reading, 2);
    const peaks = [6, 20, 33, 47].map((t) => delta[t + 2]!);
    expect(peaks.toSorted((a, b) => b - a)).toEqual(peaks);
    expect(peaks.at(-1)).toBeGreaterThan(0.06);
    const quiet = [...delta.subarray(0, 64)].filter(
      (_, t) => ![6, 20, 33, 47].some((at) => t >= at + 2 && t < at + 4),
    );
    expect(Math.max(...quiet)).toBeLessThan(0.045);
  });

  test("what S6 holds when the film ends comes from the flashes, what the static kernel holds from lately", () => {
    const held = heldAt(whole.reading, 2, 63);
    expect(fromFlashes(held.s6, setting())).toBeCloseTo(0.935, 3);
    expect(fromFlashes(held.fixed, setting())).toBeCloseTo(0.508, 3);
    expect(fromFlashes(held.s6, setting({ cleared: 7 }))).toBeLessThan(0.9);
  });
});

/** ‖(e^{ΔA} − 1)/A · e^{lΔA}‖ over the poles of a channel, with complex numbers written out. */
function s4dKernelOf(w: S4DWeights, N: number): (e: number, lag: number) => number {
  return (e, lag) => {
    let sum = 0;
    for (let n = 0; n < N; n++) {
      const dt = Math.exp(w.logDt[e]!);
      const [re, im] = [-Math.exp(w.logMinusRe[e * N + n]!), w.im[e * N + n]!];
      const z = [Math.exp(dt * re) * Math.cos(dt * im) - 1, Math.exp(dt * re) * Math.sin(dt * im)];
      const size = Math.hypot(z[0]!, z[1]!) / Math.hypot(re, im);
      sum += (size * Math.exp(lag * dt * re)) ** 2;
    }
    return Math.sqrt(sum);
  };
}

test("what a static state has of a step is what its poles make of that input alone", () => {
  const { fixedLayers } = watched(setting()).reading;
  const { stack } = openWatcher(models.fixed.card, models.fixed.bytes);
  const { u, kept } = fixedLayers[0]!;
  const power = s4dKernelOf(stack.weights.blocks[0]!.s4d!, stack.shape.N);
  for (const [e, lag] of [
    [0, 0],
    [63, 5],
    [17, 60],
  ] as const)
    expect(kept[lag * CHANNELS + e]).toBeCloseTo(power(e, lag), 10);
  const alone = { u: u.map((x, i) => (Math.floor(i / CHANNELS) === 9 ? x : 0)), kept };
  expect(heldByFixed(alone, STEPS - 1)[9]).toBeCloseTo(1, 12);
});

test("flashes in the address: read back as they are, refused where they are none", () => {
  const { flashes } = params;
  const text = flashes.print(flashes.initial);
  expect(text).toBe("plus7.4.5_ring21.9.10_times34.2.8_triangle48.10.3");
  expect(flashes.parse(text)).toEqual(flashes.initial);
  expect(flashes.parse("none")).toEqual([]);
  for (const odd of ["", "plus", "plus65.1.1", "plus1.12.1", "star1.1.1", "plus0.1.1", `${text}_`])
    expect(flashes.parse(odd), odd).toBeUndefined();
  expect(flashes.parse(Array.from({ length: 7 }, () => "bars1.1.1").join("_"))).toBeUndefined();
  const moved = flashes.nudge(flashes.initial, 99);
  expect(moved.map(({ t }) => t)).toEqual([22, 36, 49, 63]);
  expect(flashes.nudge([], 1)).toEqual([]);
});

test("two flashes without a frame between are said to be crowded, in whatever order they stand", () => {
  const [a, b] = params.flashes.initial;
  const close = (t: number) => run(setting({ flashes: [{ ...b!, t }, a!] })).crowded;
  expect([close(6), close(7), close(8)]).toEqual([true, true, false]);
});

describe("a film from the camera", () => {
  /** A room that stands still, but for a ring that is held into it for three frames. */
  const ring = framesOf(
    {
      ...setting(),
      flashes: [{ glyph: 2, t: 30, y: 5, x: 5 }],
      lasts: 3,
      noise: 0,
      squares: 0,
      cleared: [],
    },
    sceneOf(1),
  );
  const pixels = Uint8Array.from(ring, (light, i) => 40 + (i % AREA) / 4 + 90 * light);

  test("what stands still is dark, the brightest is 1; of nothing nothing is made", () => {
    expect(levelled(pixels)).toEqual(ring);
    const faint = pixels.map((_, i) => 100 + (i % 7));
    expect(Math.max(...levelled(faint))).toBeLessThan(0.1);
  });

  test("both say what was shown, and nothing is called right or wrong", () => {
    const v = setting({ source: { kind: "camera", pixels } });
    const r = watched(v);
    for (const shares of [r.reading.s6, r.reading.fixed])
      expect(said(shares)).toEqual([2, NONE, NONE, NONE, NONE, NONE]);
    expect(r.right).toEqual([]);
    expect(figure.readouts.named!.of(r, v, STEPS - 1)).toBeNaN();
    expect(figure.describe(r, v, STEPS - 1)).toBe("ownFilm");
    expect(figure.describe(r, v, 9)).toBe("watchingOwn");
    expect(Object.values(figure.laws).every((law) => law.holds(r, v))).toBe(true);
  });

  test("no address carries it", () => {
    const { source } = params;
    expect(source.print({ kind: "camera", pixels })).toBe("camera");
    expect([source.parse("camera"), source.stays!("camera")]).toEqual([undefined, true]);
    expect(source.parse("made")).toBe(source.initial);
  });
});

test("what is told of held-out films is what the cards say", () => {
  const share = (k: number) => +((100 * measured.any.named[k]!) / measured.any.glyphs).toFixed(2);
  expect(share(0)).toBe(models.s6.card.heldOut.value);
  expect(share(1)).toBe(models.fixed.card.heldOut.value);
  expect([models.s6, models.fixed].map(({ card }) => card.training["parameters"])).toEqual([
    21855, 21855,
  ]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  answersOf,
  AREA,
  type Film,
  FRAMES,
  framesOf,
  PLACES,
  sceneOf,
  SIDE,
} from "../../src/models/film/film.ts";
import { GLYPH, glyphCells } from "../../src/models/film/glyphs.ts";
import { anyFilm, judgeFilms } from "../../src/models/film/judge.ts";
import { bestOf, NONE, openWatcher, watch } from "../../src/models/film/watcher.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { generator } from "../../src/numerics/random.ts";

const files = (id: string) =>
  [
    JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card,
    new Uint8Array(readFileSync(`public/models/${id}/weights.bin`)),
  ] as const;
const watchers = ["film", "film-static"].map((id) => openWatcher(...files(id)));

const film = (more: Partial<Film> = {}): Film => ({
  flashes: [
    { glyph: 2, t: 40, y: 10, x: 0 },
    { glyph: 0, t: 5, y: 3, x: 7 },
  ],
  lasts: 1,
  noise: 0,
  squares: 0,
  cleared: [],
  ...more,
});
const blank = Array.from({ length: 6 }, () => NONE);

// The first films of the seed that the cards' figures are from: a weight that is off shows at once.
test("both watchers answer as their cards say", () => {
  const scores = judgeFilms(watchers, 130, 32);
  expect(scores.map(({ glyphs, named, whole }) => [glyphs, named, whole])).toEqual([
    [104, 103, 31],
    [104, 100, 29],
  ]);
  for (const [k, { named, glyphs }] of scores.entries()) {
    const { heldOut } = files(["film", "film-static"][k]!)[0];
    expect(Math.abs((100 * named) / glyphs - heldOut.value)).toBeLessThan(5);
  }
});

test("they are equally large", () => {
  const [a, b] = ["film", "film-static"].map((id) => files(id)[0].training["parameters"]);
  expect(a).toBe(b);
});

test("weights that lack the filters are refused by name", () => {
  const [card, bytes] = files("digits");
  expect(() => openWatcher(card, bytes)).toThrow("the weights of digits lack detector.weight");
});

test("each filter is taken at its best place: by hand, over all of them", () => {
  const [watcher] = watchers;
  const frames = framesOf(film({ noise: 0.3, squares: 2 }), sceneOf(4)).subarray(0, 6 * AREA);
  const best = bestOf(watcher!, frames);
  for (const [t, f] of [
    [0, 0],
    [5, 23],
    [3, 9],
  ] as const) {
    const sums: number[] = [];
    for (let y = 0; y < PLACES; y++)
      for (let x = 0; x < PLACES; x++) {
        let sum = watcher!.bias[f]!;
        for (let i = 0; i < GLYPH; i++)
          for (let j = 0; j < GLYPH; j++)
            sum +=
              watcher!.weights[(f * GLYPH + i) * GLYPH + j]! *
              frames[t * AREA + (y + i) * SIDE + x + j]!;
        sums.push(sum);
      }
    expect(best[t * watcher!.filters + f]).toBeCloseTo(Math.max(...sums), 10);
  }
});

test("glyphs and squares have light 1, and nothing else has any; a cleared frame has none", () => {
  const lightOf = (more: Partial<Film>) => {
    const frames = framesOf(film(more), sceneOf(1));
    return Array.from({ length: FRAMES }, (_, t) =>
      frames.subarray(t * AREA, (t + 1) * AREA).reduce((sum, x) => sum + x, 0),
    );
  };
  const size = (glyph: number) => glyphCells[glyph]!.reduce((sum, x) => sum + x, 0);
  const plain = lightOf({});
  expect(plain.map((light, t) => [t, light]).filter(([, light]) => light)).toEqual([
    [5, size(0)],
    [40, size(2)],
  ]);
  expect(lightOf({ flashes: [], squares: 1 })).toEqual(Array.from({ length: FRAMES }, () => 9));
  expect(lightOf({ cleared: [5], lasts: 2 }).slice(4, 8)).toEqual([0, 0, size(0), 0]);
});

test("squares stay within the frame and go less than a glyph's width in a step", () => {
  for (const seed of [1, 2, 3]) {
    const { corners } = sceneOf(seed);
    expect(Math.max(...corners)).toBeLessThanOrEqual(SIDE - 3);
    for (let i = 2; i < FRAMES * 2; i++)
      expect(Math.abs(corners[i]! - corners[i - 2]!)).toBeLessThan(5);
  }
});

test("answers come in the order of the flashes, without those that are cleared whole", () => {
  expect(answersOf(film())).toEqual([0, 2]);
  expect(answersOf(film({ cleared: [5] }))).toEqual([2]);
  expect(answersOf(film({ cleared: [5], lasts: 2 }))).toEqual([0, 2]);
});

test("films of a seed hold none to six flashes, never two at once, never in a black frame", () => {
  const random = generator(2);
  const films = Array.from({ length: 300 }, () => anyFilm(random));
  expect(new Set(films.map(({ flashes }) => flashes.length)).size).toBe(7);
  for (const { flashes, lasts, cleared } of films) {
    flashes.forEach(({ t }, k) => {
      expect(t + lasts).toBeLessThanOrEqual(FRAMES);
      if (k > 0) expect(t - flashes[k - 1]!.t).toBeGreaterThan(lasts);
      expect(cleared.some((c) => c >= t && c < t + lasts)).toBe(false);
    });
  }
});

test("without noise both name two glyphs; with nothing to see they name none", () => {
  const scene = sceneOf(1);
  for (const watcher of watchers) {
    expect(watch(watcher, framesOf(film(), scene))).toEqual([0, 2, ...blank.slice(2)]);
    expect(watch(watcher, framesOf(film({ flashes: [] }), scene))).toEqual(blank);
  }
});

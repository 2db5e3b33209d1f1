import { generator, type Generator } from "../../numerics/random.ts";
import { answersOf, type Film, FRAMES, framesOf, PLACES, sceneOf, SLOTS } from "./film.ts";
import { glyphNames } from "./glyphs.ts";
import { NONE, watch, type Watcher } from "./watcher.ts";

/** What of a film is not drawn at random. */
export type Given = Partial<Pick<Film, "lasts" | "noise" | "squares"> & { count: number }>;

/** The bounds of the films that were trained on. */
export const trained = { noise: 0.5, squares: 2, lasts: 6, blank: 0.02 } as const;

/** A film as they were in training: none to six flashes, a frame at least between two, here and there a black frame. */
export function anyFilm(random: Generator, given: Given = {}): Film {
  const below = (n: number) => Math.floor(random.uniform() * n);
  const count = given.count ?? below(SLOTS + 1);
  const squares = given.squares ?? below(trained.squares + 1);
  const noise = given.noise ?? random.uniform() * trained.noise;
  const lasts = given.lasts ?? (random.uniform() < 0.5 ? 1 : 2 + below(trained.lasts - 1));
  const free = FRAMES + 1 - count * (lasts + 1);
  const flashes = Array.from({ length: count }, () => below(free + 1))
    .toSorted((a, b) => a - b)
    .map((t, k) => ({
      glyph: below(glyphNames.length),
      t: t + k * (lasts + 1),
      y: below(PLACES),
      x: below(PLACES),
    }));
  const dark = (t: number) => !flashes.some((f) => t >= f.t && t < f.t + lasts);
  const cleared = Array.from({ length: FRAMES }, (_, t) => t).filter(
    (t) => random.uniform() < trained.blank && dark(t),
  );
  return { flashes, lasts, noise, squares, cleared };
}

/** How many glyphs flashed and were named at their places, and in how many films all six answers were right. */
export interface Score {
  readonly glyphs: number;
  readonly named: number;
  readonly films: number;
  readonly whole: number;
}

/** Films of a seed, watched by several: the score of each. */
export function judgeFilms(
  watchers: readonly Watcher[],
  seed: number,
  films: number,
  given: Given = {},
): Score[] {
  const random = generator(seed);
  let glyphs = 0;
  const named = watchers.map(() => 0);
  const whole = watchers.map(() => 0);
  for (let n = 0; n < films; n++) {
    const film = anyFilm(random, given);
    const frames = framesOf(film, sceneOf(Math.floor(random.uniform() * 2 ** 32)));
    const right = answersOf(film);
    glyphs += right.length;
    watchers.forEach((watcher, k) => {
      const said = watch(watcher, frames);
      named[k]! += right.filter((glyph, slot) => said[slot] === glyph).length;
      if (said.every((answer, slot) => answer === (right[slot] ?? NONE))) whole[k]!++;
    });
  }
  return watchers.map((_, k) => ({ glyphs, named: named[k]!, films, whole: whole[k]! }));
}

import type { Readout } from "../../kit/figure.ts";
import { FRAMES } from "../../models/film/film.ts";
import {
  askedAt,
  deltaOf,
  flashedIn,
  fromFlashes,
  heldAt,
  movedBy,
  namedIn,
  type Run,
  stepOf,
} from "./compute.ts";
import measured from "./measured.json" with { type: "json" };
import type { Setting } from "./params.ts";
import { ANSWERS } from "../../models/film/watcher.ts";
import type { Reading } from "./reading.ts";

type Own = Readout<Setting, Run>;

/** What needs the reading; not a number before. */
const once =
  (of: (reading: Reading, r: Run, v: Setting, step: number) => number): Own["of"] =>
  (r, v, t) =>
    r.reading ? of(r.reading, r, v, stepOf(t)) : NaN;

/** The probability of the six right answers together, in percent. */
const sureOf = (shares: Float64Array, { right }: Run) =>
  right.length === 0
    ? NaN
    : 100 * right.reduce((p, answer, slot) => p * shares[slot * ANSWERS + answer]!, 1);

const percent = (n: number, of: number) => (100 * n) / of;
const any = (key: "named" | "whole", k: 0 | 1) =>
  percent(measured.any[key][k]!, key === "named" ? measured.any.glyphs : measured.any.films);
const atNoise = (v: Setting, k: 0 | 1) => {
  const row = measured.four.find(({ noise }) => Math.abs(noise - v.noise) < 0.01)!;
  return percent(row.named[k]!, row.glyphs);
};

export const readouts: Readonly<Record<string, Own>> = {
  flashed: { label: "glyphs that flashed", of: (r) => flashedIn(r) },
  named: {
    label: "named by S6",
    symbol: "y",
    foot: true,
    of: once(({ s6 }, r) => namedIn(s6, r)),
  },
  rival: {
    label: "by the static kernel",
    foot: true,
    of: once(({ fixed }, r) => namedIn(fixed, r)),
  },
  sure: {
    label: "S6, of all six answers: sure in %",
    of: once(({ s6 }, r) => sureOf(s6, r)),
  },
  sureFixed: {
    label: "the static kernel, likewise",
    of: once(({ fixed }, r) => sureOf(fixed, r)),
  },
  frame: { label: "frame", of: (_, __, t) => Math.min(FRAMES, stepOf(t) + 1) },
  asked: { label: "white frames that have asked", of: (_, __, t) => askedAt(stepOf(t)) },
  delta: {
    label: "Δ at this frame",
    symbol: "Deltat",
    foot: true,
    of: once((reading, _, v, step) => deltaOf(reading, v.layer)[step]!),
  },
  usual: {
    label: "Δ at half of the frames is below",
    of: once((reading, _, v) => {
      const sorted = deltaOf(reading, v.layer).slice(0, FRAMES).toSorted();
      return (sorted[FRAMES / 2 - 1]! + sorted[FRAMES / 2]!) / 2;
    }),
  },
  most: {
    label: "largest Δ of the film",
    of: once((reading, _, v) => Math.max(...deltaOf(reading, v.layer).subarray(0, FRAMES))),
  },
  held: {
    label: "of S6's state from flashes, %",
    symbol: "h",
    foot: true,
    of: once((reading, _, v, step) => 100 * fromFlashes(heldAt(reading, v.layer, step).s6, v)),
  },
  heldFixed: {
    label: "of the static kernel's state, %",
    of: once((reading, _, v, step) => 100 * fromFlashes(heldAt(reading, v.layer, step).fixed, v)),
  },
  heldEnd: {
    label: "of S6's state from flashes when the film ends, %",
    of: once((reading, _, v) => 100 * fromFlashes(heldAt(reading, v.layer, FRAMES - 1).s6, v)),
  },
  heldFixedEnd: {
    label: "of the static kernel's state then, %",
    of: once((reading, _, v) => 100 * fromFlashes(heldAt(reading, v.layer, FRAMES - 1).fixed, v)),
  },
  moved: {
    label: "answers of S6 that the clearing changes",
    of: once(({ s6, whole }) => movedBy(s6, whole.s6)),
  },
  movedFixed: {
    label: "answers of the static kernel that it changes",
    of: once(({ fixed, whole }) => movedBy(fixed, whole.fixed)),
  },
  glyphsS6: { label: "held-out glyphs that S6 names, %", of: () => any("named", 0) },
  glyphsFixed: { label: "that the static kernel names, %", of: () => any("named", 1) },
  filmsS6: { label: "held-out films that S6 answers whole, %", of: () => any("whole", 0) },
  filmsFixed: { label: "that the static kernel does, %", of: () => any("whole", 1) },
  noiseS6: { label: "glyphs that S6 names at this σ, %", of: (_, v) => atNoise(v, 0) },
  noiseFixed: { label: "that the static kernel names, %", of: (_, v) => atNoise(v, 1) },
  weights: { label: "parameters of each", digits: 5, of: () => 21855 },
};

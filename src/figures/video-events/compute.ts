import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import {
  answersOf,
  type Film,
  FRAMES,
  framesOf,
  sceneOf,
  SLOTS,
  STEPS,
} from "../../models/film/film.ts";
import { ANSWERS, NONE } from "../../models/film/watcher.ts";
import { levelled } from "./levelled.ts";
import type { Flashes } from "./flashesParam.ts";
import type { Setting } from "./params.ts";
import { CHANNELS, heldBy, heldByFixed, type Reading, STATES } from "./reading.ts";

export interface Run {
  /** The film with nothing cleared: 64 × 256. */
  readonly frames: Float64Array;
  /** What the six white frames are to be answered with; nobody knows for the reader's own film: empty. */
  readonly right: readonly number[];
  /** Two flashes are lit in one frame, or follow each other without a frame between: no film of the training did. */
  readonly crowded: boolean;
  /** What the tasks add. */
  readonly models?: { readonly s6: Shipped; readonly fixed: Shipped };
  readonly reading?: Reading;
}

export const filmOf = (v: Setting, cleared = v.cleared): Film => ({
  ...v,
  cleared: cleared > 0 ? [cleared - 1] : [],
});

const scene = keeping(sceneOf);
const filmed = keeping(
  (flashes: Flashes, lasts: number, noise: number, squares: number, seed: number) =>
    framesOf({ flashes, lasts, noise, squares, cleared: [] }, scene(seed)),
);

const own = keeping(levelled);

export function run(v: Setting): Run {
  const { source, flashes, lasts, noise, squares, seed } = v;
  if (source.kind === "camera") return { frames: own(source.pixels), right: [], crowded: false };
  const right = answersOf(filmOf(v));
  const starts = flashes.map(({ t }) => t).toSorted((a, b) => a - b);
  return {
    frames: filmed(flashes, lasts, noise, squares, seed),
    right: Array.from({ length: SLOTS }, (_, slot) => right[slot] ?? NONE),
    crowded: starts.some((t, k) => k > 0 && t - starts[k - 1]! <= lasts),
  };
}

/** The step whose frame is the last one seen. */
export const stepOf = (t: number): number => Math.min(STEPS - 1, Math.max(0, Math.floor(t)));

/** How many of the white frames have asked at a step. */
export const askedAt = (step: number): number => Math.max(0, step - FRAMES + 1);

/** The most probable answer of a slot, and how probable. */
export function saidAt(shares: Float64Array, slot: number) {
  const row = shares.subarray(slot * ANSWERS, (slot + 1) * ANSWERS);
  const share = Math.max(...row);
  return { answer: row.indexOf(share), share };
}

/** How many of the flashed glyphs are named at their places. */
export const namedIn = (shares: Float64Array, { right }: Run): number =>
  right.length === 0
    ? NaN
    : right.filter((glyph, slot) => glyph !== NONE && saidAt(shares, slot).answer === glyph).length;

export const flashedIn = ({ right }: Run): number =>
  right.length === 0 ? NaN : right.filter((glyph) => glyph !== NONE).length;

/** Whether all six answers are right. */
export const allRight = (shares: Float64Array, { right }: Run): boolean =>
  right.every((glyph, slot) => saidAt(shares, slot).answer === glyph);

/** How many of the six answers are others than without the clearing. */
export const movedBy = (shares: Float64Array, whole: Float64Array): number =>
  Array.from({ length: SLOTS }, (_, slot) => slot).filter(
    (slot) => saidAt(shares, slot).answer !== saidAt(whole, slot).answer,
  ).length;

/** Δ of a layer at each step, the mean of its channels. */
export const deltaOf = keeping((reading: Reading, layer: number) => {
  const { delta } = reading.layers[layer - 1]!;
  return Float64Array.from(
    { length: STEPS },
    (_, t) =>
      delta.subarray(t * CHANNELS, (t + 1) * CHANNELS).reduce((a, b) => a + b, 0) / CHANNELS,
  );
});

/** What the state of each has of every frame, as shares of all that it has. */
export const heldAt = keeping((reading: Reading, layer: number, step: number) => ({
  s6: heldBy(reading.layers[layer - 1]!, step),
  fixed: heldByFixed(reading.fixedLayers[layer - 1]!, step),
}));

/** A flash counts as far as a convolution of four sees it: its own frames and three more. */
const REACH = 3;

/** The share of a state that comes from the flashes, those that are cleared apart. */
export function fromFlashes(
  held: Float64Array,
  { source, flashes, lasts, cleared }: Setting,
): number {
  if (source.kind === "camera") return NaN;
  let sum = 0;
  held.forEach((share, s) => {
    const near = flashes.some(
      ({ t }) => s >= t && s < t + lasts + REACH && !(lasts === 1 && t === cleared - 1),
    );
    if (near) sum += share;
  });
  return sum;
}

/** One state between two steps: what the equation of what is still heard is about. */
export interface Link {
  readonly s: number;
  readonly clock: number;
  readonly A: number;
  readonly Bbar: number;
  readonly C: number;
}

/** The earlier step that the state has most of, by the state of all channels that carries most of it. */
export const linkAt = keeping((reading: Reading, layer: number, step: number): Link => {
  const { delta, u, B, C, A } = reading.layers[layer - 1]!;
  const held = heldAt(reading, layer, step).s6;
  const before = held.subarray(0, Math.max(1, step));
  const s = before.indexOf(Math.max(...before));
  let best: Link | undefined;
  let most = -1;
  for (let e = 0; e < CHANNELS; e++) {
    let clock = 0;
    for (let k = s + 1; k <= step; k++) clock += delta[k * CHANNELS + e]!;
    for (let n = 0; n < STATES; n++) {
      const Bbar = delta[s * CHANNELS + e]! * B[s * STATES + n]!;
      const link = { s, clock, A: A[e * STATES + n]!, Bbar, C: C[step * STATES + n]! };
      const size = Math.abs(carried(link) * u[s * CHANNELS + e]!);
      if (size > most) [most, best] = [size, link];
    }
  }
  return best!;
});

/** What one state still carries of the step s. */
export const carried = ({ C, A, clock, Bbar }: Link): number => C * Math.exp(A * clock) * Bbar;

import { CLIP_RATE, type Clip } from "../../kit/clip.ts";
import { enhance, FRAME, HOP, hopsOf, type Task } from "../../models/speech/enhance.ts";
import { addNoise, energy, quietVariance } from "../../models/speech/snr.ts";
import { generator } from "../../numerics/random.ts";
import { blank, fill, type Overview, overviewOf } from "./overview.ts";
import type { Setting } from "./params.ts";
import { sentence } from "./sentence.ts";

export interface Run {
  /** The clip as it came, and with the noise that was added. */
  readonly clean: Float64Array;
  readonly noisy: Float64Array;
  /** Variance of the added noise, and of the noise as the filter is told. */
  readonly added: number;
  readonly R: number;
  readonly hops: number;
  readonly before: Overview;
  /** What the filter has made of it so far; all of it where `cleaned` is there. */
  readonly after: Overview;
  readonly cleaned?: Float64Array;
}

/** Longer clips (seconds) are cleaned in the worker. */
const AT_ONCE = 4;
export const SECOND = CLIP_RATE;

const samplesOf = (clip: Clip) => clip.samples ?? sentence;
/** Whether `compute` cleans the clip itself. */
export const isShort = ({ clip }: Setting) => samplesOf(clip).length <= AT_ONCE * SECOND;

/** What the models and the filter are given. */
export const taskOf = (
  { clean, noisy, R }: Pick<Run, "clean" | "noisy" | "R">,
  { p, model, passes, estimate }: Setting,
): Task => ({
  y: noisy,
  clean,
  R,
  p,
  fitted: model,
  passes,
  hindsight: estimate === "smoother",
});

let last: { seed: number; noise: Float64Array } | undefined;

/** Unit noise; the last one is kept, for a slider that only scales it. */
function noiseOf(seed: number, length: number): Float64Array {
  if (last?.seed === seed && last.noise.length === length) return last.noise;
  const random = generator(seed);
  const noise = new Float64Array(length);
  for (let i = 0; i < length; i++) noise[i] = random.normal();
  last = { seed, noise };
  return noise;
}

/** The clip in its noise, and its picture. */
function prepare(v: Setting): Run {
  const clean = samplesOf(v.clip);
  const { y: noisy, R: added } = v.add
    ? addNoise(clean, noiseOf(v.seed, clean.length), v.snr)
    : { y: clean, R: 0 };
  const R = v.level === "known" ? added : quietVariance(noisy, FRAME);
  const before = overviewOf(noisy);
  return { clean, noisy, added, R, hops: hopsOf(noisy.length), before, after: blank(before.top) };
}

/** A setting is computed once, however often its worker reports. */
const computed = new WeakMap<Setting, Run>();

/** The clip in its noise; cleaned at once where that takes no longer than a glance. */
export function compute(v: Setting): Run {
  const known = computed.get(v);
  if (known) return known;
  const run = isShort(v) ? cleanedAtOnce(v) : prepare(v);
  computed.set(v, run);
  return run;
}

function cleanedAtOnce(v: Setting): Run {
  const run = prepare(v);
  const cleaned = new Float64Array(run.noisy.length);
  for (const _ of enhance(taskOf(run, v), { s: cleaned }));
  return { ...run, cleaned, after: overviewOf(cleaned, run.before.top) };
}

/** Hops between two reports of the worker: some 50 ms of its time. */
const SLICE = 256;

/** Cleans a long clip from left to right; a short one is clean already. */
export function* clean(v: Setting) {
  if (isShort(v)) return {};
  const run = prepare(v);
  const cleaned = new Float64Array(run.noisy.length);
  let after = run.after;
  for (const hops of enhance(taskOf(run, v), { s: cleaned }, undefined, SLICE)) {
    after = fill(after, cleaned, hops * HOP);
    yield { done: hops / run.hops, product: { after } };
  }
  return { cleaned, after: fill(after, cleaned, cleaned.length) };
}

/** The hop with the most energy. */
export function loudest({ noisy, hops }: Run): number {
  let [best, most] = [0, -1];
  for (let j = 0; j < hops; j++) {
    const here = energy(noisy, j * HOP, Math.min(noisy.length, (j + 1) * HOP));
    if (here > most) [best, most] = [j, here];
  }
  return best;
}

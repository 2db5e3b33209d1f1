import { samples } from "../../kit/signal.ts";
import { answer, type Answers } from "../../models/recall/marked.ts";
import { memory, type MemoryId } from "../../models/recall/memory.ts";
import { smoothNoise } from "../../models/recall/noise.ts";
import { pushLeft } from "../../models/recall/push.ts";
import {
  prepare,
  readOuts,
  recalled,
  relativeError,
  wantedOn,
  type Fitted,
  type Stretch,
} from "../../models/recall/readOut.ts";
import type { Setting } from "./params.ts";

/** Steps before a stretch that counts, of the stretch that is fitted to, and of the one that is judged and seen. */
export const LEAD = 512;
export const FIT = 768;
export const SEEN = 512;
export const MOST_LAG = 400;
/** The lags at which the curves are computed. */
export const lags = Array.from({ length: 41 }, (_, k) => k * 10);

/** What a memory does at every lag. */
export interface Curve {
  /** Relative error on the judged stretch at each of `lags`. */
  readonly errors: Float64Array;
  /** ‖∂h_t/∂u_{t−l}‖, l = 0 … MOST_LAG. */
  readonly left: Float64Array;
}

export interface Delay extends Curve {
  /** The judged signal with what came before it; what is seen begins at LEAD. */
  readonly u: Float64Array;
  readonly fitted: Fitted;
  readonly judged: Stretch;
  /** u(t − d), what the read-out says of it, and the answer of the read-out to a push of 1, d steps later. */
  readonly wanted: Float64Array;
  readonly said: Float64Array;
  readonly kernel: number;
  /** The read-out: what each of the N numbers counts. */
  readonly weights: Float64Array;
}

/** How every memory does at recalling the marked token. */
export type Scores = Readonly<
  Partial<Record<MemoryId, { readonly right: Float64Array; readonly answers: Answers }>>
>;

export interface Run {
  readonly delay?: Delay;
  /** The chosen memory's answers and the gate's; the plain RNN's take longer. */
  readonly marked?: {
    readonly places: number;
    readonly mine: Answers | undefined;
    readonly gate: Answers;
  };
  /** What the worker adds: all memories. */
  readonly curves?: Readonly<Partial<Record<MemoryId, Curve>>>;
  readonly scores?: Scores;
}

/** No more places than tokens. */
export const placesOf = (v: Pick<Setting, "places" | "M">) => Math.min(v.places, v.M);
export const ridgeOf = (v: Setting) => 10 ** v.ridge;
/** Of the noise that is fitted to: no seed of a judged one. */
export const fitSeed = (v: Setting) => 10_000 + v.seed;

/** The noises of the last setting, for a slider that leaves them as they are. */
let noises: readonly { readonly key: string; readonly u: Float64Array }[] = [];

function noise(seed: number, length: number, period: number): Float64Array {
  const key = `${seed} ${length} ${period}`;
  const known = noises.find((n) => n.key === key)?.u;
  if (known) return known;
  const u = smoothNoise(seed, length, period);
  noises = [{ key, u }, ...noises.slice(0, 1)];
  return u;
}

/** The judged signal: noise with noise before it, all else with silence before and after it. */
function judgedSignal(v: Setting): Float64Array {
  if (v.input.kind === "noise") return noise(v.input.seed, LEAD + SEEN, v.period);
  const u = new Float64Array(LEAD + SEEN);
  u.set(samples(v.input, SEEN).subarray(0, SEEN), LEAD);
  return u;
}

const stretchOf = (id: MemoryId, v: Setting, u: Float64Array): Stretch => {
  const { rows, cols, data } = memory(id, v).run(u);
  return {
    states: { rows: rows - LEAD, cols, data: data.subarray(LEAD * cols) },
    u,
    from: LEAD,
  };
};

type Held = Omit<Delay, "wanted" | "said" | "kernel" | "weights">;

/** All that does not depend on d. */
export function held(id: MemoryId, v: Setting): Held {
  const fitted = prepare(stretchOf(id, v, noise(fitSeed(v), LEAD + FIT, v.period)), ridgeOf(v));
  const u = judgedSignal(v);
  const judged = stretchOf(id, v, u);
  const W = readOuts(fitted, lags);
  const errors = Float64Array.from(lags, (d, k) =>
    relativeError(recalled(W, k, judged.states), wantedOn(judged, d)),
  );
  return { u, fitted, judged, errors, left: pushLeft(id, v, MOST_LAG, judged.states, 0) };
}

const keys = ["memory", "N", "theta", "rho", "gain", "seed", "period", "input", "ridge"] as const;
let last: { readonly v: Setting; readonly held: Held } | undefined;

/** The same as the last time while only d moves. */
function heldOnce(v: Setting): Held {
  const { v: before, held: known } = last ?? {};
  if (before && known && keys.every((k) => before[k] === v[k])) return known;
  last = { v, held: held(v.memory, v) };
  return last.held;
}

/** One memory, asked for one lag; or for the marked token. */
export function run(v: Setting): Run {
  if (v.task === "marked") {
    const gate = answered("gate", v);
    const mine =
      v.memory === "gate" ? gate : v.memory === "rnn" ? undefined : answered(v.memory, v);
    return { marked: { places: placesOf(v), mine, gate } };
  }
  const all = heldOnce(v);
  const W = readOuts(all.fitted, [v.d]);
  const impulse = new Float64Array(v.d + 1);
  impulse[0] = 1;
  const push = memory(v.memory, v).run(impulse);
  const kernel = recalled(W, 0, push)[v.d]!;
  const wanted = wantedOn(all.judged, v.d);
  const said = recalled(W, 0, all.judged.states);
  return { delay: { ...all, wanted, said, kernel, weights: W.data.slice(0, v.N) } };
}

export const answered = (id: MemoryId, v: Setting, places = placesOf(v)): Answers =>
  answer(id, { ...v, places }, ridgeOf(v));

/** The answers of the chosen memory, whoever computed them. */
export const mineOf = (r: Run, v: Setting): Answers | undefined =>
  r.marked?.mine ?? r.scores?.[v.memory]?.answers;

/** Share of what is wanted that is missed. */
export function missed(r: Run, v: Setting): number {
  if (r.delay) return relativeError(r.delay.said, r.delay.wanted);
  return mineOf(r, v)?.missed ?? NaN;
}

/** What a push d steps ago still moves, as a share of what it moved at once. */
export const leftAt = ({ left }: Curve, d: number): number =>
  left[0] === 0 ? NaN : left[d]! / left[0]!;

/** The lag up to which less than a tenth is missed. */
export function reachOf({ errors }: Curve): number {
  const beyond = errors.findIndex((e) => !(e < 0.1));
  return beyond < 0 ? MOST_LAG : beyond === 0 ? 0 : lags[beyond - 1]!;
}

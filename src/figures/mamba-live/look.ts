import { keeping } from "../../kit/keeping.ts";
import { channelStates, hearing, type Channel, type Hearing } from "../../models/mamba/channel.ts";
import { chances, largest } from "../../models/sampling.ts";
import { layerOf } from "./places.ts";
import { characterOf, lengthOf, readingOf, type Run } from "./compute.ts";
import { sizesOf } from "./models.ts";
import type { Real } from "../../numerics/dense.ts";
import type { Setting } from "./params.ts";
import type { Reading } from "./reading.ts";
import type { Next } from "./recorded.ts";

/** The middle one of some numbers; of an even number the upper of the two. */
export const medianOf = (x: Real): number => x.toSorted()[x.length >> 1]!;

const means = keeping((delta: Real, E: number) =>
  Float64Array.from({ length: delta.length / E }, (_, t) => {
    let sum = 0;
    for (let e = t * E; e < (t + 1) * E; e++) sum += delta[e]!;
    return sum / E;
  }),
);

/** Channels of a layer by how much their Δ varies over the reader's own text: standard deviation by mean, falling. */
const ranks = keeping((delta: Real, E: number, L: number) => {
  const varies = Float64Array.from({ length: E }, (_, e) => {
    let [sum, squares] = [0, 0];
    for (let t = 0, i = e; t < L; t++, i += E) {
      sum += delta[i]!;
      squares += delta[i]! ** 2;
    }
    return Math.sqrt(Math.max(0, squares / L - (sum / L) ** 2)) / (sum / L);
  });
  return { order: largest(varies, E), varies };
});

const widthOf = (v: Setting) => sizesOf(v.model).channels;

/** The channel of a rank, 1 the first: the last one where there are fewer, the first where none is chosen. */
function rankedOf(reading: Reading, v: Setting, rank: number) {
  const E = widthOf(v);
  const { order, varies } = ranks(reading.layers[layerOf(v)]!.delta, E, reading.prompt);
  const index = order[Math.max(1, Math.min(E, rank)) - 1]!;
  return { index, varies: varies[index]! };
}

/** All channels of the chosen layer in that order. */
export const orderOf = (reading: Reading, v: Setting): readonly number[] =>
  ranks(reading.layers[layerOf(v)]!.delta, widthOf(v), reading.prompt).order;

/** The chosen channel's number, 1 the first, and how much its Δ varies. */
export function chosenOf(r: Run, v: Setting): { index: number; varies: number } | undefined {
  const reading = readingOf(r);
  if (reading) {
    const { index, varies } = rankedOf(reading, v, v.channel);
    return { index: index + 1, varies };
  }
  const kept = r.recorded;
  return kept && kept.layer === v.layer && v.channel <= 1
    ? { index: kept.index, varies: kept.varies }
    : undefined;
}

const column = (rows: Real, width: number, at: number) =>
  Float64Array.from({ length: rows.length / width }, (_, t) => rows[t * width + at]!);

const cut = keeping((reading: Reading, layer: number, index: number, E: number): Channel => {
  const { delta, u, B, C, A, D } = reading.layers[layer]!;
  const N = A.length / E;
  const own = (x: Float64Array) => x.subarray(index * N, (index + 1) * N);
  return {
    delta: column(delta, E, index),
    u: column(u, E, index),
    B,
    C,
    A: own(A),
    D: D[index]!,
    start: own(reading.before.states[layer]!),
  };
});

/** The chosen channel of the chosen layer by itself; that which varies most where the mean of all is chosen. */
export function channelOf(r: Run, v: Setting): Channel | undefined {
  const reading = readingOf(r);
  return reading && cut(reading, layerOf(v), rankedOf(reading, v, v.channel).index, widthOf(v));
}

/** The chosen channel's median Δ over what is shown. */
export const medianStepOf = (r: Run, v: Setting): number =>
  medianOf(channelOf(r, v)?.delta.subarray(0, lengthOf(r, v)) ?? new Float64Array());

/** Δ at every character: the mean of the layer's channels, or the chosen one's. */
export function deltaOf(r: Run, v: Setting): Float64Array | undefined {
  if (v.channel === 0) return meanOf(r, v);
  const kept = chosenOf(r, v) && r.recorded?.delta;
  return readingOf(r) ? channelOf(r, v)?.delta : kept;
}

/** Its mean over the channels of a layer, 0-based; the chosen one where none is given. */
export function meanOf(r: Run, v: Setting, layer = layerOf(v)): Float64Array | undefined {
  const reading = readingOf(r);
  if (!reading) return r.recorded?.layer === layer + 1 ? r.recorded.mean : undefined;
  if (layer !== layerOf(v)) return means0(reading, widthOf(v))[layer];
  return means(reading.layers[layer]!.delta, widthOf(v));
}
const means0 = keeping((reading: Reading, E: number) =>
  reading.layers.map(({ delta }) => {
    const L = delta.length / E;
    const all = new Float64Array(L);
    for (let t = 0; t < L; t++) {
      for (let e = t * E; e < (t + 1) * E; e++) all[t]! += delta[e]!;
      all[t]! /= E;
    }
    return all;
  }),
);

const against = keeping((delta: Float64Array, L: number) => {
  const seen = delta.subarray(0, L);
  const median = medianOf(seen);
  return { median, ratio: seen.map((d) => Math.log2(d / median)) };
});

/** By how many doublings Δ lies above its own median over what is shown, and that median. */
export function ratiosOf(r: Run, v: Setting) {
  const delta = deltaOf(r, v);
  return delta && against(delta, Math.min(delta.length, lengthOf(r, v)));
}

const run1 = keeping(channelStates);
/** The states of the chosen channel after each character, and its outputs. */
export function statesOf(r: Run, v: Setting) {
  const channel = channelOf(r, v);
  return channel && run1(channel);
}

const heard = keeping((channel: Channel, t: number) => hearing(channel, t));
/** What the chosen channel's output at t is made of. */
export function hearingOf(r: Run, v: Setting, t: number): Hearing | undefined {
  const channel = channelOf(r, v);
  return channel && t < channel.u.length ? heard(channel, t) : undefined;
}

const shares = keeping((reading: Reading, layer: number, E: number, t: number) => {
  const share = new Float64Array(t + 1);
  let before = 0;
  const { delta, u, B, C, A, D } = reading.layers[layer]!;
  const start = reading.before.states[layer]!;
  const N = A.length / E;
  for (let e = 0; e < E; e++) {
    const own = (x: Float64Array) => x.subarray(e * N, (e + 1) * N);
    const one = { delta: column(delta, E, e), u: column(u, E, e), B, C, A: own(A), D: D[e]! };
    const { row, before: old } = hearing({ ...one, start: own(start) }, t);
    row.forEach((k, s) => (share[s]! += Math.abs(k * one.u[s]!)));
    before += Math.abs(old);
  }
  const all = share.reduce((a, b) => a + b, before);
  return { share: share.map((x) => x / all), before: before / all };
});
/** Each character's share of what all states of the chosen layer say at t, signs apart: they sum to one, with what came before. */
export function sharesOf(r: Run, v: Setting, t: number) {
  const reading = readingOf(r);
  if (!reading || t >= reading.ids.length) return undefined;
  return shares(reading, layerOf(v), widthOf(v), t);
}

/** All probabilities of the character behind t; of the changed reading where asked. */
export function chancesAt(
  r: Run,
  v: Setting,
  t: number,
  changed = false,
): Float64Array | undefined {
  const reading = readingOf(r);
  const logits = changed ? r.changed?.logits : reading?.logits;
  if (!reading || !logits || t >= reading.ids.length) return undefined;
  return spread(logits, t, logits.length / reading.ids.length, v.temperature, v.topk);
}
const spread = keeping((logits: Real, t: number, width: number, T: number, most: number) =>
  chances(Float64Array.from(logits.subarray(t * width, (t + 1) * width)), T, most),
);

/** The most probable characters behind t. */
export function topOf(r: Run, v: Setting, t: number, count: number): readonly Next[] | undefined {
  const changed = v.show === "whatif" && r.changed !== undefined;
  const was = chancesAt(r, v, t);
  if (!was) return r.recorded?.top[t]?.slice(0, count);
  const share = changed ? chancesAt(r, v, t, true)! : was;
  return largest(share, count).map((id) => ({
    character: characterOf(r, v, id),
    share: share[id]!,
    ...(changed && { was: was[id]! }),
  }));
}

const all = keeping((reading: Reading, layer: number, E: number, t: number): Float64Array => {
  const { delta, u, B, A } = reading.layers[layer]!;
  const h = Float64Array.from(reading.before.states[layer]!);
  const N = h.length / E;
  for (let s = 0; s <= t; s++)
    for (let e = 0; e < E; e++) {
      const d = delta[s * E + e]!;
      const x = d * u[s * E + e]!;
      for (let n = 0; n < N; n++) {
        const i = e * N + n;
        h[i] = Math.exp(d * A[i]!) * h[i]! + x * B[s * N + n]!;
      }
    }
  return h;
});
/** All states of the chosen layer after character t, channels × states. */
export const memoryOf = (reading: Reading, v: Setting, t: number): Float64Array =>
  all(reading, layerOf(v), widthOf(v), t);

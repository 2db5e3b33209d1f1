import { keeping } from "../../kit/keeping.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { MAMBA } from "./model.ts";
import { knownIn, type Setting, strangeIn } from "./params.ts";
import { channelOf, hiddenMatrix, type Models, type Reading } from "./reading.ts";
import { recordedFor, type Recorded } from "./recorded.ts";

export interface Run {
  /** What is read, and what of the text is skipped. */
  readonly characters: readonly string[];
  readonly strange: readonly string[];
  /** Both maps of the first text, as far as they are kept: shown until the models are here. */
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly models?: Models;
  readonly reading?: Reading;
}

const parts = keeping((text: string) => ({ characters: knownIn(text), strange: strangeIn(text) }));

export function run(v: Setting): Run {
  const recorded = recordedFor(v);
  return { ...parts(v.text), ...(recorded && { recorded }) };
}

const hidden = keeping((reading: Reading, layer: number, channel: number): Matrix => {
  const of = reading.layers[layer - 1]!;
  return channel === 0 ? of.mean : hiddenMatrix(channelOf(of, channel - 1, reading.T));
});

const attended = keeping((reading: Reading, block: number, head: number): Matrix => {
  const heads = reading.attention[block - 1]!;
  if (head > 0) return heads[head - 1]!;
  const mean = zeros(reading.T, reading.T);
  for (const { data } of heads) data.forEach((w, k) => (mean.data[k]! += w / heads.length));
  return mean;
});

/** The hidden attention of the Mamba; undefined as long as nobody knows. */
export const mambaMap = ({ reading, recorded }: Run, v: Setting): Matrix | undefined =>
  reading ? hidden(reading, v.layer, Math.min(v.channel, MAMBA.channels)) : recorded?.mamba;

/** The attention of the Transformer. */
export const transformerMap = ({ reading, recorded }: Run, v: Setting): Matrix | undefined =>
  reading ? attended(reading, v.block, v.head) : recorded?.transformer;

export const placeOf = (r: Run, t: number): number =>
  Math.max(0, Math.min(r.characters.length - 1, Math.floor(t)));

/** What one row says. */
export interface Row {
  readonly weights: Float64Array;
  /** The character of the largest weight by size; as many characters back hold half of all that there is. */
  readonly strongest: number;
  readonly reach: number;
  /** Of the sizes the share below zero. */
  readonly negative: number;
  readonly sum: number;
  readonly size: number;
}

export function rowOf({ cols, data }: Matrix, t: number): Row {
  const weights = data.subarray(t * cols, t * cols + t + 1);
  let [strongest, sum, size, below] = [0, 0, 0, 0];
  weights.forEach((w, s) => {
    if (Math.abs(w) > Math.abs(weights[strongest]!)) strongest = s;
    sum += w;
    size += Math.abs(w);
    if (w < 0) below -= w;
  });
  let [held, reach] = [Math.abs(weights[t]!), 0];
  while (held < size / 2 && reach < t) held += Math.abs(weights[t - ++reach]!);
  return { weights, strongest, reach, negative: size > 0 ? below / size : 0, sum, size };
}

/** What two rows, as shares of their sizes, have in common: 1 where they are alike, 0 where they never meet. */
export const sharedBy = (a: Row, b: Row): number =>
  a.weights.reduce(
    (sum, w, s) => sum + Math.min(Math.abs(w) / a.size || 0, Math.abs(b.weights[s]!) / b.size || 0),
    0,
  );

import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { type Coded, code, totalBits } from "../../models/waveform/codec.ts";
import { lagsOfFrames } from "../../models/waveform/lpc.ts";
import { fadingLags } from "../../models/waveform/predictors.ts";
import { samplesOf } from "./clips.ts";
import { type Foretold, HOP, hopsOf } from "./foretold.ts";
import { params, type Setting, type Way } from "./params.ts";
import { type Recorded, recordedFor } from "./recorded.ts";

export interface Run {
  /** The sound: 16-bit numbers, 8,000 a second, and steps of 10 ms in it. */
  readonly x: Int32Array;
  readonly hops: number;
  readonly coded: Readonly<Record<Exclude<Way, "s6">, Coded>>;
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly model?: Shipped;
  readonly s6?: Foretold;
}

/** Bits of a sample as it comes. */
export const RAW = 16;

const same = keeping((x: Int32Array) => code(x, { kind: "same" }));
/** Lags of a larger order serve the smaller ones: while p moves they stay. */
const lagsUpTo = (p: number) => (2 * p <= params.p.max ? params.p.max / 2 : params.p.max);
const framed = keeping((x: Int32Array, ms: number, most: number) =>
  lagsOfFrames(x, frameOf(ms), most),
);
const faded = keeping(fadingLags);
const sent = keeping((x: Int32Array, p: number, ms: number) =>
  code(x, { kind: "sent", p, frame: frameOf(ms) }, framed(x, ms, lagsUpTo(p))),
);
const past = keeping((x: Int32Array, p: number) =>
  code(x, { kind: "past", p }, faded(x, lagsUpTo(p))),
);

/** Samples of a frame. */
export const frameOf = (ms: number): number => 8 * ms;

export function run({ clip, p, frame }: Setting): Run {
  const x = samplesOf(clip);
  const recorded = recordedFor(clip.kind);
  return {
    x,
    hops: hopsOf(x.length),
    coded: { same: same(x), sent: sent(x, p, frame), past: past(x, p) },
    ...(recorded && { recorded }),
  };
}

/** What is left of the sound, as it is foretold now; nothing while S6 is not through. */
export const leftOf = (r: Run, way: Way): Coded | undefined => (way === "s6" ? r.s6 : r.coded[way]);

const summed = new WeakMap<Coded, number>();
function sumOf(coded: Coded): number {
  const known = summed.get(coded);
  if (known !== undefined) return known;
  const bits = totalBits(coded);
  summed.set(coded, bits);
  return bits;
}

/** Bits a sample, with what is sent besides; S6's from the record while it is not through. */
export function bitsOf(r: Run, way: Way): number {
  const left = leftOf(r, way);
  const bits = left ? sumOf(left) : r.recorded?.bits;
  return bits === undefined ? NaN : bits / r.x.length;
}

/** Bits a sample for what is sent besides. */
export const sideOf = (r: Run, way: Way): number => (leftOf(r, way)?.side ?? 0) / r.x.length;

/** The hop at the playhead. */
export const hopAt = (r: Run, t: number): number =>
  Math.max(0, Math.min(r.hops - 1, Math.floor(t)));
/** The sample in its middle. */
export const middleOf = (r: Run, t: number): number =>
  Math.min(r.x.length - 1, hopAt(r, t) * HOP + HOP / 2);

const column = keeping((all: Float64Array, hops: number, channel: number) => {
  const E = all.length / hops;
  return Float64Array.from({ length: hops }, (_, hop) => all[hop * E + channel - 1]!);
});

/** Δ of the chosen channel at each hop; one channel is recorded. */
export function deltaOf(r: Run, { layer, channel }: Setting): ArrayLike<number> | undefined {
  if (r.s6) return column(r.s6.delta[layer - 1]!, r.hops, channel);
  const { recorded } = r;
  return recorded?.layer === layer && recorded.channel === channel ? recorded.delta : undefined;
}

/** The frame with the most energy. */
export const loudest = keeping((x: Int32Array, size: number) => {
  let [best, most] = [0, -1];
  for (let at = 0; at === 0 || at + size <= x.length; at += size) {
    let sum = 0;
    for (let t = at; t < Math.min(x.length, at + size); t++) sum += x[t]! * x[t]!;
    if (sum > most) [best, most] = [at, sum];
  }
  return { from: best, size: Math.min(size, x.length), energy: most };
});

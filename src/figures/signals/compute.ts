import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { classical, type Classical, type Count, saidBy } from "../../models/radio/judge.ts";
import { link, type Link } from "../../models/radio/link.ts";
import { onDecisions, onPilots, wrongOf } from "../../models/radio/receivers.ts";
import { type Heard, type Recorded, countsFor, recordedFor } from "./recorded.ts";
import type { Setting } from "./params.ts";

/** Who tells the symbols: the trained S6 between the classical receivers, the best first. */
export const receivers = ["known", "s6", "pilots", "directed", "none"] as const;
export type Receiver = (typeof receivers)[number];

/** The trained receivers by their layers, and which model each is. */
export const trained = { two: "radio", three: "radio-deep" } as const;
export type Layers = keyof typeof trained;

/** Signal-to-noise ratios at which errors are counted, in dB. */
export const RATIOS = [0, 5, 10, 15, 20, 25] as const;

/** Wrong symbols at each ratio. */
export type Counts = readonly Count<Classical | Layers>[];

export interface Run {
  readonly link: Link;
  /** The Kalman filter's estimate before and after each symbol, complex numbers in pairs, and its gain. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly gain: Float64Array;
  /** What the filter directed by its decisions takes the channel for before each symbol. */
  readonly directed: Float64Array;
  /** 1 where a symbol is told wrongly. */
  readonly wrong: Readonly<Record<Classical, Uint8Array>>;
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly models?: Readonly<Record<Layers, Shipped>>;
  readonly heard?: Heard;
  readonly counts?: Counts;
}

const transmission = keeping((snr: number, a: number, every: number, seed: number) => {
  const l = link({ snr, a, every }, seed);
  const filtered = onPilots(l);
  return {
    link: l,
    before: filtered.predictedMean.data,
    after: filtered.filteredMean.data,
    gain: Float64Array.from(filtered.gains, (K) => K.data[0]!),
    directed: onDecisions(l),
    wrong: Object.fromEntries(classical.map((who) => [who, wrongOf(l, saidBy[who](l))])) as Record<
      Classical,
      Uint8Array
    >,
  };
});

export function run(v: Setting): Run {
  const [recorded, counts] = [recordedFor(v), countsFor(v)];
  return {
    ...transmission(v.snr, v.a, v.every, v.seed),
    ...(recorded && { recorded }),
    ...(counts && { counts }),
  };
}

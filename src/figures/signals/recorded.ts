import type { Counts } from "./compute.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };

/** What a trained S6 made of a transmission. */
export interface Heard {
  readonly said: Uint8Array;
  /** What its answers say of the channel, as points whose direction counts. */
  readonly believed: Float64Array;
}

/** The same from the record: shown until the model is here. Directions in whole degrees. */
export type Recorded = Heard;

const { setting, counted } = json;
const DEGREE = Math.PI / 180;
const recorded: Recorded = {
  said: Uint8Array.from(json.said, Number),
  believed: Float64Array.from(
    json.believed.flatMap((angle) => [Math.cos(angle * DEGREE), Math.sin(angle * DEGREE)]),
  ),
};

/** The record, at its own setting. */
export const recordedFor = (v: Setting): Recorded | undefined =>
  v.upTo === "two" &&
  v.snr === setting.snr &&
  v.a === setting.a &&
  v.every === setting.every &&
  v.seed === setting.seed
    ? recorded
    : undefined;

/** Errors counted beforehand over 64 transmissions, at the channel that they are for. */
export const countsFor = (v: Pick<Setting, "a" | "every" | "seed">): Counts | undefined =>
  v.a === setting.a && v.every === setting.every && v.seed === setting.seed ? counted : undefined;

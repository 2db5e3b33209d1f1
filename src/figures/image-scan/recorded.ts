import type { Link } from "./compute.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };
import { CLASSES } from "./reading.ts";
import { PIXELS } from "./sheet.ts";

/** One reading by the shipped model, kept by tools/record-digits.ts: shown until the model is here. */
export interface Recorded {
  /** PIXELS × classes. */
  readonly shares: Float64Array;
  readonly layer: number;
  readonly channel: number;
  /** Of that channel: Δ and input at each step; at step `t` what is still heard of each, what its state says, and one link. */
  readonly delta: Float64Array;
  readonly u: Float64Array;
  readonly t: number;
  readonly heard: Float64Array;
  readonly said: number;
  readonly link: Link;
}

/** Shares are kept in steps of 1/4095, as two letters each. */
export const STEPS = 4095;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
export const packShares = (shares: Float64Array): string =>
  Array.from(shares, (x) => {
    const k = Math.round(x * STEPS);
    return letters[k >> 6]! + letters[k & 63]!;
  }).join("");
const unpackShares = (text: string) =>
  Float64Array.from({ length: PIXELS * CLASSES }, (_, i) => {
    const letter = (k: number) => letters.indexOf(text[k]!);
    return (letter(2 * i) * 64 + letter(2 * i + 1)) / STEPS;
  });

const { delta, u, heard, shares, ...rest } = json.run;
const recorded: Recorded = {
  ...rest,
  shares: unpackShares(shares),
  delta: Float64Array.from(delta),
  u: Float64Array.from(u),
  heard: Float64Array.from(heard),
};

export const recordedFor = ({
  digit,
  order,
}: Pick<Setting, "digit" | "order">): Recorded | undefined =>
  digit.kind === "given" && digit.id === json.digit && order === json.order ? recorded : undefined;

/** What the model's card says. */
export const card = json.card;

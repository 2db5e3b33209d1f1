import { askedOf, wrongOf } from "../../models/radio/receivers.ts";
import { RATIOS, type Receiver, type Run } from "./compute.ts";
import type { Heard } from "./recorded.ts";
import type { Setting } from "./params.ts";

/** What the trained S6 made of the transmission, as far as anyone knows. */
export const heardOf = (r: Run): Heard | undefined => r.heard ?? r.recorded;

/** Where a receiver is wrong; undefined while the S6 is on its way. */
export function wrongBy(r: Run, who: Receiver): Uint8Array | undefined {
  if (who !== "s6") return r.wrong[who];
  const heard = heardOf(r);
  return heard && wrongOf(r.link, heard.said);
}

/** Which setting brings a receiver in; the two ends of the scale are always there. */
const rank = { known: 0, none: 0, pilots: 1, directed: 2, s6: 3, two: 3, three: 3 } as const;
/** Whether a receiver stands in the picture of a transmission. */
export const shows = ({ upTo }: Pick<Setting, "upTo">, who: Receiver): boolean =>
  rank[who] <= rank[upTo];

export const stepOf = (r: Run, t: number): number => Math.min(r.link.L - 1, Math.floor(t));

/** Symbols told wrongly so far. */
export const wrongSoFar = (r: Run, who: Receiver, t: number): number =>
  wrongBy(r, who)
    ?.subarray(0, stepOf(r, t) + 1)
    .reduce((a, b) => a + b, 0) ?? NaN;

export const askedSoFar = (r: Run, t: number): number => askedOf(r.link, stepOf(r, t) + 1);

/** The angle of a complex number of an array of pairs, in degrees. */
export const angleOf = (pairs: Float64Array, t: number): number =>
  (Math.atan2(pairs[2 * t + 1]!, pairs[2 * t]!) * 180) / Math.PI;

/** An angle between −180 and 180 degrees. */
export const wrapped = (angle: number): number => angle - 360 * Math.round(angle / 360);

/** By how much an estimate is turned against the channel, in degrees. */
export const turnOf = ({ link }: Run, estimate: Float64Array, t: number): number =>
  wrapped(angleOf(estimate, t) - angleOf(link.g, t));

/** The channel's angle without its jumps of a whole turn. */
export function unwound({ link: { g, L } }: Run): Float64Array {
  const angles = new Float64Array(L);
  for (let t = 0; t < L; t++)
    angles[t] = t === 0 ? angleOf(g, 0) : angles[t - 1]! + wrapped(angleOf(g, t) - angles[t - 1]!);
  return angles;
}

/** How far the S6's belief and the Kalman filter's estimate lie apart, root mean square in degrees, behind the first pilot. */
export function apart(r: Run): number {
  const believed = heardOf(r)?.believed;
  if (!believed) return NaN;
  let sum = 0;
  for (let t = 1; t < r.link.L; t++)
    sum += wrapped(angleOf(believed, t) - angleOf(r.before, t)) ** 2;
  return Math.sqrt(sum / (r.link.L - 1));
}

/** Steps since the last pilot. */
export const sincePilot = ({ link: { every } }: Run, t: number): number => Math.floor(t) % every;

/** By how much the channel has turned since the last pilot, in degrees. */
export function turnedSince(r: Run, t: number): number {
  const step = stepOf(r, t);
  const { g } = r.link;
  return wrapped(angleOf(g, step) - angleOf(g, step - sincePilot(r, step)));
}

/** Which of the counted ratios is nearest to the setting's. */
export const nearest = ({ snr }: Setting): number => Math.round(snr / 5);

/** The share that a receiver tells wrongly at a counted ratio, in %; NaN while nothing is counted. */
export function shareOf(
  r: Run,
  who: Exclude<Receiver, "s6"> | "two" | "three",
  ratio: number,
): number {
  const count = r.counts?.[ratio];
  return count ? (100 * count.wrong[who]) / count.of : NaN;
}

export const ratioAt = (v: Setting): number => RATIOS[nearest(v)]!;

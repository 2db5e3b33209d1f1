import type { Stack } from "../mamba/stack.ts";
import { askedOf, decide, onDecisions, onPilots, undisturbed, wrongOf } from "./receivers.ts";
import { type Channel, link, type Link } from "./link.ts";
import { listen } from "./trained.ts";

/** Who tells the symbols: nobody knows of the channel, the Kalman filter on the pilots, directed by its decisions, a known channel. */
export const classical = ["none", "pilots", "directed", "known"] as const;
export type Classical = (typeof classical)[number];

/** What each of them decides. */
export const saidBy: Readonly<Record<Classical, (link: Link) => Uint8Array>> = {
  none: undisturbed,
  pilots: (l) => decide(l, onPilots(l).predictedMean.data),
  directed: (l) => decide(l, onDecisions(l)),
  known: (l) => decide(l, l.g),
};

/** Wrong symbols of `of`, for each receiver. */
export interface Count<R extends string> {
  readonly of: number;
  readonly wrong: Readonly<Record<R, number>>;
}

/** Counts the wrong symbols of `links` transmissions, whose seeds begin at `seed`, for the classical receivers and the trained ones. */
export function judge<R extends string>(
  channel: Channel,
  seed: number,
  links: number,
  trained: Readonly<Record<R, Stack>>,
): Count<Classical | R> {
  const wrong = {} as Record<Classical | R, number>;
  let of = 0;
  const add = (who: Classical | R, l: Link, said: Uint8Array) =>
    void (wrong[who] = (wrong[who] ?? 0) + wrongOf(l, said).reduce((a, b) => a + b, 0));
  for (let k = 0; k < links; k++) {
    const l = link(channel, seed + k);
    of += askedOf(l);
    for (const who of classical) add(who, l, saidBy[who](l));
    for (const who of Object.keys(trained) as R[]) add(who, l, listen(trained[who], l));
  }
  return { of, wrong };
}

/** The share that a receiver gets wrong who knows the channel: QPSK under Rayleigh fading, averaged over all strengths (Proakis, Digital Communications, §14.4). */
export function knownShare(snr: number): number {
  const mean = 10 ** (snr / 10) / 2; // of one bit
  const bit = (1 - Math.sqrt(mean / (1 + mean))) / 2;
  const mu = Math.sqrt(mean / (1 + mean));
  // Both bits share one strength: 1 − (1 − Q)² averaged is 2 E Q − E Q².
  const square = 1 / 4 - (mu / Math.PI) * Math.atan(1 / mu);
  return 2 * bit - square;
}

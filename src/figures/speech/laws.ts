import { BANDS, bandsOf, HOP, openEar, WINDOW } from "../../models/speech/bands.ts";
import { CLASSES } from "../../models/speech/listener.ts";
import { deltaOf, sharesOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { recordedFor } from "./recorded.ts";

/** Heard in pieces of odd lengths, a sound gives the bands that it gives as a whole. */
export function piecesAgree({ samples, bands }: Run): boolean {
  const ear = openEar();
  const first = samples.subarray(0, 8000); // a second of it: a law is checked at every setting
  let at = 0;
  for (let from = 0, n = 1; from < first.length; from += n, n = (n * 7 + 3) % 997)
    for (const x of ear.hear(first.slice(from, from + n))) if (x !== bands[at++]) return false;
  return true;
}

/** What is heard of the first half is the same, whatever follows. */
export function nothingAhead({ samples, bands }: Run): boolean {
  const half = bandsOf(samples.slice(0, Math.floor(samples.length / 2)));
  return half.every((x, i) => x === bands[i]);
}

/** The bands are between −1 and 1, and one frame every 10 ms is whole. */
export function inRange({ samples, bands, frames }: Run, v: Setting): boolean {
  const whole = Math.max(0, Math.floor((samples.length - WINDOW) / HOP) + 1);
  return (
    bands.every((x) => x >= -1 - 1e-12 && x <= 1 + 1e-12) &&
    bands.length === frames * BANDS &&
    (v.sound.kind === "live" || frames === whole)
  );
}

/** The eleven probabilities of a frame add up to one. */
export function addUp(r: Run): boolean {
  const shares = sharesOf(r);
  if (!shares) return true;
  const slack = r.heard ? 1e-12 : 1e-2; // a record keeps steps of 1/4095
  for (let at = 0; at < shares.length; at += CLASSES) {
    let sum = 0;
    for (let k = 0; k < CLASSES; k++) sum += shares[at + k]!;
    if (Math.abs(sum - 1) > slack) return false;
  }
  return true;
}

/** Δ > 0: no state is ever blown up. */
export const stepsForward = (r: Run, v: Setting): boolean =>
  (deltaOf(r, v) ?? []).every((x) => x > 0);

/** Where this setting was recorded, the record is what the weights give here. */
export function asRecorded(r: Run, v: Setting): boolean {
  const kept = recordedFor(v)?.shares;
  return !kept || !r.heard || sharesOf(r)!.every((x, i) => Math.abs(x - kept[i]!) < 1 / 2000);
}

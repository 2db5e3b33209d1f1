import { type Run } from "./compute.ts";
import { heardOf } from "./look.ts";
import type { Setting } from "./params.ts";

/** From one symbol to the next the estimate shrinks by a and goes nowhere else. */
export const shrinks = ({ before, after }: Run, { a }: Setting): boolean =>
  before.every((x, k) => k < 2 || Math.abs(x - a * after[k - 2]!) < 1e-12);

/** K = P⁻ / (P⁻ + r) at a pilot and 0 between, with P ← a² P + 1 − a². */
export function opensAtPilots({ link: { pilot, r }, gain }: Run, { a }: Setting): boolean {
  let P = 1;
  return gain.every((K, t) => {
    if (t > 0) P = a * a * P + 1 - a * a;
    const now = pilot[t] ? P / (P + r) : 0;
    P *= 1 - now;
    return Math.abs(K - now) < 1e-9;
  });
}

/** Who knows the channel is wrong only where the noise is stronger than √½ |g|: the border is so far away. */
export function onlyNoiseDeceives({ link, wrong: { known } }: Run): boolean {
  const { g, y, symbols } = link;
  return known.every((wrong, t) => {
    if (wrong === 0) return true;
    const [re, im] = [symbols[t]! & 2 ? -1 : 1, symbols[t]! & 1 ? -1 : 1].map(
      (x) => x * Math.SQRT1_2,
    );
    const [c, d] = [g[2 * t]!, g[2 * t + 1]!];
    const noise = Math.hypot(y[2 * t]! - c * re! + d * im!, y[2 * t + 1]! - c * im! - d * re!);
    return noise >= Math.SQRT1_2 * Math.hypot(c, d) - 1e-12;
  });
}

/** What was recorded is what the weights say here. */
export function asRecorded({ recorded, heard }: Run): boolean {
  if (!recorded || !heard) return true;
  const near = (t: number) => {
    const [c, d] = [recorded.believed[2 * t]!, recorded.believed[2 * t + 1]!];
    const [e, f] = [heard.believed[2 * t]!, heard.believed[2 * t + 1]!];
    return c * e + d * f >= 0.999 * Math.hypot(e, f);
  };
  return heard.said.every((s, t) => s === recorded.said[t] && near(t));
}

/** A receiver is never wrong about a pilot, nor more often than it is asked. */
export const pilotsAreKnown = (r: Run): boolean => {
  const { pilot, symbols } = r.link;
  const said = heardOf(r)?.said;
  const told = Object.values(r.wrong).every((wrong) => wrong.every((w, t) => w === 0 || !pilot[t]));
  return told && symbols.every((s) => s < 4) && (said?.every((s) => s < 4) ?? true);
};

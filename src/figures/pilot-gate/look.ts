import type { Gate } from "../../models/radio/trained.ts";
import { forgottenByFilter, forgottenByState, RATIOS, type Run } from "./compute.ts";
import type { Part } from "./parts.ts";
import type { Setting } from "./params.ts";
import type { Watched } from "./recorded.ts";

export const watchedOf = (r: Run): Watched | undefined => r.watched ?? r.recorded;
export const gateOfPart = (r: Run, { part }: Pick<Setting, "part">): Gate | undefined =>
  watchedOf(r)?.gates?.[part];

export const stepOf = (r: Run, t: number): number => Math.min(r.link.L - 1, Math.floor(t));
export const pilotBefore = (r: Run, step: number): number => step - (step % r.link.every);

/** The real or the imaginary part of complex numbers in pairs. */
export const partOf = (pairs: Float64Array, part: Part): Float64Array =>
  Float64Array.from(
    { length: pairs.length / 2 },
    (_, t) => pairs[2 * t + (part === "re3" ? 0 : 1)]!,
  );

/** The gate where it opens: one step after the last pilot that it has answered; NaN before. */
export function gateAtPilot(r: Run, v: Setting, t: number): number {
  const at = pilotBefore(r, stepOf(r, t) - 1) + 1;
  return at < 1 ? NaN : (gateOfPart(r, v)?.gate[at] ?? NaN);
}

/** The gate in the mean of the steps three or more after a pilot. */
export function gateBetween(r: Run, v: Setting): number {
  const between = gateOfPart(r, v)?.gate.filter((_, t) => t % r.link.every >= 3);
  return between ? between.reduce((a, b) => a + b, 0) / between.length : NaN;
}

/** The factor that brings a state nearest to the filter's estimate, and how well they go together (correlation, its size). */
export function fitOf(r: Run, v: Setting): { factor: number; together: number } {
  const gate = gateOfPart(r, v);
  if (!gate) return { factor: NaN, together: NaN };
  const [estimate, state] = [partOf(r.after, v.part), gate.state];
  let [xx, xy, yy] = [0, 0, 0];
  // The state hears of a pilot one step later.
  for (let t = 1; t < state.length; t++) {
    xx += state[t]! ** 2;
    xy += state[t]! * estimate[t - 1]!;
    yy += estimate[t - 1]! ** 2;
  }
  return { factor: xx > 0 ? xy / xx : 0, together: Math.abs(xy) / Math.sqrt(xx * yy) };
}

export const forgottenHere = (r: Run, v: Setting): number => {
  const gate = gateOfPart(r, v);
  return gate ? 100 * forgottenByState(gate, v.every) : NaN;
};

export const nearest = ({ snr }: Setting): number => Math.round(snr / 5);
export const ratioAt = (v: Setting): number => RATIOS[nearest(v)]!;
export const filterAt = (v: Setting): number => 100 * forgottenByFilter({ ...v, snr: ratioAt(v) });
export const stateAt = (r: Run, v: Setting, part: Part): number =>
  100 * (watchedOf(r)?.forgotten[part][nearest(v)] ?? NaN);

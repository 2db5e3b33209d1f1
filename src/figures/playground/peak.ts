import { decibels, frequencyResponse, loudest } from "../../models/frequency.ts";
import type { StateSpace } from "../../models/ssm.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import type { Setting } from "./params.ts";

/** The loudest frequency, in radians a step, its gain and that at rest, in decibels. */
export interface Peak {
  readonly at: number;
  readonly gain: number;
  readonly rest: number;
}

/** As near to rest as makes no difference: at 0 itself an eigenvalue 1 that nothing drives would look like one that is driven. */
const REST = 1e-9;

/** Where a response is loudest: 0 where nothing is louder than rest, no frequency (NaN) where all pass alike, ∞ dB on an eigenvalue of size 1. */
export function peakOf(
  model: StateSpace,
  readout: Setting["readout"],
  omega: Float64Array,
  H: ComplexVector,
  edge: readonly number[],
): Peak {
  const at = (w: Float64Array) => frequencyResponse(model, w, readout);
  const gainAt = (w: number) => tidy(decibels(at(Float64Array.of(w)))[0]!);
  const heard = edge.filter((w) => swells(at, w));
  const rest = heard.includes(0) ? Infinity : gainAt(REST);
  if (heard.length > 0) return { at: Math.min(...heard), gain: Infinity, rest };
  const all = [rest, ...Array.from(decibels(H), tidy)];
  const gain = Math.max(...all);
  if (Math.min(...all) === gain) return { at: NaN, gain, rest };
  const w = loudest(omega, H, at);
  return rest >= gainAt(w) ? { at: 0, gain: rest, rest } : { at: w, gain: gainAt(w), rest };
}

/** Without the digits that are rounding. */
const tidy = (x: number) => (Number.isFinite(x) ? Math.round(x * 1e9) / 1e9 + 0 : x);

/** A frequency worth a look and what is made of it, [re, im]: the loudest, or 1 where that has no end or is none. */
export function lookedAt(model: StateSpace, { at, gain }: Peak, driven: number | undefined) {
  const omega = driven ?? (Number.isFinite(at) && gain < Infinity ? at : 1);
  const { re, im } = frequencyResponse(model, Float64Array.of(omega));
  return { omega, H: [[re[0]!, im[0]!]] };
}

/** Whether the response grows without bound towards a frequency: an eigenvalue there that nothing drives or reads leaves it as it is. */
function swells(at: (w: Float64Array) => ComplexVector, w: number): boolean {
  const [near, far] = decibels(at(Float64Array.of(w + 1e-6, w + 1e-3)));
  return near! - far! > 40;
}

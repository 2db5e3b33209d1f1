import type { Readout } from "../../kit/figure.ts";
import { continuousResponse, decibels } from "../../models/frequency.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { type Run, steppedAt } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;

const resonates = (v: Setting) => v.system === "resonator";
export const smoothAt = (r: Run, v: Setting) => continuousResponse(r.model, Float64Array.of(v.w));
export const heardAt = (r: Run, v: Setting) => steppedAt(r.steps, Float64Array.of(v.w), v);
const degrees = ({ re, im }: ComplexVector) => (180 / Math.PI) * Math.atan2(im[0]!, re[0]!);

/** A frequency of the continuous system, where bilinear steps hear it. */
export const warpedTo = (w: number, { dt }: Pick<Setting, "dt">): number =>
  (2 / dt) * Math.atan((w * dt) / 2);

export const readouts = {
  peak: { label: "answers most to, per unit of time", of: (r) => r.peak },
  steppedPeak: {
    label: "its steps answer most to",
    foot: true,
    of: (r) => r.steppedPeak,
  },
  warped: {
    label: "(2/Δ) arctan(ωΔ/2) of the system's peak",
    when: resonates,
    of: (r, v) => warpedTo(r.peak, v),
  },
  fastest: {
    label: "the fastest that steps can tell, π/Δ",
    foot: true,
    of: (_, v) => Math.PI / v.dt,
  },
  gain: { label: "gain there, dB", foot: true, of: (r, v) => decibels(heardAt(r, v))[0]! },
  smoothGain: {
    label: "gain of the continuous system, dB",
    foot: true,
    of: (r, v) => decibels(smoothAt(r, v))[0]!,
  },
  phase: { label: "phase there, degrees", of: (r, v) => degrees(heardAt(r, v)) },
  smoothPhase: {
    label: "phase of the continuous system, degrees",
    of: (r, v) => degrees(smoothAt(r, v)),
  },
  turn: { label: "steps in a turn at this frequency", of: (_, v) => (2 * Math.PI) / (v.w * v.dt) },
} as const satisfies Readonly<Record<string, Out>>;

import type { Readout } from "../../kit/figure.ts";
import { apart, onCircle, polesAt, radiusOf, selects, stepAt, type Run } from "./compute.ts";
import { rms } from "./noise.ts";
import type { Setting } from "./params.ts";

/** Steps until half is forgotten; none where everything is carried along and then gone. */
const halfLife = (radius: number) =>
  radius >= 1 || onCircle(radius) ? Infinity : radius === 0 ? NaN : Math.LN2 / -Math.log(radius);

/** How often the truth lies in the band that is drawn, in per cent. */
function covered({ noisy: life }: Run): number {
  const e = life?.estimate;
  if (!e || e.y.length === 0) return NaN;
  const inside = e.y.filter((y, t) => Math.abs(life.truth[t]! - y) <= 2 * e.sd[t]! + 1e-12);
  return (100 * inside.length) / e.y.length;
}

type R = Readout<Setting, Run>;
const radius = (r: Run, v: Setting, t: number) => {
  const z = polesAt(r, v, t);
  return z.re.length > 0 ? radiusOf(z) : NaN;
};
const noisy = (v: Setting) => v.Q > 0 || v.R > 0;

export const readouts = {
  y: {
    label: "output now",
    symbol: "y",
    foot: true,
    of: (r, _, t) => (r.finite ? r.y[stepAt(r, t)]! : NaN),
  },
  u: { label: "input now", symbol: "u", of: (r, _, t) => r.u[Math.floor(t)]! },
  radius: { label: "spectral radius", symbol: "lambda", foot: true, digits: 4, of: radius },
  halfLife: {
    label: "half-life, in steps",
    symbol: "halfLife",
    of: (r, v, t) => halfLife(radius(r, v, t)),
  },
  delta: {
    label: "step size now",
    symbol: "Delta",
    foot: true,
    when: selects,
    of: (r, _, t) => r.dts[Math.min(r.dts.length - 1, Math.floor(t))] ?? NaN,
  },
  gain: { label: "loudest frequency's gain, in dB", foot: true, of: (r) => r.peak.gain },
  loudest: {
    label: "loudest frequency, in radians a step",
    symbol: "omega",
    foot: true,
    of: (r) => r.peak.at,
  },
  still: { label: "gain at rest, in dB", of: (r) => r.peak.rest },
  apart: {
    label: "two ways to the output apart, relative",
    foot: true,
    when: (v) => !selects(v),
    of: apart,
  },
  missMeasured: {
    label: "the measurement misses by",
    foot: true,
    when: noisy,
    of: (r) => (r.noisy ? rms(r.noisy.measured, r.noisy.truth) : NaN),
  },
  missEstimate: {
    label: "the estimate misses by",
    foot: true,
    when: (v) => noisy(v) && v.estimate !== "none",
    of: (r) => (r.noisy?.estimate ? rms(r.noisy.estimate.y, r.noisy.truth) : NaN),
  },
  nis: {
    label: "mean NIS, 1 where the filter is right about Q and R",
    foot: true,
    when: (v) => noisy(v) && v.estimate !== "none",
    of: (r) => r.noisy?.estimate?.nis ?? NaN,
  },
  unsure: {
    label: "standard deviation of the estimate now",
    foot: true,
    when: (v) => noisy(v) && v.estimate !== "none",
    of: (r, _, t) => {
      const sd = r.noisy?.estimate?.sd;
      return sd?.[Math.min(sd.length - 1, stepAt(r, t))] ?? NaN;
    },
  },
  covered: {
    label: "of the steps within its two standard deviations, in % (95 if right)",
    foot: true,
    when: (v) => noisy(v) && v.estimate !== "none",
    of: (r) => covered(r),
  },
  overflow: { label: "overflows at step", of: (r) => (r.finite < r.u.length ? r.finite : NaN) },
  size: { label: "numbers of state", symbol: "N", of: (r) => r.system.A.rows },
} satisfies Readonly<Record<string, R>>;

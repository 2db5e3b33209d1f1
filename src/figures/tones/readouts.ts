import type { Readout } from "../../kit/figure.ts";
import { bounded } from "../../kit/format.ts";
import type { Complex } from "../../numerics/complex.ts";
import { gapOf, type Run, shown, toneAt } from "./compute.ts";
import { L, type Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const now = (r: Run, v: Setting, t: number) => r.tones[toneAt(r, v, t)]!;
/** Twelve decimals: what is beyond them is rounding. */
const plain = (x: number) => (Math.abs(x) < 1e-12 ? 0 : x);
const length = ({ re, im }: Complex) => plain(Math.hypot(re, im));
const degrees = (x: Complex) =>
  length(x) === 0 ? NaN : (180 / Math.PI) * Math.atan2(plain(x.im), plain(x.re));
const all = ({ show }: Setting) => show === "all";

export const readouts = {
  tone: { label: "tone looked at", symbol: "j", of: toneAt } as Out,
  gain: {
    label: "longer by the factor",
    symbol: "Khat",
    foot: true,
    of: (r, v, t) => length(now(r, v, t).K),
  } as Out,
  turn: {
    label: "turned by, degrees",
    symbol: "Khat",
    foot: true,
    of: (r, v, t) => degrees(now(r, v, t).K),
  } as Out,
  gap: {
    label: "all tones apart from the direct sum",
    symbol: "y",
    foot: true,
    when: all,
    of: (r, v) => (all(v) ? bounded(gapOf(r)) : NaN),
  } as Out,
  circle: { label: "samples of the circle", symbol: "L", of: (r) => r.n } as Out,
  fastest: { label: "fastest tone", of: (r) => r.n / 2 } as Out,
  time: { label: "sample", symbol: "t", of: (_, __, t) => Math.floor(t) } as Out,
  samples: { label: "samples of the input", of: () => L } as Out,
  intoTone: {
    label: "input's arrow",
    symbol: "uarrow",
    of: (r, v, t) => length(shown(r, v, t).u),
  } as Out,
  outOfTone: {
    label: "output's arrow",
    symbol: "yarrow",
    of: (r, v, t) => length(shown(r, v, t).y),
  } as Out,
};

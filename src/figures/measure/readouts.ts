import type { Readout } from "../../kit/figure.ts";
import { chosen, clockOf, rowOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { missed, slopeOf, strayed } from "./slope.ts";

type Out = Readout<Setting, Run>;
const slope = (r: Run, v: Setting, t: number) => slopeOf(r, chosen(v), t);

/** Rounding as a bound: its digits are another processor's business. */
const told = (gap: number) =>
  gap > 1e-9 ? gap : 10 ** Math.max(-12, Math.ceil(Math.log10(Math.max(gap, 1e-300))));

export const readouts = {
  slope: {
    label: "A c + B u, of this number",
    symbol: "cdot",
    foot: true,
    of: (r, v, t) => slope(r, v, t).law,
  } as Out,
  truth: {
    label: "slope of the projection itself",
    symbol: "cdot",
    foot: true,
    of: (r, v, t) => slope(r, v, t).truth,
  } as Out,
  missed: {
    label: "missed under the weight, in %",
    symbol: "uhat",
    foot: true,
    when: (v) => v.measure !== "lagt",
    of: (r, _, t) => 100 * missed(r, t),
  } as Out,
  /** LagT's weight is shared out between what weighs and what is read: its error counts the whole past alike. */
  missedAlike: {
    label: "missed, all of the past alike, in %",
    symbol: "uhat",
    foot: true,
    when: (v) => v.measure === "lagt",
    of: (r, _, t) => 100 * missed(r, t),
  } as Out,
  strayed: {
    label: "law on its own apart from the projection, in %",
    symbol: "coef",
    foot: true,
    of: (r, _, t) => told(100 * strayed(r, t)),
  } as Out,
  input: { label: "B u", symbol: "B", of: (r, v, t) => slope(r, v, t).input } as Out,
  inner: {
    label: "A c",
    symbol: "A",
    of: (r, v, t) => slope(r, v, t).inner.reduce((sum, x) => sum + x, 0),
  } as Out,
  apart: {
    label: "law apart from the slope",
    of: (r, v, t) => told(Math.abs(slope(r, v, t).law - slope(r, v, t).truth)),
  } as Out,
  leaves: { label: "what leaves the window", of: (r, v, t) => slope(r, v, t).leaves } as Out,
  said: { label: "what the numbers say it is", of: (r, v, t) => slope(r, v, t).said } as Out,
  value: {
    label: "number looked at",
    symbol: "coef",
    of: (r, v, t) => rowOf(r.c, r, t)[chosen(v)]!,
  } as Out,
  which: { label: "which number", of: (_, v) => chosen(v) } as Out,
  past: { label: "steps so far", symbol: "t", of: (_, __, t) => Math.floor(t) + 1 } as Out,
  clock: { label: "the law's clock", of: (r, _, t) => clockOf(r, t) } as Out,
};

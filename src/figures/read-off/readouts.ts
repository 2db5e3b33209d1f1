import type { Readout } from "../../kit/figure.ts";
import { cellAt, entryOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const entry = (r: Run, t: number) => entryOf(r, cellAt(r, t));

/** Rounding as a bound: its digits are another processor's business. */
const told = (gap: number) => Math.max(1e-13, 10 ** Math.ceil(Math.log10(Math.max(gap, 1e-300))));

export const readouts = {
  value: {
    label: "this entry, by integration",
    symbol: "A",
    foot: true,
    digits: 7,
    of: (r, _, t) => entry(r, t).value,
  } as Out,
  closed: {
    label: "by its closed form",
    symbol: "A",
    foot: true,
    digits: 7,
    of: (r, _, t) => entry(r, t).closed,
  } as Out,
  apart: {
    label: "apart, at most",
    foot: true,
    of: (r) =>
      told(r.A.data.reduce((m, x, i) => Math.max(m, Math.abs(x - r.closed.A.data[i]!)), 0)),
  } as Out,
  row: { label: "row", of: (r, _, t) => cellAt(r, t).n } as Out,
  col: { label: "column", of: (r, _, t) => cellAt(r, t).k } as Out,
  inside: { label: "by the drift of the functions", of: (r, _, t) => entry(r, t).drift } as Out,
  lost: { label: "by what leaves", of: (r, _, t) => entry(r, t).lost } as Out,
  input: { label: "B of this row", symbol: "B", of: (r, _, t) => entry(r, t).input } as Out,
  now: {
    label: "the column's function now",
    symbol: "gnow",
    of: (r, _, t) => entry(r, t).now,
  } as Out,
  G: { label: "G here", symbol: "drift", of: (r, _, t) => entry(r, t).G } as Out,
};

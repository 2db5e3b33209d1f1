import type { Readout } from "../../kit/figure.ts";
import { bySlopes, cameBy, type Run, SLICES, slicesAt, slopesAt, standsAt } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const bySlices = (v: Setting) => !bySlopes(v);

/** The slice that came last; before the first, that one. */
const lastSlice = (t: number) => Math.max(0, slicesAt(t) - 1);

/** What rounding leaves of a zero is another processor's business. */
const clean = (x: number) => (Math.abs(x) < 1e-9 ? 0 : x);

export const readouts = {
  left: {
    label: "left of the start",
    symbol: "h",
    foot: true,
    when: bySlices,
    of: (_, v) => Math.exp(v.a * v.dt) * v.h0,
  } as Out,
  came: {
    label: "left of the input so far",
    symbol: "u",
    foot: true,
    when: bySlices,
    of: (r, _, t) => cameBy(r, t),
  } as Out,
  assumed: {
    label: "end assumed",
    symbol: "h",
    foot: true,
    when: (v) => v.way === "bilinear" || v.way === "backward",
    of: (r, v, t) => slopesAt(r, v, t).assumed,
  } as Out,
  gives: {
    label: "end by the area",
    symbol: "h",
    foot: true,
    when: bySlopes,
    of: (r, v, t) => slopesAt(r, v, t).gives,
  } as Out,
  exact: { label: "exactly", symbol: "h", foot: true, of: (r) => r.end } as Out,
  error: {
    label: "too high by",
    foot: true,
    of: (r, v, t) => clean(standsAt(r, v, t) - r.end),
  } as Out,
  h1: { label: "end of the step", symbol: "h", of: (r) => r.h1 } as Out,
  first: { label: "rate at the start", of: (r, v, t) => slopesAt(r, v, t).first } as Out,
  last: { label: "rate at the end", of: (r, v, t) => slopesAt(r, v, t).last } as Out,
  abar: { label: "Ā", symbol: "Abar", of: (r) => r.A } as Out,
  bbar: { label: "B̄", symbol: "Bbar", of: (r) => r.B } as Out,
  taken: { label: "input as it is read", symbol: "u", of: (r) => r.taken } as Out,
  slice: { label: "slice", of: (_, __, t) => slicesAt(t) } as Out,
  slices: { label: "slices", of: () => SLICES } as Out,
  brought: { label: "brought in", symbol: "u", of: (r, _, t) => r.brought[lastSlice(t)]! } as Out,
  share: {
    label: "share of it that is left, in %",
    of: (r, v, t) => {
      const k = lastSlice(t);
      const middle = (r.edges[k]! + r.edges[k + 1]!) / 2;
      return v.way === "mamba" ? 100 : 100 * Math.exp(v.a * (v.dt - middle));
    },
  } as Out,
  percent: { label: "of the way, in %", of: (_, __, t) => Math.round((100 * t) / SLICES) } as Out,
};

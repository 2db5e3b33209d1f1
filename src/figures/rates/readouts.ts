import type { Readout } from "../../kit/figure.ts";
import { fadingGradient, scaledGradient } from "../../models/legsRates.ts";
import { OLDEST, type Run, slopeOf } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;

export const readouts = {
  error: {
    label: "error with N numbers",
    symbol: "uhat",
    foot: true,
    // What is left of a sine is rounding, and another processor's business.
    of: (r, v) => Math.max(1e-12, r.errors[v.N]!),
  } as Out,
  bound: {
    label: "the most it can be",
    foot: true,
    of: (r, v) => r.bounds[Math.max(v.N, r.k)]!,
  } as Out,
  slope: { label: "measured slope", foot: true, of: (r) => slopeOf(r) } as Out,
  law: { label: "slope of the bound", of: (r) => 0.5 - r.k } as Out,
  order: { label: "bounded derivative", of: (r) => r.k } as Out,
  later: {
    label: "gradient 64 times later, with 1/t",
    of: (_, v) => scaledGradient(v.N, 1, OLDEST),
  } as Out,
  soon: { label: "and 8 times later", of: (_, v) => scaledGradient(v.N, 1, 8) } as Out,
  faded: { label: "without 1/t, 8 times later", of: (_, v) => fadingGradient(v.N, 1, 8) } as Out,
};

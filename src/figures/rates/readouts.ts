import type { Readout } from "../../kit/figure.ts";
import { fadingGradient, scaledGradient } from "../../models/legsRates.ts";
import { OLDEST, type Run, slopeOf } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const errors = ({ show }: Setting) => show === "errors";
const gradients = ({ show }: Setting) => show === "gradients";

export const readouts = {
  error: {
    label: "error with N numbers",
    symbol: "uhat",
    foot: true,
    when: errors,
    // What is left of a sine is rounding, and another processor's business.
    of: (r, v) => Math.max(1e-12, r.errors[v.N]!),
  } as Out,
  bound: {
    label: "the most it can be",
    foot: true,
    when: errors,
    of: (r, v) => r.bounds[Math.max(v.N, r.k)]!,
  } as Out,
  slope: { label: "measured slope", foot: true, when: errors, of: (r) => slopeOf(r) } as Out,
  law: { label: "slope of the bound", of: (r) => 0.5 - r.k } as Out,
  order: { label: "bounded derivative", of: (r) => r.k } as Out,
  later: {
    label: "gradient 64 times later, with 1/t",
    of: (_, v) => scaledGradient(v.N, 1, OLDEST),
  } as Out,
  soon: {
    label: "gradient 8 times later, with 1/t",
    symbol: "coef",
    foot: true,
    when: gradients,
    of: (_, v) => scaledGradient(v.N, 1, 8),
  } as Out,
  faded: {
    label: "without 1/t, 8 times later",
    symbol: "A",
    foot: true,
    when: gradients,
    of: (_, v) => fadingGradient(v.N, 1, 8),
  } as Out,
};

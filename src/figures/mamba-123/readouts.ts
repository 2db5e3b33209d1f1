import type { Readout } from "../../kit/figure.ts";
import { stepWeights } from "../../models/mamba3.ts";
import { orderOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

/** The weights of the slowest state. */
export const weightsOf = ({ rates }: Run, { delta, lambda }: Setting) =>
  stepWeights({ re: rates.re[0]!, im: rates.im[0]! }, delta, lambda);

export const readouts = {
  y: { label: "output now", symbol: "y", of: (r, _, t) => at(r.response.y, t) },
  exact: { label: "exact output now", of: (r, _, t) => at(r.exact, t) },
  error: { label: "largest error", foot: true, of: (r) => r.error },
  euler: { label: "largest error with λ = 1", of: (r) => r.euler },
  trapezoid: { label: "largest error with λ = ½", of: (r) => r.trapezoid },
  halved: {
    label: "halving Δ divides the error by",
    foot: true,
    of: (r) => 2 ** orderOf(r.errors.now),
  },
  size: {
    label: "size of α of the slowest state",
    of: (r, v) => Math.hypot(weightsOf(r, v).alpha.re, weightsOf(r, v).alpha.im),
  },
  gamma: { label: "γ, weight of the input", symbol: "gammat", of: (r, v) => weightsOf(r, v).gamma },
  beta: {
    label: "size of β, weight of the input before",
    of: (r, v) => Math.hypot(weightsOf(r, v).beta.re, weightsOf(r, v).beta.im),
  },
  kept: {
    label: "numbers kept, head of 64 channels",
    digits: 4,
    foot: true,
    of: (r) => r.cost.kept,
  },
  decays: { label: "exponentials a token", digits: 4, foot: true, of: (r) => r.cost.decays },
  products: { label: "products a token", digits: 4, foot: true, of: (r) => r.cost.products },
} satisfies Readonly<Record<string, Out>>;

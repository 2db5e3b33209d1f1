import type { Readout } from "../../kit/figure.ts";
import { bounded } from "../../kit/format.ts";
import type { Complex } from "../../numerics/complex.ts";
import { gapOf, indexOf, rootOf, type Run, STAGES } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const modulus = ({ re, im }: Complex) => Math.hypot(re, im);
const termsOf = (r: Run, v: Setting) => {
  const { re, im } = rootOf(r, v).terms;
  return re.map((x, n) => Math.hypot(x, im[n]!));
};

export const readouts = {
  seen: {
    label: "size of K̂ at this root",
    symbol: "Khat",
    foot: true,
    of: (r, v) => modulus(rootOf(r, v).K),
  } as Out,
  gap: {
    label: "kernel apart from its definition",
    symbol: "K",
    foot: true,
    of: (r) => bounded(gapOf(r)),
  } as Out,
  root: { label: "root looked at", symbol: "j", of: (r, v) => indexOf(r, v.j) } as Out,
  height: { label: "height of g", of: (r, v) => rootOf(r, v).g?.im ?? Infinity } as Out,
  largest: { label: "largest of its terms", of: (r, v) => Math.max(...termsOf(r, v)) } as Out,
  smallest: { label: "smallest of its terms", of: (r, v) => Math.min(...termsOf(r, v)) } as Out,
  fastest: { label: "highest pole", symbol: "Lambda", of: (r) => Math.max(...r.poles.im) } as Out,
  first: {
    label: "size of c k₀₀",
    symbol: "ck00",
    of: (r, v) => modulus(rootOf(r, v).ck00),
  } as Out,
  states: { label: "states", symbol: "N", of: (_, v) => v.N } as Out,
  lags: { label: "lags", symbol: "L", of: (_, v) => v.L } as Out,
  stage: { label: "stage", of: (_, __, t) => Math.floor(t) + 1 } as Out,
  stages: { label: "stages", of: () => STAGES } as Out,
};

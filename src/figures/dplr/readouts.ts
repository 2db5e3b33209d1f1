import type { Readout } from "../../kit/figure.ts";
import { diagonalisation, dplr } from "../../numerics/dplr.ts";
import { conditions, digitsLeft, LAGS, lowShare, share, type Run } from "./compute.ts";
import { astray } from "./eigen.ts";
import type { Setting } from "./params.ts";
import { operations, timeOf, type Method } from "./race.ts";

type Out = Readout<Setting, Run>;

export const lengthOf = (v: Setting) => 2 ** v.power;
export const operationsOf = (method: Method, v: Setting, L = lengthOf(v)) =>
  operations(method, { N: v.N, dt: v.dt, fastest: dplr(v.N).Lambda.im[0]! }, L);
const msOf = (method: Method, r: Run, v: Setting) => timeOf(r.times, method, lengthOf(v));
const spoiltOf = (r: Run) => (r.eigen ? 100 * share(r.eigen.through, r.K[1]) : NaN);

export const readouts = {
  apart: {
    label: "kernel apart from LegS's, in %",
    symbol: "K",
    foot: true,
    of: (r) => 100 * share(r.K[1], r.K[2]),
  } as Out,
  apartNormal: {
    label: "kernel of the normal part alone, apart from LegS's, in %",
    of: (r) => 100 * share(r.K[0], r.K[2]),
  } as Out,
  low: {
    label: "low-rank part, in % of A",
    symbol: "Plow",
    of: (r) => 100 * lowShare(r),
  } as Out,
  lags: { label: "lags shown", symbol: "L", of: () => LAGS } as Out,
  condition: {
    label: "condition of the eigenvectors",
    symbol: "A",
    foot: true,
    of: (r) => r.eigen?.condition ?? NaN,
  } as Out,
  conditionLegs: { label: "the same for LegS", of: (r) => conditions[r.N - 1]! } as Out,
  digits: {
    label: "digits left",
    digits: 2,
    of: (r) => digitsLeft(r.eigen?.condition ?? NaN),
  } as Out,
  largest: { label: "largest entry", of: (r) => diagonalisation(r.N).largest } as Out,
  astray: {
    label: "eigenvalues found, astray by up to",
    symbol: "lambda",
    of: (r) => (r.eigen ? astray(r.eigen) : NaN),
  } as Out,
  spoilt: { label: "kernel through them off by, in %", foot: true, of: spoiltOf } as Out,
  unitary: { label: "largest entry of V*V − I", of: (r) => r.eigen?.unitary ?? NaN } as Out,
  firstLost: {
    label: "N at which no digit is left",
    of: () => conditions.findIndex((c) => digitsLeft(c) === 0) + 1,
  } as Out,
  length: { label: "length of the kernel", symbol: "L", of: (_, v) => lengthOf(v) } as Out,
  denseOps: { label: "operations, dense", of: (_, v) => operationsOf("dense", v) } as Out,
  cauchyOps: { label: "operations, Cauchy", of: (_, v) => operationsOf("cauchy", v) } as Out,
  diagonalOps: { label: "operations, diagonal", of: (_, v) => operationsOf("diagonal", v) } as Out,
  opsRatio: {
    label: "operations, dense to Cauchy",
    of: (_, v) => operationsOf("dense", v) / operationsOf("cauchy", v),
  } as Out,
  denseMs: { label: "ms, dense", of: (r, v) => msOf("dense", r, v) } as Out,
  cauchyMs: { label: "ms, Cauchy", of: (r, v) => msOf("cauchy", r, v) } as Out,
  diagonalMs: { label: "ms, diagonal", of: (r, v) => msOf("diagonal", r, v) } as Out,
  msRatio: {
    label: "measured time, dense to Cauchy",
    foot: true,
    of: (r, v) => msOf("dense", r, v) / msOf("cauchy", r, v),
  } as Out,
};

/** What the NumPy text prints. */
export const answer = { of: (r: Run) => r.K[1].at(-1)! };

import type { Readout } from "../../kit/figure.ts";
import { apart, eigen, LAGS, type Run, telling } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;

export const lagOf = (t: number) => Math.max(0, Math.min(LAGS, Math.floor(t)));

export const readouts = {
  K: {
    label: "kernel, old numbers",
    symbol: "K",
    foot: true,
    of: (r, _, t) => r.old.K[lagOf(t)]!,
  } as Out,
  Know: {
    label: "kernel, new numbers",
    symbol: "K",
    foot: true,
    of: (r, _, t) => r.now?.K[lagOf(t)] ?? NaN,
  } as Out,
  apart: { label: "apart, at most", foot: true, of: (r) => apart(r) } as Out,
  left: {
    label: "of the eight, neither 0 nor 1",
    foot: true,
    of: (r) => (r.now ? telling(r.now) : NaN),
  } as Out,
  lag: { label: "lag", symbol: "k", of: (_, __, t) => lagOf(t) } as Out,
  x1: { label: "first old number", symbol: "h", of: (r, _, t) => r.old.first[lagOf(t)]! } as Out,
  x2: { label: "second old number", symbol: "h", of: (r, _, t) => r.old.second[lagOf(t)]! } as Out,
  z1: {
    label: "first new number",
    symbol: "basis",
    of: (r, _, t) => r.now?.first[lagOf(t)] ?? NaN,
  } as Out,
  z2: {
    label: "second new number",
    symbol: "basis",
    of: (r, _, t) => r.now?.second[lagOf(t)] ?? NaN,
  } as Out,
  l1: { label: "first eigenvalue, real part", symbol: "lambda", of: (r) => eigen(r).re[0]! } as Out,
  l2: {
    label: "second eigenvalue, real part",
    symbol: "lambda",
    of: (r) => eigen(r).re[1]!,
  } as Out,
  condition: { label: "longest over shortest stretch of T", of: (r) => r.condition } as Out,
};

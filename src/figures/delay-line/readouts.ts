import type { Readout } from "../../kit/figure.ts";
import { leastMissed, vote } from "../../models/recall/marked.ts";
import { leftAt, mineOf, missed, placesOf, reachOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;
const percent = (x: number | undefined) => 100 * (x ?? NaN);
const at = (v: ArrayLike<number> | undefined, t: number) => v?.[Math.floor(t)] ?? NaN;

export const readouts = {
  result: {
    label: "missed, in %",
    symbol: "uhat",
    foot: true,
    of: (r, v) => percent(missed(r, v)),
  } as Out,
  right: {
    label: "right answers, in %",
    foot: true,
    of: (r, v) => percent(mineOf(r, v)?.right),
  } as Out,
  left: {
    label: "left of a push after d steps, in %",
    symbol: "h",
    foot: true,
    of: (r, v) => (r.delay ? percent(leftAt(r.delay, v.d)) : NaN),
  } as Out,
  reach: {
    label: "less than 10 % missed up to",
    of: (r) => (r.delay ? reachOf(r.delay) : NaN),
  } as Out,
  gated: { label: "right with a gate, in %", of: (r) => percent(r.marked?.gate.right) } as Out,
  vote: {
    label: "right by a vote, in %",
    of: (r, v) => (r.marked ? 100 * vote(placesOf(v)) : NaN),
  } as Out,
  least: {
    label: "the least that a linear read-out misses, in %",
    of: (r, v) => (r.marked ? 100 * leastMissed(placesOf(v)) : NaN),
  } as Out,
  spots: { label: "places of the mark", of: (r, v) => (r.marked ? placesOf(v) : NaN) } as Out,
  sequence: { label: "sequence", of: (_, __, t) => Math.floor(t) + 1 } as Out,
  u: {
    label: "input now",
    symbol: "u",
    of: (r, _, t) => at(r.delay?.judged.u.subarray(r.delay.judged.from), t),
  } as Out,
  wanted: {
    label: "wanted now",
    symbol: "u",
    of: (r, v, t) => at(r.delay ? r.delay.wanted : mineOf(r, v)?.asked.wanted, t),
  } as Out,
  said: {
    label: "answered now",
    symbol: "uhat",
    of: (r, v, t) => at(r.delay ? r.delay.said : mineOf(r, v)?.said, t),
  } as Out,
};

import type { Readout } from "../../kit/figure.ts";
import { cardOf } from "./cards.ts";
import { inForce, type Run, type Side } from "./compute.ts";
import type { Measured } from "./measured.ts";
import type { Setting } from "./params.ts";
import { recordedAt } from "./recorded.ts";
import { stepOf } from "./steps.ts";
import type { Way } from "./tensors.ts";

type One = Readout<Setting, Run>;

const MB = 1e6;
const moved = (r: Run) => r.apart.bytes / r.fused.bytes;
const shows =
  (...shown: readonly Setting["show"][]) =>
  (v: Setting) =>
    shown.includes(v.show);

/** Bytes that a side has moved by this moment: programs that are done, and the share of the one under way. */
export function soFar({ programs }: Side, t: number): number {
  return programs.reduce((sum, { moves }, k) => {
    const { fetched, stored } = stepOf(t, k);
    return sum + moves.reduce((s, m) => s + fetched * m.read + stored * m.written, 0);
  }, 0);
}

/** The time taken here at the chosen length: on the card, else on the processor. */
function here({ measured = [] }: Run, { L }: Setting, way: Way): Measured | undefined {
  const all = measured.filter((m) => m.way === way && m.L === L);
  return all.find(({ where }) => where === "card") ?? all[0];
}
const microseconds = (m: Measured | undefined) => (m ? 1e6 * m.seconds : NaN);
const on =
  (where: Measured["where"], way: Way): One["of"] =>
  ({ measured = [] }, { L }) =>
    microseconds(measured.find((m) => m.where === where && m.way === way && m.L === L));
const times =
  (a: One["of"], b: One["of"]): One["of"] =>
  (r, v, t) =>
    a(r, v, t) / b(r, v, t);
const recorded =
  (way: Way): One["of"] =>
  (_, v) =>
    1e6 * recordedAt(v, way);

export const readouts = {
  ratio: {
    label: "times as many bytes apart",
    foot: true,
    when: shows("blocks"),
    of: moved,
  },
  apart: {
    label: "separate programs, MB",
    foot: true,
    when: shows("blocks"),
    of: (r) => r.apart.bytes / MB,
  },
  fused: {
    label: "fused, MB",
    foot: true,
    when: shows("blocks"),
    of: (r) => r.fused.bytes / MB,
  },
  least: { label: "inputs and outputs once, MB", of: (r) => r.least / MB },
  apartSoFar: { label: "separate, so far, MB", of: (r, _, t) => soFar(r.apart, t) / MB },
  fusedSoFar: { label: "fused, so far, MB", of: (r, _, t) => soFar(r.fused, t) / MB },
  program: { label: "program under way", of: (_, __, t) => Math.ceil(t) },
  pairs: { label: "Ā alone, MB", symbol: "Abar", of: (_, v) => (4 * v.L * v.D * v.N) / MB },
  row: { label: "u alone, MB", symbol: "u", of: (_, v) => (4 * v.L * v.D) / MB },
  levels: { label: "passes of the separate scan over all pairs", of: (r) => r.levels },
  kept: { label: "kept for the way back by separate programs, MB", of: (r) => r.kept / MB },
  passed: {
    label: "handed on between the fused programs, MB",
    of: ({ passed }) => ((passed.ends ?? 0) + (passed.parts ?? 0)) / MB,
  },
  chunk: { label: "tokens of a chunk", of: (r) => r.chunk },
  stretch: { label: "tokens of a stretch made again", of: (r) => r.stretch },
  intensityApart: {
    label: "operations a byte, separate",
    foot: true,
    when: shows("roofline"),
    of: (r) => r.apart.intensity,
  },
  intensityFused: {
    label: "operations a byte, fused",
    symbol: "intensity",
    foot: true,
    when: shows("roofline"),
    of: (r) => r.fused.intensity,
  },
  ridge: {
    label: "operations a byte where memory keeps up",
    foot: true,
    when: shows("roofline"),
    of: (_, v) => {
      const { peak, bandwidth } = cardOf(inForce(v).card);
      return peak / bandwidth;
    },
  },
  operationsApart: { label: "operations, separate, in 10⁹", of: (r) => r.apart.operations / 1e9 },
  operationsFused: {
    label: "operations, fused, in 10⁹",
    symbol: "operations",
    of: (r) => r.fused.operations / 1e9,
  },
  expsApart: { label: "exponentials, separate, in 10⁹", of: (r) => r.apart.exps / 1e9 },
  expsFused: { label: "exponentials, fused, in 10⁹", of: (r) => r.fused.exps / 1e9 },
  boundApart: { label: "separate, at least, µs", of: (r) => 1e6 * r.apart.seconds },
  boundFused: { label: "fused, at least, µs", of: (r) => 1e6 * r.fused.seconds },
  boundRatio: { label: "the bounds' ratio", of: (r) => r.apart.seconds / r.fused.seconds },
  wireApart: {
    label: "bringing the bytes, separate, µs",
    of: (r, v) => (1e6 * r.apart.bytes) / cardOf(inForce(v).card).bandwidth,
  },
  wireFused: {
    label: "bringing the bytes, fused, µs",
    of: (r, v) => (1e6 * r.fused.bytes) / cardOf(inForce(v).card).bandwidth,
  },
  hereApart: {
    label: "separate, here, µs",
    foot: true,
    when: shows("measured"),
    of: (r, v) => microseconds(here(r, v, "apart")),
  },
  hereFused: {
    label: "fused, here, µs",
    foot: true,
    when: shows("measured"),
    of: (r, v) => microseconds(here(r, v, "fused")),
  },
  cardApart: { label: "separate, on the card, µs", of: on("card", "apart") },
  cardFused: { label: "fused, on the card, µs", of: on("card", "fused") },
  cardRatio: {
    label: "times as long apart, on the card",
    of: times(on("card", "apart"), on("card", "fused")),
  },
  loopApart: { label: "separate, on the processor, µs", of: on("processor", "apart") },
  loopFused: { label: "fused, on the processor, µs", of: on("processor", "fused") },
  loopRatio: {
    label: "times as long apart, on the processor",
    of: times(on("processor", "apart"), on("processor", "fused")),
  },
  loopChannels: {
    label: "channels on the processor",
    of: ({ measured = [] }, { L }) =>
      measured.find((m) => m.where === "processor" && m.L === L)?.D ?? NaN,
  },
  recordedApart: { label: "recorded: separate, µs", of: recorded("apart") },
  recordedFused: {
    label: "recorded: fused, µs",
    foot: true,
    when: shows("measured"),
    of: recorded("fused"),
  },
  recordedRatio: {
    label: "recorded: times as long apart",
    of: times(recorded("apart"), recorded("fused")),
  },
  worst: {
    label: "largest error of what ran here",
    digits: 2,
    of: ({ measured = [] }) =>
      measured.length === 0 ? NaN : Math.max(...measured.map(({ error }) => error)),
  },
} satisfies Readonly<Record<string, One>>;

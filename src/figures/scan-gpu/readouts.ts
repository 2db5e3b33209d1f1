import type { Readout } from "../../kit/figure.ts";
import { LEAST, type Measured, type Run } from "./compute.ts";
import { onCard, type Method } from "./methods.ts";
import type { Setting } from "./params.ts";
import { recordedFor } from "./recorded.ts";

type One = Readout<Setting, Run>;

/** The place, among the sizes, of the one looked at. */
export const lookedAt = ({ sizes }: Pick<Run, "sizes">, { at }: Pick<Setting, "at">): number =>
  Math.min(at - LEAST, sizes.length - 1);

const sizeOf = (r: Run, v: Setting) => r.sizes[lookedAt(r, v)]!;
const found = ({ measured = [] }: Run, method: Method, L: number): Measured | undefined =>
  measured.find((m) => m.method === method && m.L === L);

/** Seconds of a measurement, as the reader wants them counted. */
export const secondsOf = (m: Measured, { away }: Pick<Setting, "away">): number =>
  away ? m.away : m.seconds;

/** The method in focus; where there is no graphics card to run it, the loop. */
export const focusOf = ({ absence, measured = [] }: Run, { method, plot }: Setting): Method =>
  plot === "time" && absence && method in onCard && !measured.some((m) => m.method === method)
    ? "loop"
    : method;

/** What was recorded of a method at the length looked at, in microseconds; NaN where nothing was. */
function recordedTime(method: Method): One["of"] {
  return (r, v) => {
    const m = recordedFor(v).find((x) => x.method === method && x.L === sizeOf(r, v));
    return m ? 1e6 * secondsOf(m, v) : NaN;
  };
}

/** Microseconds of a method at a length; NaN where it was not measured. */
function microseconds(r: Run, v: Setting, method: Method, L: number): number {
  const m = found(r, method, L);
  return m ? 1e6 * secondsOf(m, v) : NaN;
}

/** The longest row, no longer than the one looked at, for which both methods were measured; NaN where there is none. */
function both(r: Run, v: Setting, x: Method, y: Method): number {
  const common = r.sizes.filter((L) => L <= sizeOf(r, v) && found(r, x, L) && found(r, y, L));
  return common.at(-1) ?? NaN;
}

/** How many times as long x takes as y, at the longest row that both have. */
function ratio(r: Run, v: Setting, x: Method, y: Method): number {
  const L = both(r, v, x, y);
  return microseconds(r, v, x, L) / microseconds(r, v, y, L);
}

/** The shortest row from which on chunks are faster than the loop, every one of them; NaN where there is none. */
function crossing(r: Run, v: Setting): number {
  const common = r.sizes.filter((L) => found(r, "loop", L) && found(r, "chunks", L));
  const loses = (L: number) => microseconds(r, v, "chunks", L) >= microseconds(r, v, "loop", L);
  return common[common.findLastIndex(loses) + 1] ?? NaN;
}

/** Microseconds of a method at the length looked at; NaN where it was not measured. */
export const timeOf = (r: Run, v: Setting, method: Method): number =>
  microseconds(r, v, method, sizeOf(r, v));
const time = (method: Method, label: string): One => ({
  label,
  of: (r, v) => timeOf(r, v, method),
});
const largest = (list: readonly Measured[]) =>
  list.length === 0 ? NaN : Math.max(...list.map(({ error }) => error));

export const readouts = {
  L: { label: "length looked at", symbol: "L", digits: 7, of: sizeOf },
  power: { label: "the same, as a power of two", of: (r, v) => Math.log2(sizeOf(r, v)) },
  time: {
    label: "in focus, µs",
    foot: true,
    of: (r, v) => microseconds(r, v, focusOf(r, v), sizeOf(r, v)),
  },
  rate: {
    label: "million pairs a second",
    foot: true,
    of: (r, v) => (sizeOf(r, v) * v.D) / microseconds(r, v, focusOf(r, v), sizeOf(r, v)),
  },
  error: {
    label: "error against Float64",
    foot: true,
    digits: 2,
    of: (r, v) => found(r, focusOf(r, v), sizeOf(r, v))?.error ?? NaN,
  },
  worst: {
    label: "largest error of all results",
    digits: 2,
    of: ({ measured = [] }) => largest(measured),
  },
  one: time("one", "one thread, µs"),
  chunks: time("chunks", "chunks, µs"),
  hillis: time("hillis", "Hillis–Steele, µs"),
  blelloch: time("blelloch", "Blelloch, µs"),
  loop: time("loop", "plain loop, µs"),
  workers: time("helpers", "loop with helpers, µs"),
  onePower: {
    label: "longest row of one thread, as a power of two",
    of: (r, v) => Math.log2(both(r, v, "one", "chunks")),
  },
  speedup: {
    label: "one thread takes so many times as long as chunks",
    of: (r, v) => ratio(r, v, "one", "chunks"),
  },
  over: {
    label: "the loop takes so many times as long as chunks",
    of: (r, v) => ratio(r, v, "loop", "chunks"),
  },
  gain: {
    label: "the loop takes so many times as long as with helpers",
    of: (r, v) => ratio(r, v, "loop", "helpers"),
  },
  cross: {
    label: "chunks are faster than the loop from L on",
    symbol: "L",
    digits: 7,
    of: crossing,
  },
  recordedChunks: { label: "recorded: chunks, µs", of: recordedTime("chunks") },
  recordedOne: { label: "recorded: one thread, µs", of: recordedTime("one") },
  recordedLoop: { label: "recorded: plain loop, µs", of: recordedTime("loop") },
  steps: {
    label: "joins that wait for each other",
    of: (r, v) => r.cost[v.method][lookedAt(r, v)]!.depth,
  },
  joins: {
    label: "joins in all",
    of: (r, v) => v.D * r.cost[v.method][lookedAt(r, v)]!.work,
  },
} satisfies Readonly<Record<string, One>>;

/** What the NumPy text prints. */
export const answer = { of: (r: Run) => r.state };

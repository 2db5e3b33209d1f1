import { average, excerpt, loudness, standardise } from "../numerics/resample.ts";
import { MOST, own, type Signal } from "../kit/signal.ts";
import type { Note } from "./problem.ts";

/** A column or a clip: samples (NaN where one is missing), and what was done to them so far. */
export interface Samples {
  readonly values: Float64Array;
  /** Samples per second, of a clip. */
  readonly rate?: number;
  readonly notes: readonly Note[];
}

/** How to bring samples down to what a figure shows. */
export interface Taking {
  /** Means or loudness of equal stretches, or the stretch around the largest value as it is. */
  readonly as: "mean" | "loudness" | "wave";
  /** To mean 0 and standard deviation 1. */
  readonly standardise?: boolean;
  /** Gaps between two numbers stay gaps (NaN), for a figure whose model knows what to do with them. */
  readonly gaps?: boolean;
}

/** From here on a link could not carry the scale, and figures overflow at once. */
const LARGEST = 9e11;

/**
 * The reader's samples as a signal of at most 512 steps, with all that was done to them. Gaps at either end are cut off;
 * gaps between two numbers stay or are bridged by a straight line: either keeps the time between the others as it was.
 */
export function toSignal(source: Samples, taking: Taking): { signal: Signal; notes: Note[] } {
  const notes = [...source.notes];
  let data = trimmed(source.values, notes);
  const large = largest(data);
  if (large >= LARGEST) data = data.map((x) => x / large);
  data = taking.gaps ? kept(data, notes) : bridged(data, notes);
  data = shortened(data, taking.as, source.rate, notes);
  if (large >= LARGEST || taking.standardise) {
    notes.push({ key: large >= LARGEST ? "large" : "standardised" });
    data = standardise(data);
  }
  const first = data[0];
  if (
    data.length > 1 &&
    data.every((x) => x === first || Number.isNaN(x)) &&
    !notes.some((n) => n.key === "silent")
  )
    notes.push({ key: "constant" });
  return { signal: own(data), notes };
}

function trimmed(values: Float64Array, notes: Note[]): Float64Array {
  let from = 0;
  let to = values.length;
  while (from < to && Number.isNaN(values[from])) from++;
  while (to > from && Number.isNaN(values[to - 1])) to--;
  const count = values.length - (to - from);
  if (count > 0) notes.push({ key: "ends", count });
  return values.slice(from, to);
}

function kept(data: Float64Array, notes: Note[]): Float64Array {
  const count = data.filter((x) => Number.isNaN(x)).length;
  if (count > 0) notes.push({ key: "kept", count });
  return data;
}

/** Fills gaps in place; the ends are numbers. */
function bridged(data: Float64Array, notes: Note[]): Float64Array {
  let count = 0;
  for (let i = 1; i < data.length; i++) {
    if (!Number.isNaN(data[i])) continue;
    const before = i - 1;
    let after = i + 1;
    while (Number.isNaN(data[after])) after++;
    const [a, b] = [data[before]!, data[after]!];
    for (; i < after; i++, count++) data[i] = a + ((b - a) * (i - before)) / (after - before);
  }
  if (count > 0) notes.push({ key: "gaps", count });
  return data;
}

function shortened(
  data: Float64Array,
  as: Taking["as"],
  rate: number | undefined,
  notes: Note[],
): Float64Array {
  const from = data.length;
  const to = Math.min(MOST, from);
  if (rate !== undefined && as !== "mean") {
    const ms = Math.round((1000 * (as === "wave" ? to : from / to)) / rate);
    const key = as === "wave" ? "waveTime" : "loudnessTime";
    notes.push({ key, seconds: +(from / rate).toFixed(1), to, ms });
  } else if (from > to || as === "loudness")
    notes.push({ key: as === "mean" ? "means" : as, from, to });
  if (as === "loudness") return loudness(data, MOST);
  return as === "wave" ? excerpt(data, MOST) : average(data, MOST);
}

function largest(data: Float64Array): number {
  let most = 0;
  for (const x of data) if (Math.abs(x) > most) most = Math.abs(x);
  return most;
}

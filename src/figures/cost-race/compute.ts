import { BYTES, lstmCarries, mambaCarries, transformerCarries } from "../../models/carried.ts";
import { keeping } from "../../kit/keeping.ts";
import { binned } from "./bins.ts";
import { racers, sizes, TRAINED, type Racer } from "./models.ts";
import { startOf, strangersOf, type Setting } from "./params.ts";
import { recordedText, recordedTimes } from "./recorded.ts";
import type { Stretch } from "./side.ts";

/** How one of them fared here. */
export interface Course {
  readonly stretches: readonly Stretch[];
  readonly written: string;
  /** Stretches that were thrown away, since the page was out of sight. */
  readonly dropped: number;
  /** Its cache was filled with copies to take the times: it wrote nothing. */
  readonly copied: boolean;
  /** It has come to its last character. */
  readonly ended: boolean;
}

export interface Run {
  /** Characters read before the first one is written; NaN where nothing is raced. */
  readonly start: number;
  /** Characters of the beginning that no model knows. */
  readonly strangers: number;
  /** What the race adds. */
  readonly courses?: Readonly<Partial<Record<Racer, Course>>>;
}

export function run(v: Setting): Run {
  if (v.show !== "race") return { start: NaN, strangers: 0 };
  return { start: startOf(v), strangers: strangersOf(v.beginning) };
}

/** Bytes that a model carries when it has read so many characters. */
export function bytesAt(racer: Racer, { sight }: Pick<Setting, "sight">, position: number): number {
  if (Number.isNaN(position)) return NaN;
  if (racer === "mamba") return BYTES * mambaCarries(sizes.mamba);
  if (racer === "lstm") return BYTES * lstmCarries(sizes.lstm);
  const context = sight === "all" ? Infinity : TRAINED;
  return BYTES * transformerCarries({ ...sizes.transformer, context }, position);
}

const perRacer = {
  mamba: keeping(binned),
  transformer: keeping(binned),
  lstm: keeping(binned),
};

/** The times taken here, a point for each tenth of a decade of positions. */
export function timesHere({ courses }: Run, racer: Racer): readonly Stretch[] {
  const course = courses?.[racer];
  return course ? perRacer[racer](course.stretches) : [];
}

/** What a model wrote: here once they race, else as it was recorded; nothing where its cache was filled with copies. */
export function writtenBy(r: Run, v: Setting, racer: Racer): string | undefined {
  if (!r.courses) return recordedText(racer, v);
  const course = r.courses[racer];
  return course?.copied ? undefined : course?.written;
}

/** Whether its cache was filled with copies: here, or in the record. */
export const isCopied = (r: Run, v: Setting, racer: Racer): boolean =>
  r.courses ? r.courses[racer]?.copied === true : recordedText(racer, v) === "";

/**
 * Seconds of a character at a position, between two points by their logarithms: as recorded, and once they race only what was
 * measured here, so that no two machines stand side by side.
 */
export function secondsAt(r: Run, v: Setting, racer: Racer, position: number): number {
  return between(r.courses ? timesHere(r, racer) : recordedTimes(racer, v), position);
}

/** The one whose turn it is, or was when the race was stopped; nobody's where it has not begun or has ended. */
export const turnOf = ({ courses }: Run): Racer | undefined =>
  courses && racers.find((racer) => courses[racer]?.ended !== true);

/** The character that it has come to. */
export function reachedBy(r: Run): number {
  const racer = turnOf(r);
  return racer ? Math.round(r.courses?.[racer]?.stretches.at(-1)?.[0] ?? 0) : NaN;
}

/** Of points by position the value at one, straight in logarithms; NaN beyond the last by more than a bin. */
export function between(points: readonly (readonly [number, number])[], position: number): number {
  const next = points.findIndex(([at]) => at >= position);
  const last = points.at(-1);
  if (!last) return NaN;
  if (next < 0) return position <= 1.5 * last[0] ? last[1] : NaN;
  if (next === 0) return points[0]![1];
  const [[a, x], [b, y]] = [points[next - 1]!, points[next]!];
  const share = (Math.log(position) - Math.log(a)) / (Math.log(b) - Math.log(a));
  return Math.exp(Math.log(x) + share * (Math.log(y) - Math.log(x)));
}

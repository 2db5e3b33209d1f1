import { keeping } from "../../kit/keeping.ts";
import { take, type Taken } from "./alphabet.ts";
import { byDistance, byPosition, over, partsOf, type Point } from "./bins.ts";
import type { Setting } from "./params.ts";
import type { Kind } from "./probes.ts";
import type { Felt, Reading } from "./reading.ts";
import { recordedFor, type Recorded } from "./recorded.ts";
import { countOf, SPEECH, textOf, type Sample } from "./sample.ts";

export interface Run {
  /** What was measured of a bundled text when it was recorded. */
  readonly recorded?: Recorded;
  /** The reader's own text as it is read. */
  readonly own?: Taken;
  /** What the tasks add. */
  readonly sample?: Sample;
  readonly reading?: Reading;
  readonly unkept?: true;
}

const own = keeping(take);

export function run(v: Setting): Run {
  if (v.source === "own") return { own: own(v.own) };
  return { recorded: recordedFor(v.source) };
}

const taken = keeping(take);

/** The text as the model takes it; none where it is not here yet. */
export function takenOf(r: Run, v: Setting): Taken | undefined {
  if (v.source === "own") return r.own;
  const text = textOf(r, v);
  return text === undefined ? undefined : taken(text);
}

/** All that is drawn of how a text was read: here, or in the record. */
export interface Course {
  readonly by: "here" | "record";
  /** Characters that are read in all, and so far. */
  readonly count: number;
  readonly read: number;
  readonly parts: ArrayLike<number>;
  readonly mean: number;
  readonly error: number;
  /** Of the first and the last tenth. */
  readonly ends: readonly [first: number, last: number];
  readonly position: readonly Point[];
  /** Behind a cleared memory: surprise, and that of the model that remembers, of the same characters. */
  readonly fresh: readonly Point[];
  readonly knowing: readonly Point[];
  readonly extra: Readonly<Record<Kind, readonly Point[]>>;
  readonly moved: Readonly<Record<Kind, readonly Point[]>>;
  readonly halves: ArrayLike<number>;
  /** Changes that were followed. */
  readonly times: number;
}

/** What there is of a reading, for the picture. */
export const courseOf = keeping((reading: Reading, count: number): Course => {
  const { surprise, read, halves } = reading;
  const of = (kind: Kind) => reading.felt.filter((f) => f.kind === kind);
  const both = <T>(make: (felt: Felt[]) => T) => ({
    cleared: make(of("cleared")),
    letter: make(of("letter")),
  });
  const known = (f: Felt, k: number) => surprise[f.from + k + 1] ?? NaN;
  const tenth = Math.ceil(count / 10);
  return {
    by: "here",
    count,
    read,
    parts: partsOf(surprise, 0, count),
    ...over(surprise),
    ends: [over(surprise, 0, tenth).mean, read < count ? NaN : over(surprise, count - tenth).mean],
    position: byPosition(surprise),
    fresh: byDistance(of("cleared"), (f, k) => known(f, k) + f.extra[k]!),
    knowing: byDistance(of("cleared"), (f, k) => (Number.isNaN(f.extra[k]!) ? NaN : known(f, k))),
    extra: both((felt) => byDistance(felt, (f, k) => f.extra[k]!)),
    moved: both((felt) => byDistance(felt, (f, k) => f.moved[k]!)),
    halves,
    times: of("cleared").length,
  };
});

/** What was read here, else what was recorded; nothing of a text of the reader's own that has not been read. */
export function shownOf({ reading, recorded, own: mine }: Run): Course | undefined {
  if (reading && reading.read > 0)
    return courseOf(reading, mine?.ids.length ?? recorded?.count ?? reading.read);
  return recorded;
}

/** How many characters the timeline has: all that are read. */
export const lengthOf = (r: Run, v: Setting): number =>
  Math.max(1, v.source === "own" ? r.own!.ids.length : countOf(v));

const whole = keeping((count: number, excerpts: Recorded["excerpts"]) => {
  const nats = new Float32Array(count).fill(NaN);
  for (const { from, nats: some } of excerpts) nats.set(some, from);
  return nats;
});

/** Nats of each character, as far as they are known. */
export function natsOf(r: Run, v: Setting): ArrayLike<number> {
  if (r.reading) return r.reading.surprise;
  if (v.source === "sample" && r.sample) return r.sample.surprise;
  return r.recorded ? whole(r.recorded.count, r.recorded.excerpts) : [];
}

/** A character of the text; `token` is its place among those that are read, −1 where it is skipped. */
export interface Cell {
  readonly character: string;
  readonly token: number;
}

/** The characters from one that is read to another, with what is skipped between them; nothing where the text is not here yet. */
export function cellsOf(r: Run, v: Setting, from: number, to: number): Cell[] {
  const taken = takenOf(r, v);
  if (!taken) {
    const has = r.recorded?.excerpts.find((e) => e.from <= from && from < e.from + e.text.length);
    const text = has?.text.slice(from - has.from, to - has.from) ?? "";
    return Array.from(text, (character, k) => ({ character, token: from + k }));
  }
  const { all, places, ids } = taken;
  const [start, end] = [
    from === 0 ? 0 : places[from]!,
    to >= ids.length ? all.length : places[to]!,
  ];
  let token = from;
  return all
    .slice(start, end)
    .map((character, k) => ({ character, token: places[token] === start + k ? token++ : -1 }));
}

/** The cleared memories and changed letters, one by one, as far as they are at hand. */
export const feltOf = (r: Run, kind: Kind): readonly Pick<Felt, "from" | "extra">[] =>
  r.reading ? r.reading.felt.filter((f) => f.kind === kind) : (r.recorded?.felt[kind] ?? []);

/** Mean surprise of the k-th time that the speech is read, from 0 on. */
export const timeOf = (nats: ArrayLike<number>, k: number): number =>
  over(nats, k * SPEECH, Math.min(nats.length, (k + 1) * SPEECH)).mean;

/** Characters of the beginning that NumPy reads again. */
export const HEAD = 120;

/** Their mean surprise. */
export function headNats({ reading, recorded, own: mine }: Run): number {
  if (recorded) return recorded.head.nats;
  if (mine!.ids.length < 2) return 0;
  const end = Math.min(HEAD, mine!.ids.length);
  return reading && reading.read >= end ? over(reading.surprise, 0, end).mean : NaN;
}

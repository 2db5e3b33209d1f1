import { entriesOf, type Course, type Entry } from "./course.ts";
import type { Progress } from "./progress.ts";

type Kept = Readonly<Record<string, Progress>>;

/** How many of a chapter's steps have been on the screen. */
export const readOf = ({ slug, steps }: Entry, kept: Kept): number =>
  Math.min(steps, kept[slug]?.done.length ?? 0);

export interface Ahead {
  readonly done: number;
  readonly all: number;
  /** Of the chapters' own minutes those that belong to steps that are not read. */
  readonly minutes: number;
  /** Where to go on: the chapter that was begun and not finished, or the first that was not begun. */
  readonly next: Entry | undefined;
}

/** What a reader has read of the course, and what is ahead. */
export function aheadOf(course: Course, kept: Kept): Ahead {
  const open = entriesOf(course).filter((e) => e.written);
  const sum = (of: (e: Entry) => number) => open.reduce((n, e) => n + of(e), 0);
  const unread = open.filter((e) => readOf(e, kept) < e.steps);
  // Its first step is on the screen as soon as a chapter is opened: that is no beginning.
  const begun = unread.find((e) => readOf(e, kept) > 1);
  return {
    done: sum((e) => readOf(e, kept)),
    all: sum((e) => e.steps),
    minutes: sum((e) => e.minutes * (1 - readOf(e, kept) / Math.max(1, e.steps))),
    next: begun ?? unread[0] ?? open[0],
  };
}

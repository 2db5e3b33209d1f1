import { now } from "../../tasks/clock.ts";
import { opened, slicesOf, workersRun } from "../../tasks/drive.ts";
import { shipped, type Shipped } from "../../tasks/shipped.ts";
import { Refusal, type Report } from "../../kit/task.ts";
import type { Course, Run } from "./compute.ts";
import { FILLED, models, racers, READ_FIRST, type Racer } from "./models.ts";
import { contextOf, type Setting } from "./params.ts";
import type { SideGiven, SideRun, SideValues } from "./side.ts";

const open = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/** Seconds between two reports: the page's own drawing should not take the time that is measured. */
const TELL = 0.25;

/** Of the whole task, what fetching takes. */
const FETCH = 0.1;

type Courses = NonNullable<Run["courses"]>;
type Slices<T = Partial<Run>> = AsyncGenerator<Report<Run>, T, undefined>;

/**
 * One after the other, each in a worker of its own, so that none takes another's time; where there are no workers, on the page. What
 * was timed while nobody saw the page is thrown away: browsers slow it down then. Those that had come to their end when a race broke
 * off keep their times; where all had, all race anew.
 */
export async function* race(v: Setting, stop: AbortSignal, had: Partial<Run> = {}): Slices {
  const fetched: Partial<Record<Racer, Shipped>> = {};
  for (const [k, racer] of racers.entries()) fetched[racer] = yield* fetchModel(racer, k, stop);
  const text = contextOf(v) > 0 ? await fetchText(stop) : "";
  const weights = racers.map((racer) => shareOf(racer, v));
  const all = weights.reduce((a, b) => a + b);
  let courses = toKeep(had.courses);
  let passed = 0;
  for (const [k, racer] of racers.entries()) {
    if (courses[racer]) {
      passed += weights[k]!;
      continue;
    }
    const far = (done: number) =>
      Math.min(1, FETCH + (1 - FETCH) * ((passed + weights[k]! * done) / all));
    for await (const { done, course } of alone(racer, v, stop, { model: fetched[racer]!, text })) {
      courses = { ...courses, [racer]: course };
      yield { done: far(done), product: { courses } };
    }
    passed += weights[k]!;
  }
  return { courses };
}

function toKeep(had: Courses = {}): Courses {
  const ended = racers.filter((racer) => had[racer]?.ended);
  return ended.length < racers.length
    ? Object.fromEntries(ended.map((racer) => [racer, had[racer]]))
    : {};
}

async function* fetchModel(racer: Racer, k: number, stop: AbortSignal): Slices<Shipped> {
  const coming = shipped(models[racer].id, stop);
  for (;;) {
    const { done, value } = await coming.next();
    if (done) return value;
    yield { done: FETCH * ((k + value.done) / racers.length) };
  }
}

/** One of them from its first character to its last. */
async function* alone(racer: Racer, v: Setting, stop: AbortSignal, given: SideGiven) {
  const here = !workersRun() ? (await import("./side.ts")).raceSide : undefined;
  const side: SideValues = { ...v, racer, fills: READ_FIRST };
  const slices = here
    ? here(side, stop, given)
    : slicesOf<SideValues, SideRun>(opened(open), side, stop, given);
  const seen = unseen();
  let course: Course = blank(copies(racer, v));
  let told = -Infinity;
  try {
    for (;;) {
      const { done, value } = await slices.next();
      if (stop.aborted) return;
      course = joined(course, done ? value : value.product, seen.lately());
      if (done) return void (yield { done: 1, course: { ...course, ended: true } });
      if (now() - told < TELL) continue;
      told = now();
      yield { done: value.done, course };
    }
  } finally {
    seen.end();
    await slices.return({});
  }
}

const blank = (copied: boolean): Course => ({
  stretches: [],
  written: "",
  dropped: 0,
  copied,
  ended: false,
});

const copies = (racer: Racer, v: Setting): boolean =>
  racer === "transformer" && v.sight === "all" && contextOf(v) >= FILLED;

/** About what each takes of the whole, for the bar. */
const shareOf = (racer: Racer, v: Setting): number => {
  if (racer === "lstm") return 0.5;
  if (racer === "mamba") return 0.8;
  return copies(racer, v) ? 0.3 : v.context === "k1" && v.sight === "all" ? 3 : 1.5;
};

function joined(had: Course, add: Partial<SideRun> | undefined, hidden: boolean): Course {
  const fresh = add?.fresh ?? [];
  return {
    ...had,
    stretches: hidden ? had.stretches : [...had.stretches, ...fresh],
    written: add?.written ?? had.written,
    dropped: had.dropped + (hidden ? fresh.length : 0),
  };
}

/** Whether the page was out of sight at any time since it was last asked. */
function unseen() {
  const page = globalThis.document as Document | undefined;
  let was = page?.visibilityState === "hidden";
  const note = () => (was ||= page!.visibilityState === "hidden");
  page?.addEventListener("visibilitychange", note);
  return {
    lately(): boolean {
      const hidden = was;
      was = page?.visibilityState === "hidden";
      return hidden;
    },
    end: () => page?.removeEventListener("visibilitychange", note),
  };
}

/** 100,000 characters of Shakespeare that no model was trained on. */
async function fetchText(stop: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}data/held-out.txt`, { signal: stop });
    if (answer.ok) {
      const text = await answer.text();
      if (text.length === 100_000) return text;
    }
  } catch {
    // offline, or stopped: then nobody hears of it
  }
  throw new Refusal("missing");
}

import { chunkedScan, sequentialScan } from "../../numerics/scan.ts";
import { replay, type Trace, type TraceLevel } from "../../numerics/scanTrace.ts";
import { elementsOf, type Held, type Rule } from "./task.ts";

export type Doing = "wait" | "reduce" | "carry" | "write" | "done";

/** One helper at one moment: the book in front, what is in hand, and the carry received and not yet used. */
export interface Stand {
  readonly book: number;
  readonly held: Held | undefined;
  readonly inbox: Held | undefined;
  readonly doing: Doing;
}

/** A carry that goes from one helper to the next. */
export interface Handover {
  readonly from: number;
  readonly to: number;
  readonly value: Held;
}

/** What happens in one time step, and how all stand after it. */
export interface Tick {
  readonly stands: readonly Stand[];
  readonly handovers: readonly Handover[];
  /** Joins, all at once. */
  readonly work: number;
}

export interface Plan {
  /** Tick 0 is the start: no time has passed and nothing is joined. */
  readonly ticks: readonly Tick[];
  /** What is written into each book, and in which tick. */
  readonly written: readonly number[];
  readonly when: readonly number[];
}

type Change = Partial<Stand>;

/** The helpers' moves, one time step after another. */
class Diary {
  readonly ticks: Tick[] = [];
  readonly when: number[];
  #now: Stand[];

  constructor(n: number, stands: Stand[]) {
    this.when = Array.from({ length: n }, () => 0);
    this.#now = stands;
    this.ticks.push({ stands, handovers: [], work: 0 });
  }

  stand = (helper: number) => this.#now[helper]!;

  /** One time step: who does something else than before, which carries go over, how many joins. */
  tick(changes: ReadonlyMap<number, Change>, handovers: readonly Handover[], work: number): void {
    const tick = this.ticks.length;
    this.#now = this.#now.map((old, helper) => {
      const change = changes.get(helper);
      if (change?.doing === "write") this.when[change.book ?? old.book] = tick;
      return { ...old, ...(change ?? { doing: old.doing === "wait" ? "wait" : resting(old) }) };
    });
    this.ticks.push({ stands: this.#now, handovers, work });
  }
}

/** Who has written is done; who has summed up waits for the second pass. */
const resting = ({ doing }: Stand): Doing =>
  doing === "write" || doing === "done" ? "done" : "wait";

const chunksOf = (n: number, chunk: number) => Math.ceil(n / chunk);

/** All wait before the first book of their stretches; `take` tells who holds it already. */
function atTheStart(
  xs: readonly Held[],
  chunk: number,
  take: (helper: number) => boolean,
): Stand[] {
  return Array.from({ length: chunksOf(xs.length, chunk) }, (_, j) => ({
    book: j * chunk,
    held: take(j) ? xs[j * chunk] : undefined,
    inbox: undefined,
    doing: "wait" as const,
  }));
}

/** Reduce, carry, scan: the trace of `chunkedScan`, told as what each helper does. */
export function sharedPlan(books: readonly number[], rule: Rule, chunk: number): Plan {
  const xs = elementsOf(books, rule);
  const { trace } = chunkedScan(xs, rule, { trace: true, chunk });
  const { rows, values } = replay(trace!, xs, rule);
  const chunks = chunksOf(xs.length, chunk);
  const plan = new Diary(
    xs.length,
    atTheStart(xs, chunk, (j) => j < chunks - 1 || chunks === 1),
  );
  trace!.levels.forEach((level, k) => {
    if (!level.steps.some((s) => s.kind === "combine")) return; // the first book is only taken
    const acts = actsOf(level, trace!, chunk, rows[k]!, rows[k + 1]!);
    const handovers = acts.flatMap((x) => x.handover ?? []);
    const first = level.phase === "output" && trace!.levels[k - 1]?.phase !== "output";
    const changes = new Map(acts.map((x) => [x.helper, x.change]));
    if (first && !changes.has(0)) changes.set(0, { book: 0, held: xs[0], doing: "write" });
    plan.tick(changes, handovers, acts.length);
  });
  return { ticks: plan.ticks, when: plan.when, written: values.map((x) => rule.state(x)) };
}

/** The joins of one level, each with the helper whose it is. */
function actsOf(
  { phase, steps }: TraceLevel,
  { n }: Trace,
  chunk: number,
  before: readonly (Held | undefined)[],
  after: readonly (Held | undefined)[],
) {
  const acts: { helper: number; change: Change; handover?: Handover }[] = [];
  const last = chunksOf(n, chunk) - 1;
  for (const step of steps) {
    if (step.kind !== "combine") continue;
    const held = after[step.into];
    if (phase === "reduce")
      acts.push({
        helper: step.into - n,
        change: { book: step.right, held, doing: "reduce" },
      });
    else if (phase === "carry") {
      const helper = step.into - n;
      const value = before[step.left]!;
      acts.push({
        helper,
        change: { held, inbox: value, doing: "carry" },
        handover: { from: helper - 1, to: helper, value },
      });
    } else {
      const helper = Math.floor(step.into / chunk);
      const change: Change = { book: step.into, held, inbox: undefined, doing: "write" };
      const arrives = step.left >= n && helper === last;
      const handover = { from: helper - 1, to: helper, value: before[step.left]! };
      acts.push({ helper, change, ...(arrives ? { handover } : {}) });
    }
  }
  return acts;
}

/** One after the other: only who has the state can work, and hands it on at the end of the stretch. */
export function waitingPlan(books: readonly number[], rule: Rule, chunk: number): Plan {
  const xs = elementsOf(books, rule);
  const { values, trace } = sequentialScan(xs, rule, { trace: true });
  const plan = new Diary(
    xs.length,
    atTheStart(xs, chunk, (j) => j === 0),
  );
  for (const { steps } of trace!.levels)
    for (const step of steps) {
      if (step.kind !== "combine") continue;
      const helper = Math.floor(step.into / chunk);
      const arrives = step.into % chunk === 0;
      const handover = { from: helper - 1, to: helper, value: values[step.left]! };
      const change: Change = { book: step.into, held: values[step.into], doing: "write" };
      plan.tick(new Map([[helper, change]]), arrives ? [handover] : [], 1);
    }
  return { ticks: plan.ticks, when: plan.when, written: values.map((x) => rule.state(x)) };
}

/** Each helper for itself, as if nothing came before its stretch: a map of scans, or of single books. */
export function apartPlan(
  books: readonly number[],
  rule: Rule,
  chunk: number,
  each: boolean,
): Plan {
  const stretches = Array.from({ length: chunksOf(books.length, chunk) }, (_, j) =>
    books.slice(j * chunk, (j + 1) * chunk),
  );
  const values = stretches.flatMap((part) => {
    const xs = elementsOf(part, rule);
    return each ? part.map((u) => rule.begin(u)) : sequentialScan(xs, rule).values;
  });
  const plan = new Diary(
    books.length,
    atTheStart(values, chunk, () => !each),
  );
  for (let i = each ? 0 : 1; i < chunk; i++) {
    const changes = new Map<number, Change>();
    stretches.forEach((part, j) => {
      const book = j * chunk + i;
      if (i < part.length) changes.set(j, { book, held: values[book], doing: "write" });
    });
    plan.tick(changes, [], changes.size);
  }
  return { ticks: plan.ticks, when: plan.when, written: values.map((x) => rule.state(x)) };
}

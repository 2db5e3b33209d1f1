import { generator } from "../../numerics/random.ts";
import { scanCost, type ScanCost } from "../../numerics/scanCost.ts";
import type { Setting } from "./params.ts";
import { apartPlan, sharedPlan, waitingPlan, type Plan } from "./plan.ts";
import { bothWays, ruleOf, truthOf, type Rule } from "./task.ts";

/** How the work is shared out. */
export type Way = "each" | "alone" | "shared" | "waiting" | "apart";

export interface Run extends Plan {
  readonly books: readonly number[];
  readonly way: Way;
  /** Books of a stretch; the helpers that have one. */
  readonly chunk: number;
  readonly used: number;
  /** What one helper alone would write. */
  readonly truth: readonly number[];
  /** Time steps (depth) and joins (work), as counted; by the formula; and of one helper alone. */
  readonly counted: ScanCost;
  readonly formula: ScanCost;
  readonly alone: ScanCost;
  readonly handovers: number;
  /** (x ∘ y) ∘ z and x ∘ (y ∘ z) of the first three books; NaN where nothing is joined. */
  readonly left: number;
  readonly right: number;
  /** The number of helpers that is fastest for a task that can be shared, and its time steps. */
  readonly best: { readonly k: number; readonly ticks: number };
}

export const MOST_HELPERS = 16;
export const MOST_BOOKS = 32;

/** Whole numbers from −9 to 9 without 0: sums that can be followed in the head. */
export function booksOf(n: number, seed: number): number[] {
  const random = generator(seed);
  return Array.from({ length: n }, () => {
    const size = 1 + Math.floor(9 * random.uniform());
    return random.uniform() < 0.4 ? -size : size;
  });
}

function wayOf({ task, carry }: Setting, used: number, rule: Rule): Way {
  if (task === "each") return "each";
  if (used === 1) return "alone";
  if (!carry) return "apart";
  return rule.joins ? "shared" : "waiting";
}

function planOf(way: Way, books: readonly number[], rule: Rule, chunk: number): Plan {
  if (way === "shared") return sharedPlan(books, rule, chunk);
  if (way === "apart" || way === "each") return apartPlan(books, rule, chunk, way === "each");
  return waitingPlan(books, rule, chunk);
}

function formulaOf(way: Way, n: number, chunk: number): ScanCost {
  if (way === "shared") return scanCost("chunked", n, chunk);
  if (way === "apart") return { work: n - Math.ceil(n / chunk), depth: chunk - 1 };
  return way === "each" ? { work: n, depth: chunk } : scanCost("sequential", n);
}

/** The books, and who does what when until every book has its result. */
export function run(v: Setting): Run {
  const books = booksOf(v.n, v.seed);
  const rule = ruleOf(v.task, v.a, v.b);
  const chunk = Math.ceil(v.n / v.k);
  const used = Math.ceil(v.n / chunk);
  const way = wayOf(v, used, rule);
  const plan = planOf(way, books, rule, chunk);
  const work = plan.ticks.reduce((sum, x) => sum + x.work, 0);
  return {
    ...plan,
    books,
    way,
    chunk,
    used,
    truth: way === "each" ? books.map((u) => rule.state(rule.begin(u))) : truthOf(books, rule),
    counted: { work, depth: plan.ticks.length - 1 },
    formula: formulaOf(way, v.n, chunk),
    alone: formulaOf(way === "each" ? "each" : "alone", v.n, v.n),
    handovers: plan.ticks.reduce((sum, x) => sum + x.handovers.length, 0),
    ...(way === "each" ? { left: NaN, right: NaN } : bothWays(books, rule)),
    best: bestOf(v.n),
  };
}

function bestOf(n: number) {
  let best = { k: 1, ticks: n - 1 };
  for (let k = 2; k <= MOST_HELPERS; k++) {
    const chunk = Math.ceil(n / k);
    const ticks = scanCost("chunked", n, chunk).depth;
    if (ticks < best.ticks) best = { k: Math.ceil(n / chunk), ticks };
  }
  return best;
}

/** Whether a book's result is another than that of one helper alone. */
export const isWrong = ({ written, truth }: Run, i: number): boolean =>
  Math.abs(written[i]! - truth[i]!) > 1e-9 * Math.max(1, Math.abs(truth[i]!));

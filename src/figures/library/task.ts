import { pairs, sequentialScan } from "../../numerics/scan.ts";
import type { Associative } from "../../numerics/scanTrace.ts";
import type { Setting } from "./params.ts";

/** What a helper holds: one number, or a pair (a, b) that stands for h ↦ a·h + b. */
export type Held = readonly number[];

/** A task on the books' numbers: how a stretch begins, and how what is held goes on. */
export interface Rule extends Associative<Held> {
  /** The first book of a stretch, taken with nothing before it; the others as they are joined to it. */
  begin(u: number): Held;
  book(u: number): Held;
  /** The state in what is held. */
  state(held: Held): number;
  /** Whether two stretches can be summed up and joined. Where not, `combine` takes a state and a book only. */
  readonly joins: boolean;
}

const plain = (combine: (h: number, u: number) => number, begin = (u: number) => u): Rule => ({
  begin: (u) => [begin(u)],
  book: (u) => [u],
  state: ([h]) => h!,
  combine: ([h], [u]) => [combine(h!, u!)],
  joins: true,
});

/** The rule of a task; of "each" it is that nothing is ever joined. */
export function ruleOf(task: Setting["task"], a: number, b: number): Rule {
  switch (task) {
    case "sum":
      return plain((h, u) => h + u);
    case "max":
      return plain((h, u) => Math.max(h, u));
    case "ssm": {
      const pair = (u: number): Held => [a, b * u];
      return {
        begin: pair,
        book: pair,
        state: (held) => held[1]!,
        combine: (one, two) => pairs.combine([one[0]!, one[1]!], [two[0]!, two[1]!]),
        joins: true,
      };
    }
    case "tanh": {
      // #region tanh
      const step = (h: number, u: number) => Math.tanh(a * h + b * u);
      // #endregion
      return { ...plain(step, (u) => step(0, u)), joins: false };
    }
    case "each":
      return {
        ...plain(
          (_, u) => u * u,
          (u) => u * u,
        ),
        joins: false,
      };
  }
}

/** The elements of a stretch, ready to be scanned. */
export const elementsOf = (books: readonly number[], { begin, book }: Rule): Held[] =>
  books.map((u, i) => (i === 0 ? begin(u) : book(u)));

/** What one helper alone would write into every book. */
export const truthOf = (books: readonly number[], rule: Rule): number[] =>
  sequentialScan(elementsOf(books, rule), rule).values.map((x) => rule.state(x));

/** The first three books joined from the left, and from the right: what must be equal for stretches to be summed up. */
export function bothWays(
  [u, v, w]: readonly number[],
  rule: Rule,
): { left: number; right: number } {
  const { begin, book, combine, state } = rule;
  const left = combine(combine(begin(u!), book(v!)), book(w!));
  const right = combine(begin(u!), combine(begin(v!), book(w!)));
  return { left: state(left), right: state(right) };
}

import { count, fail } from "../../numerics/check.ts";
import type { Generator } from "../../numerics/random.ts";

/**
 * Copying and selective copying (Gu & Dao 2023, §4.1 and App. E.1; Arjovsky et al. 2016): K values among L steps, blanks else, then K
 * markers, at each of which the next value is to be named. With "fixed" spacing the values stand at the first K steps, so that every
 * value has the same lag to its answer; with "random" anywhere, in order.
 */
export interface CopyingTask {
  readonly spacing: "fixed" | "random";
  readonly L: number;
  readonly K: number;
  /** How many different values there are: the tokens 1 … V. */
  readonly V: number;
}

/** The blank is token 0, the values are 1 … V; this is the marker. The answer for value v is the class v − 1. */
export function markerOf({ V }: CopyingTask): number {
  return V + 1;
}

/** Rows of L + K steps for a batch, to be filled again and again. */
export interface Batch {
  readonly inputs: readonly Int32Array[];
  /** −1 at the first L steps, which are not scored. */
  readonly targets: readonly Int32Array[];
}

/** Room for a batch. Throws on a task that is none. */
export function newBatch(task: CopyingTask, rows: number): Batch {
  const { L, K, V, spacing } = task;
  count("V", V);
  count("K", K);
  if (count("L", L) < K) fail("L", `at least K = ${K}`, L);
  if (spacing !== "fixed" && spacing !== "random") fail("spacing", '"fixed" or "random"', spacing);
  const make = () => Array.from({ length: count("rows", rows) }, () => new Int32Array(L + K));
  return { inputs: make(), targets: make() };
}

/** Fills a batch with what the generator brings next; it draws L + K numbers a row, whatever the task. */
export function fillBatch({ inputs, targets }: Batch, task: CopyingTask, chance: Generator): void {
  const { spacing, L, K, V } = task;
  for (let r = 0; r < inputs.length; r++) {
    const [input, target] = [inputs[r]!, targets[r]!];
    input.fill(0, 0, L);
    input.fill(V + 1, L);
    target.fill(-1);
    // Knuth's algorithm S: each of the L steps is taken with the chance that leaves all choices of K equally likely.
    let taken = 0;
    for (let t = 0; t < L; t++) {
      const draw = chance.uniform();
      const wanted = spacing === "fixed" ? t < K : draw * (L - t) < K - taken;
      if (wanted) input[t] = ++taken;
    }
    for (let t = 0; t < L; t++) {
      if (input[t] === 0) continue;
      const at = L + input[t]! - 1;
      target[at] = Math.floor(chance.uniform() * V);
      input[t] = target[at]! + 1;
    }
  }
}

import { count, fail } from "../../numerics/check.ts";
import type { BlockCache } from "./cache.ts";
import { carry, enter, type Run, runStack } from "./forward.ts";
import { checkInput, type Runnable } from "./stack.ts";

/**
 * What is done to one step in a block of S6:
 * "delta": Δ of every channel is `value`; "times": it is multiplied by `value`;
 * "unheard": the step enters no state (B = 0), which fades all the same; its way past the state, D u, stays;
 * "state": the states are cleared before the step is read; "window": the past of the convolution is; "both": the block begins anew.
 */
export type Change = {
  /** The step, counted from the beginning of what is read. */
  readonly at: number;
  /** The blocks in which; all where not given. */
  readonly layers?: readonly number[];
} & (
  | { readonly kind: "delta" | "times"; readonly value: number }
  | { readonly kind: "unheard" | "state" | "window" | "both" }
);

/**
 * Reads tokens from where a run (that keeps no states) stands, in pieces of at most its capacity, with what is changed on the
 * way; `see` is told after each piece from which step it goes and how many it has: the run's caches hold it then. The run stands
 * behind the last. Throws on an unknown token, on a change at no step or with a step size below 0.
 */
export function readOn(
  { shape, weights }: Runnable,
  run: Run,
  ids: Int32Array,
  changes: readonly Change[],
  see: (from: number, steps: number) => void,
): void {
  checkInput(shape, ids, "ids");
  if (run.blocks[0]!.kept) fail("run", "one that keeps no states", "one that does");
  for (const change of changes) check(change, ids.length);
  const clears = changes.filter(clearing);
  for (let from = 0; from < ids.length;) {
    for (const change of clears) if (change.at === from) clear(run, change);
    const ends = [from + run.capacity, ids.length, ...clears.map(({ at }) => at)];
    const steps = Math.min(...ends.filter((at) => at > from)) - from;
    enter(run, weights, ids, from, steps);
    const here = changes.filter((c) => !clearing(c) && c.at >= from && c.at < from + steps);
    runStack(run, weights, steps, 0, (block, layer) => {
      for (const change of here)
        if (concerns(change, layer)) apply(run, block, change, change.at - from);
    });
    carry(run, steps);
    see(from, steps);
    from += steps;
  }
}

const clearing = ({ kind }: Change) => kind === "state" || kind === "window" || kind === "both";
const concerns = ({ layers }: Change, layer: number) => layers?.includes(layer) ?? true;

function check(change: Change, L: number): void {
  if (count("change.at", change.at, 0) >= L) fail("change.at", `below ${L}`, change.at);
  const sized = change.kind === "delta" || change.kind === "times";
  if (sized && !(change.value >= 0 && change.value < Infinity))
    fail("change.value", "a finite number of at least 0", change.value);
}

function clear({ blocks }: Run, change: Change): void {
  blocks.forEach(({ h, xPast, x }, layer) => {
    if (!concerns(change, layer)) return;
    if (change.kind !== "window") h.fill(0);
    if (change.kind !== "state") xPast.data.fill(0, 0, x.at);
  });
}

// #region intervene
/** Changes step t of what the scan of a block is about to read. */
function apply({ shape: { E, N, R } }: Run, block: BlockCache, change: Change, t: number): void {
  const steps = block.delta.subarray(t * E, (t + 1) * E);
  if (change.kind === "delta") steps.fill(change.value);
  if (change.kind === "times") for (let e = 0; e < E; e++) steps[e]! *= change.value;
  const B = t * (R + 2 * N) + R;
  if (change.kind === "unheard") block.dBC.data.fill(0, B, B + N);
}
// #endregion

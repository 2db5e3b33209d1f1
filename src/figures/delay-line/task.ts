import type { Report } from "../../kit/task.ts";
import { memoryIds, type MemoryId } from "../../models/recall/memory.ts";
import { answered, held, placesOf, type Curve, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type Slices = Generator<Report<Run>, Partial<Run>, undefined>;

/** Numbers of places at which the memories are compared. */
export const placesUpTo = (M: number): number[] =>
  [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64].filter((n) => n <= M);

/** The same task for every memory, one after the other. */
export function* run(v: Setting): Slices {
  return v.task === "delay" ? yield* curves(v) : yield* scores(v);
}

function* curves(v: Setting): Slices {
  const all: Partial<Record<MemoryId, Curve>> = {};
  for (const [i, id] of memoryIds.entries()) {
    const { errors, left } = held(id, v);
    all[id] = { errors, left };
    yield { done: (i + 1) / memoryIds.length, product: { curves: { ...all } } };
  }
  return { curves: all };
}

/** The plain RNN, step by step for every sequence, is the slowest by far and comes last. */
const order = [...memoryIds.filter((id) => id !== "rnn"), "rnn"] as const;

function* scores(v: Setting): Slices {
  const grid = placesUpTo(v.M);
  const all: Partial<Record<MemoryId, NonNullable<Run["scores"]>[MemoryId] & object>> = {};
  const total = order.length * (grid.length + 1);
  let done = 0;
  for (const id of order) {
    const answers = answered(id, v, placesOf(v));
    const right = new Float64Array(grid.length).fill(NaN);
    all[id] = { right, answers };
    yield { done: ++done / total, product: { scores: { ...all } } };
    for (const [k, n] of grid.entries()) {
      right[k] = answered(id, v, n).right;
      yield { done: ++done / total };
    }
  }
  return { scores: all };
}

import { half } from "../../models/half.ts";
import { newStack } from "../../models/mamba/initial.ts";
import { type Stack, tag } from "../../models/mamba/stack.ts";
import { fillBatch, newBatch } from "../../models/train/copying.ts";
import { generator } from "../../numerics/random.ts";

/** What the recorded model was trained on, and its sizes. */
export const TASK = { spacing: "random", L: 16, K: 3, V: 8, d: 16, N: 8, layers: 1 } as const;

/** A stack from its weights as base64 of float16, in the order of their store. */
export function stackFrom(weights: string): Stack {
  const { d, N, layers, V } = TASK;
  const stack = newStack({ d, N, layers, input: { vocab: V + 2 }, output: V }, 1);
  const bytes = Uint8Array.from(atob(weights), (c) => c.charCodeAt(0));
  stack.store.flat.set(
    Float64Array.from(stack.store.flat, (_, i) => half(bytes[2 * i]! + 256 * bytes[2 * i + 1]!)),
  );
  return stack;
}

/** The share of answers that are right on so many rows it was not trained on. */
export function heldOut(stack: Stack, rows: number, seed: number): number {
  const { L, K, V } = TASK;
  const batch = newBatch(TASK, rows);
  fillBatch(batch, TASK, generator(100_000 + seed));
  let right = 0;
  batch.inputs.forEach((input, r) => {
    const logits = tag(stack, input);
    for (let t = L; t < L + K; t++) {
      const row = logits.subarray(t * V, t * V + V);
      if (row.indexOf(Math.max(...row)) === batch.targets[r]![t]) right++;
    }
  });
  return right / (rows * K);
}

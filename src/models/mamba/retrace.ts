import { count, fail, vector } from "../../numerics/check.ts";
import { type Run, runFromScan } from "./forward.ts";
import { outputs } from "./shape.ts";
import type { Stack } from "./stack.ts";

/**
 * The logits of a traced run (`traceStack`), L × outputs, as they are when Δ of one block of S6 is set to `delta` (L × E, not below 0)
 * and all behind it follows: what would the model say if this step had not been heard? The run stays as changed.
 */
export function retrace(stack: Stack, run: Run, layer: number, delta: Float64Array): Float64Array {
  const { shape, weights } = stack;
  if (count("layer", layer, 0) >= shape.layers) fail("layer", `below ${shape.layers}`, layer);
  if (shape.core !== "s6") fail("the model", "an S6: S4D has no Δ by step", shape.core);
  const L = run.capacity;
  vector("delta", delta, L * shape.E);
  const odd = delta.findIndex((d) => d < 0);
  if (odd >= 0) fail(`delta[${odd}]`, "a step size of at least 0", delta[odd]);
  run.blocks[layer]!.delta.set(delta);
  runFromScan(run, weights, layer, L);
  return run.logits.data.slice(0, L * outputs(shape));
}

import type { Rows } from "../../numerics/dense.ts";
import { expParts, expWholes } from "../../numerics/exp.ts";
import { log } from "../../numerics/portable.ts";
import { decay } from "./elementwise.ts";

/** The sums of a batch. */
export interface Score {
  /** Σ −log p(target) over the steps that are scored. */
  loss: number;
  /** Steps whose largest logit is the target's. */
  right: number;
}

/**
 * Cross-entropy of softmax(logits) over rows from … to − 1 against `targets`; a target below 0 is not scored. Adds to `score` and
 * writes ∂loss/∂logits · `weight` to `slopes`.
 */
export function crossEntropy(
  score: Score,
  slopes: Rows,
  logits: Rows,
  targets: Int32Array,
  weight: number,
  from: number,
  to: number,
): void {
  const { width, data } = logits;
  const [wholes, parts] = [expWholes, expParts];
  for (let t = from; t < to; t++) {
    const [at, target] = [t * width, targets[t]!];
    if (target < 0) {
      slopes.data.fill(0, at, at + width);
      continue;
    }
    let best = 0;
    for (let i = 1; i < width; i++) if (data[at + i]! > data[at + best]!) best = i;
    const top = data[at + best]!;
    let sum = 0;
    for (let i = 0; i < width; i++)
      sum += slopes.data[at + i] = decay(top - data[at + i]!, wholes, parts);
    score.loss += log(sum) + top - data[at + target]!;
    if (best === target) score.right++;
    for (let i = 0; i < width; i++) slopes.data[at + i]! *= weight / sum;
    slopes.data[at + target]! -= weight;
  }
}

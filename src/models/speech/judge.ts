import type { Stack } from "../mamba/stack.ts";
import { HOP, WINDOW } from "./bands.ts";
import { listen, sharesOf } from "./listener.ts";
import { answerIn, type Word } from "./verdict.ts";

/** How long a reader of the stream waits after the end of a sound: 0.3 s. */
const AFTER = 30 * HOP + WINDOW;

/** The digit of a recording at 8 kHz (−1 … 1), told within 0.3 s of its end, with silence behind it. */
export function digitOf(model: Stack, samples: Float64Array): Word {
  const all = new Float64Array(samples.length + AFTER);
  all.set(samples);
  return answerIn(sharesOf(listen(model, all).logits))!;
}

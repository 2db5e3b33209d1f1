import { Refusal, type Report } from "../../kit/task.ts";
import { Fault } from "../../models/checkpoint/fault.ts";
import { pack } from "../../models/checkpoint/pack.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Own } from "./own.ts";
import { tokenizerOf, vocabularyOf } from "./tokenizer.ts";

/** The reader's own model, packed as it streams in, and its tokens. */
export async function* packOwn(v: Setting): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  const { plan, weights, tokenizer } = v.model as Own;
  const vocab = "vocab" in plan.shape.input ? plan.shape.input.vocab : 0;
  try {
    const vocabulary = vocabularyOf((await tokenizerOf(tokenizer))!, vocab);
    const slices = pack(plan, weights);
    for (;;) {
      const next = await slices.next();
      if (next.done) return { own: { packed: new Blob([next.value]), vocabulary } };
      yield { done: next.value };
    }
  } catch (e) {
    if (e instanceof Fault || e instanceof DOMException) throw new Refusal("ownBroken");
    throw e instanceof RangeError ? new Refusal("ownRoom") : e; // an array that finds no memory
  }
}

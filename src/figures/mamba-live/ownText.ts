import type { Run } from "./compute.ts";
import { sizesOf } from "./models.ts";
import type { Own } from "./own.ts";
import type { Setting } from "./params.ts";
import { readTokens, type Slices } from "./task.ts";
import { tokensBy, tokenizerOf } from "./tokenizer.ts";

/** The text, read by the reader's own model. */
export async function* readOwn(v: Setting, _: AbortSignal, had: Partial<Run>): Slices {
  const { tokenizer, first } = v.model as Own;
  const { vocabulary } = had.own!;
  const how = { vocabulary, first, ...sizesOf(v.model) };
  return yield* readTokens(v, had, tokensBy((await tokenizerOf(tokenizer))!, v.text, how));
}

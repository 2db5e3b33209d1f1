import { isOwn, type Model } from "./models.ts";

/** A sentence for a model: what ours read are characters, a reader's own reads tokens. `unit` is the phrase of both words. */
export function wordedFor(model: Model | undefined, unit: string, sentence: string): string {
  if (model === undefined || !isOwn(model)) return sentence;
  const [ours, theirs] = unit.split(" → ");
  return sentence.replaceAll(ours!, theirs!);
}

import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { openTagger } from "../../models/shipped/open.ts";
import { samplesOf } from "./clips.ts";
import type { Run } from "./compute.ts";
import { foretell } from "./foretold.ts";
import type { Setting } from "./params.ts";

/** The shipped model, fetched. */
export async function* fetchModel(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { model: yield* shipped("waveform", stop) };
}

/** The sound, foretold by it sample by sample. */
export function* listen(
  { clip }: Setting,
  _: AbortSignal,
  { model }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const coming = foretell(samplesOf(clip), openTagger(model!.card, model!.bytes));
  for (;;) {
    const { value, done } = coming.next();
    if (done) return { s6: value };
    yield { done: value };
  }
}

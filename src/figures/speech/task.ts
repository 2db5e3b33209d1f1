import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { openTagger } from "../../models/shipped/open.ts";
import { listen } from "../../models/speech/listener.ts";
import { run, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The shipped model, fetched. */
export async function* fetchModel(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { model: yield* shipped("speech", stop) };
}

/** The sound, heard by it; what the microphone hears has been heard already. */
export function* hear(
  v: Setting,
  _: AbortSignal,
  { model }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  yield { done: 0.1 };
  if (v.sound.kind === "live") return {};
  const { samples } = run(v);
  return { heard: listen(openTagger(model!.card, model!.bytes), samples) };
}

import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import type { Run } from "./compute.ts";
import { MAMBA, TRANSFORMER } from "./model.ts";
import { knownIn, type Setting } from "./params.ts";
import { read } from "./reading.ts";

/** Both shipped models, one after the other. */
export async function* fetchModels(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  const half = async function* (id: string, from: number) {
    const parts = shipped(id, stop);
    for (;;) {
      const { done, value } = await parts.next();
      if (done) return value;
      yield { done: from + value.done / 2 };
    }
  };
  const mamba = yield* half(MAMBA.id, 0);
  return { models: { mamba, transformer: yield* half(TRANSFORMER.id, 0.5) } };
}

/** The text, read by both. */
export function* readText(
  { text }: Setting,
  _: AbortSignal,
  { models }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const reading = read(models!, knownIn(text));
  for (;;) {
    const { done, value } = reading.next();
    if (done) return { reading: value };
    yield { done: value };
  }
}

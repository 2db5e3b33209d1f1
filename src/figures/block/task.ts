import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { read, type Run } from "./compute.ts";
import { MODEL } from "./model.ts";
import type { Setting } from "./params.ts";

/** The shipped model, fetched. */
export async function* fetchModel(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { model: yield* shipped(MODEL, stop) };
}

/** The text, read by it. */
export function* readText(
  { text }: Setting,
  _: AbortSignal,
  { model }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  yield { done: 0.1 };
  return { trace: read(model!, text) };
}

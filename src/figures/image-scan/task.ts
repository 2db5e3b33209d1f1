import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { openTagger } from "../../models/shipped/open.ts";
import { run, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { read } from "./reading.ts";

/** The shipped model, fetched. */
export async function* fetchModel(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { model: yield* shipped("digits", stop) };
}

/** The sheet, read by it. */
export function* readSheet(
  v: Setting,
  _: AbortSignal,
  { model }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  yield { done: 0.1 };
  const { sheet, order } = run(v);
  return { reading: read(openTagger(model!.card, model!.bytes), sheet, order) };
}

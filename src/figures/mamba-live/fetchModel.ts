import { shipped } from "../../kit/shipped.ts";
import type { Report } from "../../kit/task.ts";
import type { Run } from "./compute.ts";
import { models } from "./models.ts";
import type { Setting } from "./params.ts";

/** The shipped model, fetched. */
export async function* fetchModel(
  v: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { model: yield* shipped(models[v.model].id, stop) };
}

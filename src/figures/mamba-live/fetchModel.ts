import { opened, slicesOf, workersRun } from "../../tasks/drive.ts";
import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import type { Run } from "./compute.ts";
import { isOwn, models } from "./models.ts";
import type { Setting } from "./params.ts";

/** The shipped model, fetched; or the reader's own, packed in a worker. */
export async function* fetchModel(
  v: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  if (!isOwn(v.model)) return { model: yield* shipped(models[v.model].id, stop) };
  if (!workersRun()) return yield* (await import("./packOwn.ts")).packOwn(v);
  const worker = opened(
    () => new Worker(new URL("./packWorker.ts", import.meta.url), { type: "module" }),
  );
  return yield* slicesOf<Setting, Run>(worker, v, stop);
}

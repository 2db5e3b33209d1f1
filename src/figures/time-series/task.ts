import type { Slices } from "../../kit/task.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { fetchKept, idOf } from "./recorded.ts";

/** The recorded weights of the series that is looked at. */
export async function* fetchRecorded(v: Setting): Slices<Run> {
  yield { done: 0 };
  const id = idOf(v);
  return id ? { kept: await fetchKept(id) } : {};
}

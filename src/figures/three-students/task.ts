import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { sessionOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import {
  type Came,
  openLstm,
  openMamba,
  openTransformer,
  readLstm,
  readMamba,
  readTransformer,
} from "./reading.ts";
import { idOf, type Student, students } from "./students.ts";

/** The three, fetched one after the other. */
export async function* fetchModels(
  v: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  const came: Partial<Record<Student, Came>> = {};
  for (const [k, student] of students.entries()) {
    const parts = shipped(idOf(student, v), stop);
    for (;;) {
      const { done, value } = await parts.next();
      if (done) {
        came[student] = value;
        break;
      }
      yield { done: (k + value.done) / students.length };
    }
  }
  return { models: came as Record<Student, Came> };
}

/** Lecture and exam, read by each. */
export function* readLecture(
  v: Setting,
  _: AbortSignal,
  { models }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const { ids } = sessionOf(v);
  yield { done: 0.05 };
  const lstm = readLstm(openLstm(models!.lstm), ids);
  yield { done: 0.3 };
  const transformer = readTransformer(openTransformer(models!.transformer), ids);
  yield { done: 0.65 };
  const mamba = readMamba(openMamba(models!.mamba), ids);
  return { reading: { lstm, transformer, mamba } };
}

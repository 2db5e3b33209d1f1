import type { Report } from "../../kit/task.ts";
import type { Run } from "./compute.ts";
import { learn, type Learned } from "./learn.ts";
import type { Setting } from "./params.ts";
import { tongues, type Tongue } from "./split.ts";
import { wantedBy } from "./tasks.ts";
import { fetchTexts } from "./texts.ts";

export async function* fetchLessons(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { corpora: yield* fetchTexts(stop) };
}

/** The same task in both languages, one after the other. */
export function* learnTask(
  v: Setting,
  _: AbortSignal,
  { corpora }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const learned: Partial<Record<Tongue, Learned>> = {};
  for (const [k, tongue] of tongues.entries()) {
    const { chapters, sentences } = corpora![tongue];
    const slices = learn(sentences, wantedBy(v.task, chapters));
    for (;;) {
      const { done, value } = slices.next();
      if (done) {
        learned[tongue] = value;
        break;
      }
      yield { done: (k + value.done) / tongues.length };
    }
  }
  return { learned: learned as Readonly<Record<Tongue, Learned>> };
}

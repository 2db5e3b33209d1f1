import type { Learned } from "./learn.ts";
import json from "./recorded.json" with { type: "json" };
import type { Tongue } from "./split.ts";
import type { TaskName } from "./tasks.ts";

/** What tools/course-words.ts counted and learned for the words of the examples. */
interface Recording {
  readonly chapters: number;
  /** In how many chapters a word stands. */
  readonly met: Readonly<Record<string, number>>;
  readonly learned: Readonly<Record<TaskName, Learned>>;
}

export const recorded = json as Readonly<Record<Tongue, Recording>>;

import type { Sentence } from "./learn.ts";

/** What a sentence is asked: each answer stands in the lessons themselves. */
export const taskNames = ["question", "kalman", "hippo", "scan"] as const;
export type TaskName = (typeof taskNames)[number];

const chapterOf: Readonly<Partial<Record<TaskName, string>>> = {
  kalman: "kalman",
  hippo: "hippo",
  scan: "parallel-scan",
};

/** Whether the answer is yes; `chapters` are the names that a sentence's number stands for. */
export const wantedBy =
  (task: TaskName, chapters: readonly string[]) =>
  (s: Sentence): boolean =>
    task === "question" ? s.question : chapters[s.chapter] === chapterOf[task];

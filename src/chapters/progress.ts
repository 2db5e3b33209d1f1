/** How far a reader came in a chapter. */
export interface Progress {
  /** Steps that were on the screen, by id. */
  readonly done: readonly string[];
  /** The option chosen for each question. */
  readonly answers: Readonly<Record<string, number>>;
}

/** Progress with what has just been added to it. */
export const further = (before: Progress, more: Partial<Progress>): Progress => ({
  done: [...new Set([...before.done, ...(more.done ?? [])])],
  answers: { ...before.answers, ...more.answers },
});

/** How far a reader came in a chapter. */
export interface Progress {
  /** Steps that were on the screen, by id. */
  readonly done: readonly string[];
  /** The option chosen for each question. */
  readonly answers: Readonly<Record<string, number>>;
}

/** What has just been done; an answer that is undefined is taken back. */
export interface Onward extends Partial<Pick<Progress, "done">> {
  readonly answers?: Readonly<Record<string, number | undefined>>;
}

/** Progress with what has just been added to it. */
export function further(before: Progress, more: Onward): Progress {
  const answers = Object.entries({ ...before.answers, ...more.answers });
  return {
    done: [...new Set([...before.done, ...(more.done ?? [])])],
    answers: Object.fromEntries(answers.flatMap(([q, n]) => (n === undefined ? [] : [[q, n]]))),
  };
}

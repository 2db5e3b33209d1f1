/**
 * The terms by which a text is found: words in lower case, and of Chinese every two neighbouring characters, so that a word is found
 * inside any sentence without a dictionary. The last character of a run stands by itself too, so that one alone is found as well.
 */
export function termsOf(text: string): string[] {
  const runs = text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu);
  return Array.from(runs, ([run]) => run).flatMap((run) =>
    /\p{Script=Han}/u.test(run) ? pairsIn([...run]) : [run],
  );
}

const pairsIn = (run: readonly string[]) => run.map((one, k) => one + (run[k + 1] ?? ""));

/** What is kept of a step for its entry among the results. */
export interface Found {
  readonly slug: string;
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly text: string;
}

/** How a text is indexed and asked; both sides of the index have to agree on it. */
export const indexing = {
  idField: "key",
  fields: ["title", "names", "text", "more"],
  storeFields: ["slug", "id", "chapter", "title", "text"],
  tokenize: termsOf,
  processTerm: (term: string) => term,
} as const;

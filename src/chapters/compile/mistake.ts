/**
 * What an author got wrong: `file:line: what; what to do`. The build stops on it, `npm run dev` shows it over the page, and the
 * tests fail with it.
 */
export class Mistake extends Error {
  readonly file: string;
  readonly line: number | undefined;

  constructor(file: string, line: number | undefined, what: string, remedy: string) {
    super(`${line === undefined ? file : `${file}:${line}`}: ${what}; ${remedy}`);
    this.name = "Mistake";
    this.file = file;
    this.line = line;
  }
}
/** Of the known names those that may have been meant; where none is near, all of them, or the nearest. */
export function suggest(written: string, known: readonly string[]): string {
  if (known.length === 0) return "there are none";
  const near = known.toSorted((a, b) => distance(written, a) - distance(written, b));
  const meant = near.filter((name) => distance(written, name) <= Math.max(1, name.length / 3));
  if (meant.length > 0) return `did you mean ${meant.slice(0, 3).join(" or ")}?`;
  if (known.length <= 8) return `there are ${known.join(", ")}`;
  return `there are ${near.slice(0, 5).join(", ")} and ${known.length - 5} more`;
}

/** How many letters have to be put in, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 0; i < a.length; i++)
    row = row.reduce<number[]>(
      (next, above, k) => [
        ...next,
        k === 0
          ? i + 1
          : Math.min(above + 1, next[k - 1]! + 1, row[k - 1]! + Number(a[i] !== b[k - 1])),
      ],
      [],
    );
  return row[b.length]!;
}

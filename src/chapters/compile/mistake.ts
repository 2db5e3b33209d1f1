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

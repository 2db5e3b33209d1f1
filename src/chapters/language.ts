/** The language that pages are written in first, and that the words in the code are in. */
export const SOURCE = "en";

/** A language of the course: what its language.json says, and what is not translated into it yet. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  /** On the header's button. */
  readonly short: string;
  readonly dir: "ltr" | "rtl";
  /** Under way: the tests do not ask for what is missing yet, and pages show it in English and say so. */
  readonly partial?: true;
  /** "ui" (the sentences of ui.json and of the files beside it), folders of chapters, "figures/<id>", "book/<page>": shown in English. */
  readonly lacks: readonly string[];
}

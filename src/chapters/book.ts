import type { Front, Node } from "./page.ts";

/** What a page of the book says of itself: the book is what stands around the chapters. */
export type BookFront = Pick<Front, "title" | "short" | "line" | "summary">;

/** A page of the book: text alone, so that it is light; all of it made at build time. */
export interface BookPage extends BookFront {
  readonly intro: readonly Node[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: readonly Node[];
  /** What is looked up in it: symbols, terms, papers, figures. */
  readonly entries?: readonly BookItem[];
}

export interface BookItem {
  /** Its place on the page, for links. */
  readonly id: string;
  /** In plain text, for the search. */
  readonly title: string;
  readonly head: readonly Node[];
  readonly body: readonly Node[];
}

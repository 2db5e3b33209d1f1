import type { SymbolId } from "../notation.ts";

/** One adjustable quantity. Every surface (control, address, keys, tests) reads this and nothing else. */
export interface Param<T> {
  readonly kind: string;
  readonly label: string;
  readonly symbol?: SymbolId;
  readonly initial: T;
  /** Kept behind "more controls" on the page. */
  readonly more?: boolean;
  /** The value that a text (typed, or from an address) stands for; undefined where it stands for none. */
  parse(text: string): T | undefined;
  /** Whether `parse` takes the text as it stands; where it would bend it (a number out of range) an address says so. */
  exact?(text: string): boolean;
  /** Whether a text stands for what stays with the reader and no address can carry: it is said so. */
  stays?(text: string): boolean;
  /** The shortest text that `parse` reads back as the same value. */
  print(value: T): string;
  /** The neighbouring value, `by` steps on. */
  nudge(value: T, by: number): T;
  /** Maps [0, 1] onto the domain: drives the property tests and the sweep of the benchmark. */
  at(u: number): T;
  /** The words of its options, for translation. */
  readonly options?: Readonly<Record<string, string>>;
}

export type Params = Readonly<Record<string, Param<unknown>>>;
export type Values<P extends Params> = {
  readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never;
};

/** What every parameter's declaration starts with. */
export interface Label {
  readonly label: string;
  readonly symbol?: SymbolId;
  readonly more?: boolean;
}

import { createContext, useContext } from "react";

export type UiWords = Readonly<Record<string, string>>;
/** The interface's sentences in the reader's language. */
export const UiContext = createContext<UiWords>({});

/** Fills {name} in a sentence. */
export function fill(
  sentence: string,
  with_: Readonly<Record<string, string | number>> = {},
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, k: string) => String(with_[k] ?? whole));
}

export type Say = (key: string, with_?: Readonly<Record<string, string | number>>) => string;

/** `say("stepOf", { n: 1, all: 9 })` in the reader's language; an unknown key shows itself. */
export function useSay(): Say {
  const words = useContext(UiContext);
  return (key, with_) => fill(words[key] ?? key, with_);
}

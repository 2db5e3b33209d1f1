import { useContext, useEffect, useState } from "react";
import { fill, UiContext, type Say, type UiWords } from "./words.ts";

const files = import.meta.glob<UiWords>(
  ["/content/*/*.json", "!/content/*/{language,notation,ui}.json"],
  { import: "default" },
);

/** The sentences of `<name>.json` in a language that has them all. Throws where they cannot be fetched. */
export const loadLate = (name: string, lang: string): Promise<UiWords> =>
  files[`/content/${lang}/${name}.json`]!();

/** Sentences that are fetched with the code that needs them (`<name>.json`), in the language of the words around them. */
export function useLateSay(name: string): Say {
  const ui = useContext(UiContext);
  const [words, setWords] = useState<UiWords>({});
  useEffect(() => {
    loadLate(name, ui.lang ?? "en").then(setWords, () => undefined);
  }, [ui, name]);
  return (key, with_) => fill(words[key] ?? ui[`${name}.${key}`] ?? key, with_);
}

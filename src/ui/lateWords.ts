import { useContext, useEffect, useState } from "react";
import { fill, UiContext, type Say, type UiWords } from "./words.ts";

const files = import.meta.glob<UiWords>(
  ["/content/*/*.json", "!/content/*/{language,notation,ui}.json"],
  { import: "default" },
);

/** Sentences that are fetched with the code that needs them (`<name>.json`), in the language of the words around them. */
export function useLateSay(name: string): Say {
  const ui = useContext(UiContext);
  const [words, setWords] = useState<UiWords>({});
  useEffect(() => {
    void files[`/content/${ui.lang ?? "en"}/${name}.json`]?.().then(setWords, () => undefined);
  }, [ui, name]);
  return (key, with_) => fill(words[key] ?? ui[`${name}.${key}`] ?? key, with_);
}

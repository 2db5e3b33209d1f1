import { useContext, useEffect, useState } from "react";
import { fill, UiContext, type Say, type UiWords } from "./words.ts";

const files = import.meta.glob<UiWords>("/content/*/import.json", { import: "default" });

/** The sentences about the reader's own data: fetched with the code that needs them, in the language of the words around them. */
export function useImportSay(): Say {
  const ui = useContext(UiContext);
  const [words, setWords] = useState<UiWords>({});
  useEffect(() => {
    void files[`/content/${ui.lang ?? "en"}/import.json`]?.().then(setWords, () => undefined);
  }, [ui]);
  return (key, with_) => fill(words[key] ?? ui[`import.${key}`] ?? key, with_);
}

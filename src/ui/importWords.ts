import { useContext, useEffect, useState } from "react";
import { fill, UiContext, type Say, type UiWords } from "./words.ts";

const files = import.meta.glob<UiWords>("/content/*/import.json", { import: "default" });

/** The sentences about the reader's own data: fetched with the code that needs them, in the page's language. */
export function useImportSay(): Say {
  const ui = useContext(UiContext);
  const [words, setWords] = useState<UiWords>({});
  useEffect(() => {
    const load = files[`/content/${document.documentElement.lang}/import.json`];
    (load ?? files["/content/en/import.json"])?.().then(setWords, () => undefined);
  }, [ui]);
  return (key, with_) => fill(words[key] ?? ui[`import.${key}`] ?? key, with_);
}

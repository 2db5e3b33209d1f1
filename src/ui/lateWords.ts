import { useContext, useEffect, useState } from "react";
import { fill, UiContext, type Say, type UiWords } from "./words.ts";

const files = import.meta.glob<UiWords>(
  ["/content/*/*.json", "!/content/*/{language,notation,ui}.json"],
  { import: "default" },
);
const fetched = new Map<string, UiWords>();

/** The sentences of `<name>.json` in a language that has them all. Throws where they cannot be fetched. */
export const loadLate = (name: string, lang: string): Promise<UiWords> =>
  files[`/content/${lang}/${name}.json`]!();

/** Sentences that are fetched, once, with the code that needs them (`<name>.json`), in the language of the words around them; empty till then. */
export function useLateSay(name: string): Say {
  const ui = useContext(UiContext);
  const lang = ui.lang ?? "en";
  const key = `${lang}/${name}`;
  const [, setArrived] = useState("");
  useEffect(() => {
    if (fetched.has(key)) return;
    loadLate(name, lang).then(
      (words) => (fetched.set(key, words), setArrived(key)),
      () => undefined,
    );
  }, [key, name, lang]);
  const words = fetched.get(key);
  return (k, with_) => fill(words?.[k] ?? ui[`${name}.${k}`] ?? (words ? k : ""), with_);
}

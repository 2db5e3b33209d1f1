import { useCallback, useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import type { ChapterData } from "./load.ts";
import type { Lesson } from "./useLesson.ts";

/** How long (ms) a page rests before it fetches what a worksheet needs: its other scenes, too. */
const LATER = 10_000;

/** Prints the chapter as a worksheet, on the browser's own key and from its menu too. */
export function usePaper(data: ChapterData, lesson: Lesson): () => void {
  const printed = useCallback(() => {
    // Where its code cannot be fetched, the page itself is printed.
    import("./paper/print.tsx")
      .then((paper) => paper.printPaper(data, lesson))
      .catch(() => print());
  }, [data, lesson]);
  useEffect(
    () =>
      tinykeys(window, {
        "$mod+p": (e) => {
          e.preventDefault();
          printed();
        },
      }),
    [printed],
  );
  useMenu(data, lesson);
  return printed;
}

/** The browser's menu does not wait: what the worksheet needs is there before, or the page itself is printed. */
function useMenu(data: ChapterData, lesson: Lesson): void {
  const now = useRef(lesson);
  useEffect(() => {
    now.current = lesson;
  }, [lesson]);
  useEffect(() => {
    const left = new AbortController();
    let under = false;
    const listen = (asked: boolean) => {
      if (under) return;
      under = true;
      import("./paper/menu.ts")
        .then(({ onMenu }) => onMenu(data, () => now.current, left.signal, asked))
        .catch(() => false) // then the page itself is printed
        .then((ready) => (under = ready));
    };
    const waiting = setTimeout(() => listen(false), LATER);
    // Who prints too early gets the page itself, and the worksheet the next time: also over a line that spares bytes.
    addEventListener("beforeprint", () => listen(true), { signal: left.signal });
    return () => {
      clearTimeout(waiting);
      left.abort();
    };
  }, [data]);
}

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
    const listen = () =>
      import("./paper/menu.ts")
        .then(({ onMenu }) => onMenu(data, () => now.current, left.signal))
        .catch(() => undefined); // then the page itself is printed
    const waiting = setTimeout(() => void listen(), LATER);
    return () => {
      clearTimeout(waiting);
      left.abort();
    };
  }, [data]);
}

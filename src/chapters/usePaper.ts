import { useCallback, useEffect } from "react";
import { tinykeys } from "tinykeys";
import type { ChapterData } from "./load.ts";
import type { Lesson } from "./useLesson.ts";

/** Prints the chapter as a worksheet, on the browser's own key too. */
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
  return printed;
}

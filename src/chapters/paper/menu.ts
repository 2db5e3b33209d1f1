import { sparing } from "../../ui/sparing.ts";
import type { ChapterData } from "../load.ts";
import type { Lesson } from "../useLesson.ts";

/**
 * Lays the worksheet out for the browser's own menu too, until `left`: its parts are fetched beforehand, over a line that is dear
 * or slow only once a reader has `asked` for paper. Whether it is ready.
 */
export async function onMenu(
  data: ChapterData,
  now: () => Lesson,
  left: AbortSignal,
  asked: boolean,
): Promise<boolean> {
  if (sparing() && !asked) return false;
  const paper = await import("./print.tsx");
  const gathered = await paper.gather(data);
  const lay = () => {
    if (!document.querySelector(".paper")) paper.layPaper(data, now(), gathered);
  };
  if (!left.aborted) addEventListener("beforeprint", lay, { signal: left });
  return true;
}

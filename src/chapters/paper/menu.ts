import { sparing } from "../../ui/sparing.ts";
import type { ChapterData } from "../load.ts";
import type { Lesson } from "../useLesson.ts";

/** Lays the worksheet out for the browser's own menu too, until `left`: its parts are fetched beforehand, except over a line that is dear or slow. */
export async function onMenu(data: ChapterData, now: () => Lesson, left: AbortSignal) {
  if (sparing()) return;
  const paper = await import("./print.tsx");
  const gathered = await paper.gather(data);
  const lay = () => {
    if (!document.querySelector(".paper")) paper.layPaper(data, now(), gathered);
  };
  if (!left.aborted) addEventListener("beforeprint", lay, { signal: left });
}

import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { loadLate } from "../../ui/lateWords.ts";
import { UiContext } from "../../ui/words.ts";
import type { ChapterData } from "../load.ts";
import type { Lesson } from "../useLesson.ts";
import { Paper } from "./Paper.tsx";
import { settled } from "./settled.ts";

/** How long (ms) paper waits for what models find. */
const PATIENCE = 15_000;

/** Lays a chapter out for paper, beside the page and out of sight, and opens the browser's own dialog; leaves nothing behind. */
export async function printPaper(data: ChapterData, lesson: Lesson): Promise<void> {
  if (document.querySelector(".paper")) return;
  const [words, ...parts] = await Promise.all([
    loadLate("paper", data.lang),
    ...data.scenes.map((s) => s.parts.wake()),
  ]);
  document.body.style.cursor = "progress";
  const found = await Promise.all(
    data.scenes.map(({ steps }, k) => settled(parts[k]!.figure, steps, PATIENCE)),
  );
  document.body.style.cursor = "";
  const host = document.createElement("div");
  host.className = "paper";
  host.lang = data.lang;
  host.inert = true;
  document.body.append(host);
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <UiContext value={data.ui}>
        <Paper
          data={data}
          parts={parts}
          found={new Map(found.flatMap((moments) => [...moments]))}
          sessions={lesson.scenes.map((s) => s.session)}
          present={lesson.steps[lesson.active]!}
          words={words}
          address={location.origin + location.pathname}
        />
      </UiContext>,
    ),
  );
  // Letters that only paper needs are on their way.
  await document.fonts.ready;
  const end = () => {
    root.unmount();
    host.remove();
  };
  addEventListener("afterprint", end, { once: true });
  print();
}

import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { settingOf } from "../../kit/derive.ts";
import { loadLate } from "../../ui/lateWords.ts";
import { UiContext, type UiWords } from "../../ui/words.ts";
import type { ChapterData, Parts } from "../load.ts";
import type { Lesson } from "../useLesson.ts";
import { Paper } from "./Paper.tsx";
import type { Still } from "./Picture.tsx";
import { settled } from "./settled.ts";

/** How long (ms) paper waits for what models find. */
const PATIENCE = 15_000;

/** All that a chapter's worksheet is made of, fetched. */
export interface Gathered {
  readonly parts: readonly Parts[];
  readonly words: UiWords;
}

/** Fetches what a worksheet is made of, letters that no scene in view has needed among it. */
export async function gather(data: ChapterData): Promise<Gathered> {
  const gathered = await fetched(data);
  await Promise.all(Array.from(document.fonts, (face) => face.load().catch(() => undefined)));
  return gathered;
}

async function fetched(data: ChapterData): Promise<Gathered> {
  const [words, ...parts] = await Promise.all([
    loadLate("paper", data.lang),
    ...data.scenes.map((s) => s.parts.fetch()),
  ]);
  // A view may need more before it can draw a step's setting.
  const views = data.scenes.flatMap(({ steps }, k) => {
    const figure = parts[k]!.figure?.figure;
    return figure?.ready ? steps.map((s) => figure.ready!(settingOf(figure, s.preset))) : [];
  });
  await Promise.all(views);
  return { words, parts };
}

/** Lays a chapter out for paper, beside the page and out of sight; it goes when it has been printed. `found`: what models brought. */
export function layPaper(
  data: ChapterData,
  lesson: Lesson,
  { words, parts }: Gathered,
  found: ReadonlyMap<string, Still> = new Map(),
): void {
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
          found={found}
          sessions={lesson.scenes.map((s) => s.session)}
          present={lesson.steps[lesson.active]!}
          words={words}
          address={location.origin + location.pathname}
        />
      </UiContext>,
    ),
  );
  const end = () => {
    root.unmount();
    host.remove();
  };
  addEventListener("afterprint", end, { once: true });
}

/** Lays a chapter out with what its models find, and opens the browser's own dialog. */
export async function printPaper(data: ChapterData, lesson: Lesson): Promise<void> {
  if (document.querySelector(".paper")) return;
  const gathered = await fetched(data);
  document.body.style.cursor = "progress";
  const found = await Promise.all(
    data.scenes.map(({ steps }, k) => settled(gathered.parts[k]!.figure, steps, PATIENCE)),
  );
  document.body.style.cursor = "";
  layPaper(data, lesson, gathered, new Map(found.flatMap((moments) => [...moments])));
  // Letters that only paper needs are on their way.
  await document.fonts.ready;
  print();
}

import { createRoot } from "react-dom/client";
import type { ChapterData } from "../../chapters/load.ts";
import { UiContext } from "../../ui/words.ts";
import { Speaker } from "./Speaker.tsx";

/** Makes this window the speaker's, in place of what the build drew. */
export function openSpeaker(root: Element, data: ChapterData, name: string, base: string): void {
  document.documentElement.lang = data.lang;
  root.replaceChildren();
  createRoot(root).render(
    <UiContext value={data.ui}>
      <Speaker data={data} name={name} base={base} />
    </UiContext>,
  );
}

import { createRoot } from "react-dom/client";
import { everyFigure } from "../../chapters/everyFigure.ts";
import { languages, loadFigure, loadWords, slugs } from "../../chapters/load.ts";
import { readEmbedded } from "../../session/embedded.ts";
import { locked } from "../../session/locked.ts";
import { openSession } from "../../session/session.ts";
import { loadLate } from "../../ui/lateWords.ts";
import { fill, UiContext } from "../../ui/words.ts";
import { embedTag, pathOf } from "../paths.ts";
import { Embed } from "./Embed.tsx";
import { reportHeight } from "./height.ts";

/** One figure alone, as the address of its page says; `base` is the folder of the site. */
export async function start(root: HTMLElement, base: string): Promise<void> {
  const tag = embedTag(location.pathname.slice(base.length))!;
  const query = new URLSearchParams(location.search);
  const id = query.get("embed") ?? "";
  const known = languages.some((l) => l.tag === tag) ? tag : "en";
  const [words, own] = await Promise.all([
    loadWords(known),
    loadWords(known).then((ui) => loadLate("embed", ui.lang!)),
  ]);
  const page = document.documentElement;
  page.lang = words.lang!;
  document.title = words.site!;
  const render = createRoot(root);
  const files = everyFigure(known, id);
  if (!files) {
    const home = base + pathOf(known);
    render.render(
      <main className="embed">
        <p role="alert">{fill(own["embed.nowhere"]!, { id: id.slice(0, 40) })}</p>
        <p className="embed-foot">
          <a href={home} target="_blank" rel="noopener">
            {words.site}
          </a>
        </p>
      </main>,
    );
    return reportHeight(id);
  }
  const parts = await loadFigure(known, id, files);
  const { said, values, t, notices } = readEmbedded(parts.figure, query);
  if (said.theme) page.dataset.theme = said.theme;
  const open = openSession(parts.figure, {}, parts.words);
  open.adopt(values, values, t);
  const session = locked(open, new Set(said.lock));
  document.title = `${parts.words("title")} · ${words.site}`;
  const [slug, step] = said.step?.split(".") ?? [];
  const from = base + pathOf(known, slug && slugs.includes(slug) ? slug : undefined);
  render.render(
    <UiContext value={{ ...words, ...own }}>
      <Embed
        {...{ parts, said, notices, session }}
        from={step && slug ? `${from}#${step}` : from}
      />
    </UiContext>,
  );
  reportHeight(id);
}

import { useCallback, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useStore } from "zustand";
import { hiddenOf } from "../chapters/address.ts";
import { Chapter } from "../chapters/Chapter.tsx";
import { further, type Onward, type Progress } from "../chapters/progress.ts";
import type { FirstPicture } from "../ui/Figure.tsx";
import { UiContext, fill } from "../ui/words.ts";
import { useArrival } from "./arrival.ts";
import { Foot } from "./Foot.tsx";
import { Header, Tongues } from "./Header.tsx";
import { Help } from "./Help.tsx";
import { PartLink, WhatNext } from "./WhatNext.tsx";
import { loadPage, parsePath, type PageData } from "./routes.ts";
import { openPreferences, preferences, refused } from "./storage.ts";
import { useSymbolLight } from "./symbolLight.ts";
import { usePresentation } from "./usePresentation.ts";

const fresh: Progress = { done: [], answers: {} };

/** The site: the page of the present address inside the shell. `first` holds what the build drew. */
export function App({
  start,
  first,
}: {
  start: PageData;
  first?: readonly (FirstPicture | undefined)[];
}) {
  const [path] = useLocation();
  const [data, setData] = useState(start);
  const [failed, setFailed] = useState(false);
  const { presenting, present } = usePresentation();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set());
  const saved = useStore(preferences);
  const wanted = parsePath(path);
  const { route, words, language } = data;

  useEffect(() => {
    openPreferences();
    setHidden(hiddenOf(new URLSearchParams(location.search)));
  }, []);
  useEffect(() => {
    let current = true;
    if (wanted.tag !== route.tag || wanted.slug !== route.slug)
      loadPage(path, location.hash.slice(1), data).then(
        (next) => current && (setData(next), setFailed(false)),
        () => current && setFailed(true),
      );
    return () => {
      current = false;
    };
  }, [path, wanted.tag, wanted.slug, route.tag, route.slug, data]);
  useDocument(data, saved.theme, presenting !== "");
  useSymbolLight();
  useArrival(route.slug);

  const slug = route.slug ?? "";
  const progress = saved.progress[slug] ?? fresh;
  const onProgress = useCallback(
    (more: Onward) => {
      const all = preferences.getState().progress;
      preferences.setState({
        progress: { ...all, [slug]: further(all[slug] ?? fresh, more) },
      });
    },
    [slug],
  );
  const main = () => {
    if (failed)
      return (
        <div className="lost" role="alert">
          <p>{words.failed}</p>
          <button type="button" onClick={() => location.reload()}>
            {words.retry}
          </button>
        </div>
      );
    if (data.chapter)
      return (
        <UiContext value={data.chapter.ui}>
          <Chapter
            key={slug}
            data={data.chapter}
            progress={progress}
            onProgress={onProgress}
            presenting={presenting}
            present={present}
            hidden={hidden}
            hide={setHidden}
            tongues={
              <UiContext value={words}>
                <Tongues data={data} />
              </UiContext>
            }
            {...(first ? { first } : {})}
            part={<PartLink data={data} />}
            foot={
              <UiContext value={words}>
                <WhatNext data={data} />
              </UiContext>
            }
          />
        </UiContext>
      );
    const { book } = data;
    if (book && "Part" in book)
      return <book.Part key={slug} data={data} book={book} saved={saved} />;
    if (book) return <book.Book key={slug} data={book} />;
    const { home } = data;
    return home && <home.Home data={data} saved={saved} sentences={home.sentences} />;
  };
  return (
    <UiContext value={words}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Header
        data={data}
        progress={progress}
        theme={saved.theme}
        present={present}
        inert={presenting !== ""}
      />
      <main id="main" tabIndex={-1}>
        <noscript>
          <p className="note-bar">{words.noscript}</p>
        </noscript>
        {refused && <p className="note-bar">{fill(words["notice.storage"] ?? "")}</p>}
        {data.fellBack && (
          <p className="note-bar">{fill(words.untranslated!, { language: language.name })}</p>
        )}
        {main()}
      </main>
      <Foot data={data} inert={presenting !== ""} />
      <Help />
    </UiContext>
  );
}

/** The parts of the page that lie outside React: language, title, theme. */
function useDocument(data: PageData, theme: string, presenting: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    root.lang = data.words.lang!;
    document.title = titleOf(data);
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.toggleAttribute("data-presenting", presenting);
  }, [data, theme, presenting]);
}

export function titleOf({ chapter, book, words }: PageData): string {
  const page = (chapter ?? book)?.page;
  return page ? `${page.short} · ${words.site}` : `${words.site}: ${words.tagline}`;
}

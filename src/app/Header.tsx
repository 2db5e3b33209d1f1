import { Link, useLocation } from "wouter";
import { languages } from "../chapters/load.ts";
import type { Progress } from "../chapters/progress.ts";
import { useSay } from "../ui/words.ts";
import { pathOf } from "./paths.ts";
import { Contents } from "./Contents.tsx";
import type { PageData } from "./routes.ts";
import { SearchButton } from "./search/SearchButton.tsx";
import { preferences, themes, type Theme } from "./storage.ts";

interface Props {
  readonly data: PageData;
  readonly progress: Progress;
  readonly theme: Theme;
  readonly present: (on: boolean) => void;
  readonly inert: boolean;
}

/** Where the reader is, how far, and the three things a page can be: in another language, another theme, on a wall. */
export function Header({ data, progress, theme, present, inert }: Props) {
  const say = useSay();
  const { chapter, route } = data;
  return (
    <header className="site" inert={inert}>
      <Link href={pathOf(route.tag)} className="brand">
        {say("site")}
      </Link>
      {chapter && <Contents data={data} page={chapter.page} done={progress.done} />}
      <nav className="site-tools">
        <SearchButton route={route} />
        <Tongues data={data} />
        <label className="theme">
          <span className="unseen">{say("theme")}</span>
          <select
            value={theme}
            onChange={(e) => preferences.setState({ theme: e.target.value as Theme })}
          >
            {themes.map((t) => (
              <option key={t} value={t}>
                {say(`theme.${t}`)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="help-button"
          aria-label={say("help")}
          onClick={() => document.querySelector<HTMLDialogElement>("dialog.help")?.showModal()}
        >
          ?
        </button>
        {chapter && (
          <button type="button" className="go" onClick={() => present(true)}>
            {say("present")} <kbd>P</kbd>
          </button>
        )}
      </nav>
    </header>
  );
}

/** The same page in each of the other languages: the same step with the same values, the address carries both. */
export function Tongues({ data: { route } }: Pick<Props, "data">) {
  const say = useSay();
  const [, navigate] = useLocation();
  return languages
    .filter((l) => l.tag !== route.tag)
    .map((l) => (
      <Link
        key={l.tag}
        className="button"
        lang={l.tag}
        hrefLang={l.tag}
        href={pathOf(l.tag, route.slug)}
        aria-label={`${l.short}, ${say("language")}: ${l.name}`}
        onClick={(e) => {
          e.preventDefault();
          preferences.setState({ language: l.tag });
          navigate(pathOf(l.tag, route.slug) + location.search + location.hash);
        }}
      >
        {l.short}
      </Link>
    ));
}

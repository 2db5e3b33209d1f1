import { useEffect, useState } from "react";
import { tinykeys } from "tinykeys";
import { useSay } from "../../ui/words.ts";
import type { Route } from "../routes.ts";

type Dialog = typeof import("./Search.tsx").Search;

/** Opens the search, on a press or on "/"; its code and the index come with the first wish. */
export function SearchButton({ route }: { route: Route }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [Search, setSearch] = useState<Dialog>();
  const begin = () => {
    setOpen(true);
    import("./Search.tsx").then(
      (loaded) => (setSearch(() => loaded.Search), setFailed(false)),
      () => setFailed(true),
    );
  };
  useEffect(
    () =>
      tinykeys(window, {
        "/": (e) => {
          const typing = "input:not([type=range]):not([type=checkbox]), select, textarea";
          if ((e.target as Element).closest(`${typing}, dialog[open]`)) return;
          e.preventDefault();
          begin();
        },
      }),
    [],
  );
  return (
    <>
      <button type="button" className="search-button" onClick={begin}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M11 11l4 4M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z"
            fill="none"
            stroke="currentColor"
          />
        </svg>
        <span>{say("search")}</span> <kbd>/</kbd>
      </button>
      {failed && (
        <p role="alert" className="note-bar search-failed">
          {say("search.failed")}
        </p>
      )}
      {open && Search && <Search route={route} close={() => setOpen(false)} />}
    </>
  );
}

import { useEffect, useId, useRef, useState } from "react";
import { Link } from "wouter";
import { useSay } from "../../ui/words.ts";
import { pathOf } from "../paths.ts";
import type { Route } from "../routes.ts";
import { asksFor, openIndex, type Hit, type Pieces } from "./find.ts";

type Finder = Awaited<ReturnType<typeof openIndex>>;

/** Searches the course as one types: arrows choose, Enter goes there, Escape closes. */
export function Search({ route, close }: { route: Route; close: () => void }) {
  const say = useSay();
  const list = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const [find, setFind] = useState<Finder | "failed">();
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState(0);

  useEffect(() => ref.current!.showModal(), []);
  useEffect(() => {
    openIndex(route.tag).then(
      (finder) => setFind(() => finder),
      () => setFind("failed"),
    );
  }, [route.tag]);

  const found = typeof find === "function" && asksFor(asked) ? find(asked) : undefined;
  const hits = found?.best ?? [];
  const links = () => ref.current!.querySelectorAll<HTMLAnchorElement>("[role=option]");
  const choose = (k: number) => {
    if (hits.length === 0) return;
    const to = (k + hits.length) % hits.length;
    setChosen(to);
    links()[to]?.scrollIntoView({ block: "nearest" });
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Enter: () => links()[chosen]?.click(),
    // A browser's search field would keep it to empty itself.
    Escape: () => ref.current!.close(),
  };
  const status = () => {
    if (find === "failed") return say("search.failed");
    if (!find) return say("search.loading");
    if (!found) return say("search.hint");
    if (found.all === 0) return say("search.none");
    const some = found.all > hits.length;
    return say(some ? "search.best" : "search.found", { n: found.all, best: hits.length });
  };
  return (
    <dialog ref={ref} className="search" aria-label={say("search")} onClose={close} closedby="any">
      <input
        type="search"
        role="combobox"
        aria-label={say("search")}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={hits.length > 0 ? `${list}-${chosen}` : undefined}
        placeholder={say("search.hint")}
        autoComplete="off"
        spellCheck={false}
        value={asked}
        onChange={(e) => {
          setAsked(e.target.value);
          setChosen(0);
        }}
        onKeyDown={(e) => {
          if (!(e.key in keys) || e.nativeEvent.isComposing) return;
          e.preventDefault();
          keys[e.key]!();
        }}
      />
      <p role="status">{status()}</p>
      <div id={list} role="listbox" aria-label={say("search")}>
        {hits.map((hit, k) => (
          <Result
            key={`${hit.slug}#${hit.id}`}
            id={`${list}-${k}`}
            hit={hit}
            route={route}
            chosen={k === chosen}
            close={() => ref.current!.close()}
          />
        ))}
      </div>
    </dialog>
  );
}

interface ResultProps {
  readonly id: string;
  readonly hit: Hit;
  readonly route: Route;
  readonly chosen: boolean;
  readonly close: () => void;
}

/** A step that was found. In the present chapter it is a jump, as from the contents. */
function Result({ id, hit, route, chosen, close }: ResultProps) {
  const attributes = {
    id,
    role: "option",
    tabIndex: -1,
    "aria-selected": chosen,
    onClick: close,
  };
  const said = (
    <>
      <span className="chapter-name">{hit.chapter}</span>
      <b>{shown(hit.title)}</b>
      <span>{shown(hit.text)}</span>
    </>
  );
  const step = hit.id && `#${hit.id}`;
  if (hit.slug === route.slug)
    return (
      <a href={step || "#main"} {...attributes}>
        {said}
      </a>
    );
  return (
    <Link href={pathOf(route.tag, hit.slug) + step} {...attributes}>
      {said}
    </Link>
  );
}

const shown = (pieces: Pieces) =>
  pieces.map(({ text, found }, k) => (found ? <mark key={k}>{text}</mark> : text));

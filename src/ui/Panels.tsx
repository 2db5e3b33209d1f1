import { lazy, Suspense, useState } from "react";
import { ShareButton } from "./ShareButton.tsx";
import { regionOf } from "./region.ts";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

const CodeBlock = lazy(async () => ({ default: (await import("./CodeBlock.tsx")).CodeBlock }));

const DataTable = lazy(async () => ({
  default: (await import("./table/DataTable.tsx")).DataTable,
}));

const Listings = lazy(async () => ({ default: (await import("./Listings.tsx")).Listings }));

/** One setting back, or forth again. */
function Undo({ way }: { way: "back" | "forth" }) {
  const { session } = useFigure();
  const say = useSay();
  const button = useBound<HTMLButtonElement>(session, (el) => {
    el.disabled = session.undos(way) === 0;
  });
  return (
    <button ref={button} type="button" onClick={() => session.undo(way)}>
      {say(way === "back" ? "undo" : "redo")}
    </button>
  );
}

/** The present experiment in the playground's own address; put away where it cannot be carried over. */
function ToPlayground({ linkOf }: { linkOf: () => string }) {
  const { session } = useFigure();
  const say = useSay();
  const link = useBound<HTMLAnchorElement>(session, (el, { values }) => {
    const carried = session.figure.playground?.(values);
    el.hidden = carried === undefined;
    const there = new URL(linkOf(), location.href);
    there.pathname = there.pathname.replace(/[^/]*\/?$/, "playground/");
    there.search = new URLSearchParams(carried).toString();
    there.hash = "bench";
    el.href = there.href;
    // No page of the course stands in another site's frame.
    el.target = parent === window ? "" : "_blank";
  });
  return (
    <a ref={link} className="button" href="#bench" hidden>
      {say("playground")}
    </a>
  );
}

/** Reads a source file of the project as text, for "see the code that ran"; given by the layer that may look everywhere. */
export type ReadSource = (file: string) => Promise<string>;

/** Pin, link, NumPy, source: what a reader does with an experiment once it is interesting. */
export function Panels({ readSource, linkOf }: { readSource: ReadSource; linkOf: () => string }) {
  const { session } = useFigure();
  const say = useSay();
  const [shown, setShown] = useState<{ title: string; code: string }[]>([]);
  const [open, setOpen] = useState<"numpy" | "source" | "listing" | "table">();
  const [note, setNote] = useState("");
  const pin = useBound<HTMLButtonElement>(session, (el, { ghost }) => {
    el.setAttribute("aria-pressed", String(ghost !== undefined));
    el.textContent = say(ghost ? "unpin" : "pin");
  });

  const numpy = async () => {
    const { values, result } = session.store.getState();
    return [{ title: say("code.numpy"), code: await session.figure.numpy(values, result) }];
  };
  const source = () =>
    Promise.all(
      session.figure.source.map(async (where) => {
        const [file, region] = where.split("#") as [string, string];
        const text = await readSource(file);
        return { title: say("code.source", { file }), code: regionOf(text, region) ?? text };
      }),
    );
  const toggle = async (which: "numpy" | "source") => {
    if (open === which) return setOpen(undefined);
    try {
      setShown(await (which === "numpy" ? numpy() : source()));
      setOpen(which);
    } catch {
      setNote(say("failed"));
    }
  };
  return (
    <>
      <div className="tools">
        <button
          ref={pin}
          type="button"
          title={say("pin.hint")}
          onClick={() => session.pin(!session.store.getState().ghost)}
        >
          {say("pin")}
        </button>
        <button type="button" onClick={() => session.reset()}>
          {say("reset")}
        </button>
        <Undo way="back" />
        <Undo way="forth" />
        <button
          type="button"
          onClick={() => {
            navigator.clipboard.writeText(linkOf()).then(
              () => setNote(say("link.done")),
              () => setNote(say("link.failed")),
            );
          }}
        >
          {say("link")}
        </button>
        <ShareButton linkOf={linkOf} fail={() => setNote(say("failed"))} />
        <button
          type="button"
          aria-expanded={open === "table"}
          onClick={() => setOpen(open === "table" ? undefined : "table")}
        >
          {say("table")}
        </button>
        <button type="button" aria-expanded={open === "numpy"} onClick={() => void toggle("numpy")}>
          {say("numpy")}
        </button>
        <button
          type="button"
          aria-expanded={open === "source"}
          onClick={() => void toggle("source")}
        >
          {say("source")}
        </button>
        {session.figure.playground && <ToPlayground linkOf={linkOf} />}
        {session.figure.code && (
          <button
            type="button"
            aria-expanded={open === "listing"}
            onClick={() => setOpen(open === "listing" ? undefined : "listing")}
          >
            {say("listing")}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {note}
      </p>
      <Suspense>
        {open === "table" ? (
          <DataTable />
        ) : open === "listing" ? (
          <Listings />
        ) : (
          open && shown.map((s) => <CodeBlock key={s.title} {...s} />)
        )}
      </Suspense>
    </>
  );
}

import type { BuiltPage } from "../chapters/page.ts";
import { useSay } from "../ui/words.ts";
import { BookLinks } from "./Foot.tsx";
import type { PageData } from "./routes.ts";
import { PartLink } from "./WhatNext.tsx";

interface Props {
  readonly data: PageData;
  readonly page: BuiltPage;
  readonly done: readonly string[];
}

/** How far the reader is, as a button; pressed, the steps of the chapter as a list to go to. */
export function Contents({ data, page, done }: Props) {
  const say = useSay();
  const read = page.steps.filter((s) => done.includes(s.id)).length;
  const all = page.steps.length;
  return (
    <>
      <button type="button" className="path" popoverTarget="contents">
        <span className="where">{page.short}</span>
        <span className="unseen">{`. ${say("contents")}, ${say("progress", { done: read, all })}`}</span>
        <span className="dashes">
          {page.steps.map((s) => (
            <i key={s.id} data-done={done.includes(s.id) || undefined} />
          ))}
        </span>
      </button>
      <nav id="contents" popover="auto" aria-label={say("contents")}>
        <p className="kicker">
          <PartLink data={data} />
        </p>
        <ol>
          {page.steps.map((s) => (
            <li key={s.id}>
              <a
                href={`#${s.id}`}
                data-done={done.includes(s.id) || undefined}
                onClick={(e) => e.currentTarget.closest<HTMLElement>("[popover]")!.hidePopover()}
              >
                {s.title}
                {done.includes(s.id) && <span className="unseen">{say("contents.read")}</span>}
              </a>
            </li>
          ))}
        </ol>
        <BookLinks data={data} />
      </nav>
    </>
  );
}

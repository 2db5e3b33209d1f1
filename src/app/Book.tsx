import { useEffect } from "react";
import { renderNodes, type Surroundings } from "../chapters/nodes.tsx";
import type { BookData } from "../chapters/load.ts";
import type { Node } from "../chapters/page.ts";

/** No equation or question stands on a page of the book. */
const alone: Surroundings = { equations: {}, stepId: "", answers: {}, onAnswer: () => undefined };
export const drawn = (nodes: readonly Node[]) => renderNodes(nodes, alone);

/** A page of the book: what is written, and what was made of the course when it was built. */
export function Book({ data: { page, lang } }: { data: BookData }) {
  // The page has come after its address: the browser has looked for the place in vain.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article className="book prose" lang={lang}>
      <h1>{page.title}</h1>
      {drawn(page.intro)}
      {page.sections.map(({ id, title, body, entries }) => (
        <section key={id} id={id}>
          <h2>{title}</h2>
          {drawn(body)}
          {entries?.map((entry) => (
            <section key={entry.id} id={entry.id} className="entry">
              <h3>{drawn(entry.head)}</h3>
              <div>{drawn(entry.body)}</div>
            </section>
          ))}
        </section>
      ))}
    </article>
  );
}

import { useEffect, useRef } from "react";
import { readSource, type FigureParts } from "../../chapters/load.ts";
import type { Notice } from "../../session/address.ts";
import { embedQuery, parts as onCard, type Embedded } from "../../session/embedded.ts";
import { written } from "../../session/address.ts";
import type { Session } from "../../session/session.ts";
import { Boundary } from "../../ui/Boundary.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { useSay } from "../../ui/words.ts";
import { Goal } from "./Goal.tsx";

interface Props {
  readonly parts: FigureParts;
  readonly said: Embedded;
  readonly notices: readonly Notice[];
  readonly session: Session;
  /** Where in the course it is from. */
  readonly from: string;
}

/** A figure without the page around it: a goal, if a teacher set one, the figure with its controls, and where it is from. */
export function Embed({ parts, said, notices, session, from }: Props) {
  const say = useSay();
  const here = useRef<HTMLElement>(null);
  const { figure, words, fittings } = parts;
  const shown = said.controls;
  const hidden = new Set(
    shown && [...Object.keys(figure.params), ...onCard].filter((name) => !shown.includes(name)),
  );
  // There is no text beside it that they would lie over.
  useEffect(() => {
    here.current!.querySelector<HTMLDetailsElement>("details.drawer")!.open = true;
  }, []);
  const linkOf = () => location.origin + location.pathname + written(embedQuery(session, said));
  return (
    <main ref={here} className="embed">
      <h1 className="unseen">{say("site")}</h1>
      <h2 className="unseen">{words("title")}</h2>
      {said.aim && <Goal {...{ session, task: said.aim, check: said.check }} />}
      <Boundary>
        <Figure {...{ session, words, fittings, hidden, readSource, linkOf }}>
          {notices.length > 0 && (
            <div role="alert">
              <ul className="notices">
                {notices.map((n) => (
                  <li key={n.problem + n.key}>{say(`embed.${n.problem}`, { key: n.key })}</li>
                ))}
              </ul>
            </div>
          )}
        </Figure>
      </Boundary>
      <p className="embed-foot">
        <a href={from} target="_blank" rel="noopener">
          {say("embed.from")}
        </a>
      </p>
    </main>
  );
}

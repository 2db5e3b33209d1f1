import type { ReactNode } from "react";
import { useSay } from "../ui/words.ts";
import { renderNodes, type Surroundings } from "./nodes.tsx";
import type { BuiltPage } from "./page.ts";

interface Props {
  readonly page: BuiltPage;
  readonly around: Surroundings;
  /** The way to the page of its part. */
  readonly part: ReactNode;
}

/** Title, opening words and what the chapter is for: at the head of the first column, beside the first figure. */
export function Intro({ page, around, part }: Props) {
  const say = useSay();
  return (
    <header className="intro">
      <p className="kicker">{part ?? page.kicker}</p>
      <h1>{page.title}</h1>
      <div className="prose">{renderNodes(page.intro, around)}</div>
      <details className="goals">
        <summary>
          {say("goals")} <span className="soft">· {say("minutes", { n: page.minutes })}</span>
        </summary>
        <ul>
          {page.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </details>
    </header>
  );
}

import { useMemo, type ReactNode } from "react";
import { directiveOf } from "../../chapters/directives.ts";
import type { Parts } from "../../chapters/load.ts";
import { renderNodes, type Surroundings } from "../../chapters/nodes.tsx";
import { findAll, type Node, type Step } from "../../chapters/page.ts";
import { toldBy } from "../../chapters/told.ts";
import { openSession } from "../../session/session.ts";
import { LiveContext } from "../../ui/live.ts";
import { useLateSay } from "../../ui/lateWords.ts";

const none: ReadonlySet<string> = new Set();
const childrenOf = (node: Exclude<Node, string>) => node.slice(2) as Node[];

/** The notes for the teacher that a text holds, opened. */
export function NotesOf({ body, around }: { body: readonly Node[]; around: Surroundings }) {
  return findAll(body, "x-teacher").map((note, k) => (
    <div key={k} className="prose">
      {renderNodes(childrenOf(note), around)}
    </div>
  ));
}

/** What a teacher wants to know of a step: its notes, its questions with their answers, its text with the numbers of its setting. */
export function StepNotes({
  step,
  parts,
  around,
}: {
  step: Step;
  parts: Parts;
  around: Surroundings;
}): ReactNode {
  const tell = useLateSay("class");
  const body = parts.bodies[step.id]!;
  const live = useMemo(() => {
    if (!parts.figure) return undefined;
    const { figure, words } = parts.figure;
    return {
      session: openSession(figure, {}, words),
      words,
      told: toldBy(body, step.preset, parts.figure),
      here: false,
      withheld: none,
    };
  }, [parts, body, step.preset]);
  const is = (n: Node, ...names: string[]) =>
    typeof n !== "string" && names.includes(directiveOf(n[0]) ?? "");
  const text = body.filter((n) => !is(n, "teacher", "predict", "quiz"));
  const notes = findAll(body, "x-teacher").length > 0;
  const questions = body.filter((n) => is(n, "predict", "quiz")) as Exclude<Node, string>[];
  return (
    <LiveContext value={live}>
      {notes && <h2>{tell("speaker.notes")}</h2>}
      {notes ? (
        <NotesOf body={body} around={around} />
      ) : (
        <p className="soft">{tell("speaker.noNotes")}</p>
      )}
      {questions.map((question, k) => (
        <Answered key={k} question={question} around={around} />
      ))}
      <details open={!notes && questions.length === 0}>
        <summary>{tell("speaker.text")}</summary>
        <div className="prose">{renderNodes(text, around)}</div>
      </details>
    </LiveContext>
  );
}

/** A question, its options with the right one marked, and why. */
function Answered({
  question,
  around,
}: {
  question: Exclude<Node, string>;
  around: Surroundings;
}): ReactNode {
  const tell = useLateSay("class");
  const inside = childrenOf(question);
  const part = (name: string) =>
    findAll(inside, "x-part")
      .filter((p) => p[1].name === name)
      .map((p) => renderNodes(childrenOf(p), around));
  return (
    <div className="ask speaker-ask">
      {part("question")}
      <ol>
        {part("option").map((option, k) => {
          const right = k + 1 === Number(question[1].answer);
          return (
            <li key={k} data-verdict={right ? "right" : undefined}>
              {option}
              {right && <span className="unseen">: {tell("speaker.answer")}</span>}
            </li>
          );
        })}
      </ol>
      <div className="why">{part("why")}</div>
    </div>
  );
}

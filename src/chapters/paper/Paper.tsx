import { Fragment, type ReactNode } from "react";
import { openSession, type Session } from "../../session/session.ts";
import { Boundary } from "../../ui/Boundary.tsx";
import { LiveContext } from "../../ui/live.ts";
import { momentOf } from "../../kit/derive.ts";
import { fill, useSay, type UiWords } from "../../ui/words.ts";
import { directiveOf } from "../directives.ts";
import type { ChapterData, Parts } from "../load.ts";
import { renderNodes, type Surroundings } from "../nodes.tsx";
import { findAll, type Node, type Step } from "../page.ts";
import { withheldBy } from "../withheld.ts";
import { Picture, type Still } from "./Picture.tsx";

type Element = Exclude<Node, string>;
const inside = (node: Element) => node.slice(2) as Node[];
const is = (n: Node, ...names: string[]) =>
  typeof n !== "string" && names.includes(directiveOf(n[0]) ?? "");
const partsOf = (question: Element, name: string) =>
  findAll(inside(question), "x-part")
    .filter((p) => p[1].name === name)
    .map(inside);
const letter = (k: number) => String.fromCharCode(65 + k);

/** A question of a step, with the number it has on the sheet. */
interface Asked {
  readonly step: Step;
  readonly question: Element;
  readonly number: number;
}

interface Props {
  readonly data: ChapterData;
  readonly parts: readonly Parts[];
  /** Of the steps whose figures have models: what these brought. */
  readonly found: ReadonlyMap<string, Still>;
  /** Of the figures that the reader has before them. */
  readonly sessions: readonly (Session | undefined)[];
  /** The step whose figure is as the reader left it. */
  readonly present: Step;
  readonly words: UiWords;
  readonly address: string;
}

/** A chapter as a worksheet: every step with its picture, questions with room to write, and their answers on a sheet of their own. */
export function Paper(props: Props) {
  const { data, parts, words, address } = props;
  const { page, scenes } = data;
  const say = useSay();
  const asked: Asked[] = [];
  for (const [k, scene] of scenes.entries())
    for (const step of scene.steps)
      for (const question of questionsOf(parts[k]!.bodies[step.id]!))
        asked.push({ step, question, number: asked.length + 1 });
  const numberOf = (question: Element) => asked.find((a) => a.question === question)!.number;
  return (
    <>
      <header>
        <p className="kicker">
          {say("site")} · {page.kicker}
        </p>
        <h1>{page.title}</h1>
        <p className="paper-name">
          <span>{words.name}</span>
          <span>{words.date}</span>
        </p>
        <p className="paper-address">{address}</p>
        <h2>{say("goals")}</h2>
        <ul>
          {page.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
        <div className="prose">
          {renderNodes(
            page.intro.filter((n) => !is(n, "teacher")),
            aroundOf(parts[0]!),
          )}
        </div>
      </header>
      {scenes.flatMap((scene, k) =>
        scene.steps.map((step) => (
          <PaperStep key={step.id} {...props} k={k} step={step} numberOf={numberOf} />
        )),
      )}
      <section className="paper-answers">
        <h2>
          {words.answers}: {page.title}
        </h2>
        {asked.map(({ step, question, number }) => {
          const right = Number(question[1].answer);
          const around = aroundOf(parts[scenes.findIndex((s) => s.steps.includes(step))]!);
          return (
            <div key={number} className="paper-answer">
              <h3>
                {number}. {step.title}
              </h3>
              <div>
                <b>{letter(right - 1)}</b>{" "}
                {renderNodes(partsOf(question, "option")[right - 1]!, around)}
              </div>
              {partsOf(question, "why").map((why, j) => (
                <div key={j}>{renderNodes(why, around)}</div>
              ))}
            </div>
          );
        })}
      </section>
    </>
  );
}

const questionsOf = (body: readonly Node[]): Element[] =>
  body.filter((n) => is(n, "predict", "quiz")) as Element[];

const aroundOf = ({ equations }: Parts): Surroundings => ({
  equations,
  stepId: "",
  answers: {},
  onAnswer: () => undefined,
});

/** A step: its heading with its picture, its text, its questions. */
function PaperStep({
  parts: all,
  found,
  sessions,
  present,
  words,
  k,
  step,
  numberOf,
}: Props & {
  readonly k: number;
  readonly step: Step;
  readonly numberOf: (question: Element) => number;
}): ReactNode {
  const parts = all[k]!;
  const body = parts.bodies[step.id]!;
  const around = aroundOf(parts);
  // What its questions ask is nowhere before the last sheet.
  const withheld = withheldBy(body, step.id, {});
  const mine = step === present ? sessions[k]?.store.getState() : undefined;
  const moment: Still | undefined =
    mine ??
    (parts.figure && {
      ...(found.get(step.id) ?? momentOf(parts.figure.figure, step.preset, parts.figure.words)),
      ghost: undefined,
      withheld,
    });
  const live = parts.figure && {
    session: openSession(parts.figure.figure, {}, parts.figure.words),
    words: parts.figure.words,
    told: moment,
    here: false,
    withheld,
  };
  return (
    <section className="paper-step">
      <div className="paper-top">
        <h2>{step.title}</h2>
        {moment && (
          <Boundary>
            <Picture figure={parts.figure!} moment={moment} />
          </Boundary>
        )}
      </div>
      <LiveContext value={live}>
        <div className="prose">
          {body.map((node, j) =>
            is(node, "predict", "quiz") ? (
              <Question key={j} question={node as Element} {...{ around, numberOf, words }} />
            ) : (
              !is(node, "teacher") && <Fragment key={j}>{renderNodes([node], around)}</Fragment>
            ),
          )}
        </div>
      </LiveContext>
    </section>
  );
}

/** A question with its options, and lines to write on. */
function Question({
  question,
  around,
  numberOf,
  words,
}: Pick<Props, "words"> & {
  readonly question: Element;
  readonly around: Surroundings;
  readonly numberOf: (question: Element) => number;
}): ReactNode {
  return (
    <div className="paper-ask">
      <p className="ask-kind">{fill(words.question!, { n: numberOf(question) })}</p>
      {partsOf(question, "question").map((q, j) => (
        <div key={j}>{renderNodes(q, around)}</div>
      ))}
      <ol>
        {partsOf(question, "option").map((option, j) => (
          <li key={j}>
            <b>{letter(j)}</b> <span>{renderNodes(option, around)}</span>
          </li>
        ))}
      </ol>
      <p className="paper-room">{words.because}</p>
    </div>
  );
}

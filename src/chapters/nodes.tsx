import { createElement, Fragment, type ReactNode } from "react";
import { Ask } from "../ui/Ask.tsx";
import { Myth, TeacherNote } from "../ui/Aside.tsx";
import { Equation, type EquationData } from "../ui/Equation.tsx";
import { Value } from "../ui/Readouts.tsx";
import { directiveOf, directives, type DirectiveName } from "./directives.ts";
import { findAll, type Node } from "./page.ts";

export interface Surroundings {
  readonly equations: Readonly<Record<string, EquationData>>;
  /** Names the questions of this step, for progress. */
  readonly stepId: string;
  readonly answers: Readonly<Record<string, number>>;
  /** `attributes` of the question: the preset that shows the answer, `then`, and whether it stands still there, `hold`. */
  onAnswer(
    question: string,
    chosen: number | undefined,
    attributes: Readonly<Partial<Record<"then" | "hold", string>>>,
  ): void;
}

type Attributes = Readonly<Record<string, string>>;
type Draw = (nodes: readonly Node[]) => ReactNode;
interface Place extends Surroundings {
  /** The number of a question in its step: it is named by it. */
  count(): number;
}

/** How each directive is shown; the figure stands beside its step. */
const shown: Readonly<
  Record<
    Exclude<DirectiveName, "figure">,
    (attributes: Attributes, inside: readonly Node[], draw: Draw, place: Place) => ReactNode
  >
> = {
  equation: ({ id }, _, __, { equations }) => <Equation data={equations[id!]!} />,
  val: (attributes) => <Value of={attributes.of!} still={"still" in attributes} />,
  myth: ({ title }, inside, draw) => <Myth title={title!}>{draw(inside)}</Myth>,
  teacher: (_, inside, draw) => <TeacherNote>{draw(inside)}</TeacherNote>,
  predict: (...ask) => question("predict", ...ask),
  quiz: (...ask) => question("quiz", ...ask),
};

function question(
  kind: "predict" | "quiz",
  attributes: Attributes,
  inside: readonly Node[],
  draw: Draw,
  { stepId, answers, onAnswer, count }: Place,
): ReactNode {
  const part = (name: string) =>
    findAll(inside, "x-part")
      .filter((p) => p[1].name === name)
      .map((p) => draw(p.slice(2) as Node[]));
  const id = `${stepId}.${count()}`;
  return (
    <Ask
      key={id}
      name={id}
      kind={kind}
      question={part("question")}
      options={part("option")}
      why={part("why")}
      answer={Number(attributes.answer)}
      chosenBefore={answers[id]}
      onAnswer={(chosen) => onAnswer(id, chosen, attributes)}
    />
  );
}

/** Compiled Markdown as React. Tags and attributes come from our own build, never from a reader. */
export function renderNodes(nodes: readonly Node[], around: Surroundings): ReactNode {
  let asked = 0;
  const place = { ...around, count: () => asked++ };
  const draw: Draw = (n) => n.map((child, k) => <Fragment key={k}>{one(child)}</Fragment>);
  const one = (node: Node): ReactNode => {
    if (typeof node === "string") return node;
    const [tag, attributes, ...inside] = node;
    const directive = directiveOf(tag);
    if (directive && directive !== "figure")
      return shown[directive](attributes, inside, draw, place);
    if (tag === "x-math")
      return <span className="math" dangerouslySetInnerHTML={{ __html: attributes.html! }} />;
    if (tag === "a")
      return (
        <a href={attributes.href} rel="noreferrer" {...kept(attributes)}>
          {draw(inside)}
        </a>
      );
    return createElement(tag, kept(attributes), inside.length > 0 ? draw(inside) : undefined);
  };
  return draw(nodes);
}

/** The attributes that our own pages write; Markdown's are its parser's affair. */
const kept = ({ id, lang, title, class: className }: Attributes) => ({
  id,
  lang,
  title,
  className,
});

/**
 * What a class should see of a step: its question with the paragraph that leads to it, or else its first paragraph; the list behind
 * that; the equations; and what is displayed between paragraphs, with the one that leads to it.
 */
export function projected(body: readonly Node[]): Node[] {
  const is = (n: Node | undefined, ...tags: string[]) =>
    n !== undefined && typeof n !== "string" && tags.includes(n[0]);
  const displayed = (n: Node) => is(n, "p") && (n.slice(2) as Node[]).every((x) => is(x, "x-math"));
  const how = (n: Node) => {
    const name = typeof n === "string" ? undefined : directiveOf(n[0]);
    return name && directives[name].projected;
  };
  const said = (n: Node) => is(n, "p") && !displayed(n);
  const before = (end: number) => body.findLastIndex((n, i) => i < end && said(n));
  const asked = body.findIndex((n) => how(n) === "instead");
  const lead = asked < 0 ? body.findIndex(said) : before(asked);
  const seen = new Set([lead]);
  if (lead >= 0 && is(body[lead + 1], "ul", "ol")) seen.add(lead + 1);
  for (const [i, n] of body.entries()) {
    if (how(n) === "beside") seen.add(i);
    if (displayed(n) && (asked < 0 || i < asked)) seen.add(i).add(before(i));
  }
  return [...body.filter((_, i) => seen.has(i)), ...(asked < 0 ? [] : [body[asked]!])];
}

/** What a class should see of a step without a figure: all of it, but for the notes to its teacher. */
export const spoken = (body: readonly Node[]): Node[] =>
  body.filter((n) => typeof n === "string" || directiveOf(n[0]) !== "teacher");

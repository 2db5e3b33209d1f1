import { createElement, Fragment, type ReactNode } from "react";
import { Ask } from "../ui/Ask.tsx";
import { Myth, TeacherNote } from "../ui/Aside.tsx";
import { Equation, type EquationData } from "../ui/Equation.tsx";
import { Value } from "../ui/Readouts.tsx";
import { findAll, type Node } from "./page.ts";

export interface Surroundings {
  readonly equations: Readonly<Record<string, EquationData>>;
  /** Names the questions of this step, for progress. */
  readonly stepId: string;
  readonly answers: Readonly<Record<string, number>>;
  /** `attributes` of the question: the preset that shows the answer, `then`, and whether it stands still there, `hold`. */
  onAnswer(
    question: string,
    chosen: number,
    attributes: Readonly<Partial<Record<"then" | "hold", string>>>,
  ): void;
}

/** Compiled Markdown as React. Tags and attributes come from our own build, never from a reader. */
export function renderNodes(nodes: readonly Node[], around: Surroundings): ReactNode {
  let asked = 0;
  const children = (n: readonly Node[]): ReactNode =>
    n.map((child, k) => <Fragment key={k}>{one(child)}</Fragment>);
  const one = (node: Node): ReactNode => {
    if (typeof node === "string") return node;
    const [tag, attributes, ...inside] = node;
    switch (tag) {
      case "x-math":
        return <span className="math" dangerouslySetInnerHTML={{ __html: attributes.html! }} />;
      case "x-equation":
        return <Equation data={around.equations[attributes.id!]!} />;
      case "x-val":
        return <Value of={attributes.of!} still={"still" in attributes} />;
      case "x-myth":
        return <Myth title={attributes.title ?? ""}>{children(inside)}</Myth>;
      case "x-teacher":
        return <TeacherNote>{children(inside)}</TeacherNote>;
      case "x-predict":
      case "x-quiz":
        return ask(tag === "x-predict" ? "predict" : "quiz", attributes, inside);
      case "a":
        return (
          <a href={attributes.href} rel="noreferrer">
            {children(inside)}
          </a>
        );
      default:
        return createElement(tag, {}, inside.length > 0 ? children(inside) : undefined);
    }
  };
  const ask = (
    kind: "predict" | "quiz",
    attributes: Readonly<Record<string, string>>,
    inside: Node[],
  ) => {
    const part = (name: string) =>
      findAll(inside, "x-part")
        .filter((p) => p[1].name === name)
        .map((p) => children(p.slice(2) as Node[]));
    const id = `${around.stepId}.${asked++}`;
    return (
      <Ask
        key={id}
        kind={kind}
        question={part("question")}
        options={part("option")}
        why={part("why")}
        answer={Number(attributes.answer)}
        chosenBefore={around.answers[id]}
        onAnswer={(chosen) => around.onAnswer(id, chosen, attributes)}
      />
    );
  };
  return children(nodes);
}

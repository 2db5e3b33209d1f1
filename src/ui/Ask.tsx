import { Fragment, use, useId, useState, type ReactNode } from "react";
import { HandsContext } from "./hands.ts";
import { useSay } from "./words.ts";

/**
 * A question with options: a prediction before the figure moves, or a check afterwards. The explanation comes with
 * the answer; a wrong answer may be thought over again. `onAnswer` lets the figure show what happens.
 */
export function Ask({
  name,
  kind,
  question,
  options,
  why,
  answer,
  onAnswer,
  chosenBefore,
}: {
  /** By which it is known among the questions of its chapter. */
  name: string;
  kind: "predict" | "quiz";
  question: ReactNode;
  options: readonly ReactNode[];
  why: ReactNode;
  answer: number;
  /** 0: the answer was asked for without a guess; undefined: the question is put anew. */
  onAnswer: (chosen: number | undefined) => void;
  chosenBefore?: number | undefined;
}) {
  const say = useSay();
  const id = useId();
  const [chosen, setChosen] = useState(chosenBefore);
  const [before, setBefore] = useState(chosenBefore);
  // Answered, or asked again, at another place of the page.
  if (before !== chosenBefore) {
    setBefore(chosenBefore);
    setChosen(chosenBefore);
  }
  const right = chosen === answer;
  const hands = use(HandsContext);
  const told = right || (kind === "predict" && chosen !== undefined);
  const choose = (option: number | undefined) => {
    setChosen(option);
    onAnswer(option);
  };
  return (
    <div className={`ask ${kind}`}>
      <p className="ask-kind">{say(kind)}</p>
      <div className="question" id={id}>
        {question}
      </div>
      <div className="options" role="group" aria-labelledby={id}>
        {options.map((option, k) => (
          // Options have a fixed order and no other name.
          <Fragment key={k}>
            <button
              type="button"
              aria-pressed={chosen === k + 1}
              data-verdict={
                k + 1 === answer && told ? "right" : chosen === k + 1 ? "wrong" : undefined
              }
              onClick={() => choose(k + 1)}
            >
              {option}
            </button>
            {hands && (
              <hands.Row question={name} option={k} right={told ? k + 1 === answer : undefined} />
            )}
          </Fragment>
        ))}
      </div>
      {hands && <hands.Foot question={name} options={options.length} told={told} />}
      {kind === "predict" && chosen === undefined && (
        <button type="button" className="quiet" onClick={() => choose(0)}>
          {say("ask.tell")}
        </button>
      )}
      <div className="why" role="status">
        {chosen !== undefined && (
          <>
            {chosen > 0 && (
              <p>
                <strong>{say(right ? "right" : "wrong")}</strong>{" "}
                {!right && kind === "quiz" && say("again")}
              </p>
            )}
            {told && why}
          </>
        )}
      </div>
      {kind === "predict" && chosen !== undefined && (
        <button type="button" className="quiet" onClick={() => choose(undefined)}>
          {say("ask.again")}
        </button>
      )}
    </div>
  );
}

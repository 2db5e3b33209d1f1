import { useId, useState, type ReactNode } from "react";
import { useSay } from "./words.ts";

/**
 * A question with options: a prediction before the figure moves, or a check afterwards. The explanation comes with
 * the answer; a wrong answer may be thought over again. `onAnswer` lets the figure show what happens.
 */
export function Ask({
  kind,
  question,
  options,
  why,
  answer,
  onAnswer,
  chosenBefore,
}: {
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
  const [told, setTold] = useState(chosenBefore);
  // Answered, or asked again, at another place of the page.
  if (told !== chosenBefore) {
    setTold(chosenBefore);
    setChosen(chosenBefore);
  }
  const right = chosen === answer;
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
          <button
            // Options have a fixed order and no other name.
            key={k}
            type="button"
            aria-pressed={chosen === k + 1}
            data-verdict={
              chosen === undefined
                ? undefined
                : k + 1 === answer && (right || kind === "predict")
                  ? "right"
                  : chosen === k + 1
                    ? "wrong"
                    : undefined
            }
            onClick={() => choose(k + 1)}
          >
            {option}
          </button>
        ))}
      </div>
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
            {(right || kind === "predict") && why}
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

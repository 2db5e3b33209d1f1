import { useEffect, useId, useRef, useState } from "react";
import { still } from "../../../kit/still.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure, type State } from "../../../ui/live.ts";
import { writtenOf, type Run } from "../compute.ts";
import { examples, languageOf, type ExampleName } from "../examples.ts";
import { DRAWN, isOwn, sizesOf } from "../models.ts";
import type { Setting } from "../params.ts";
import { MOST, tidied } from "../../../kit/params/longText.ts";
import type { PromptParam } from "../promptParam.ts";

/** Milliseconds between two characters that are written while one looks on. */
const PACE = 90;

/** The text the model reads, examples of it, and what to do with what the model writes. */
export default function Prompt({ name, param }: { name: string; param: PromptParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const values = () => session.store.getState().values as unknown as Setting;
  const value = () => values().text;
  const known = useRef(value());
  const [note, setNote] = useState("");
  const field = useBound<HTMLTextAreaElement>(session, (el) => {
    const now = value();
    if (now === known.current) return; // what is typed stays as long as nothing else changes it
    known.current = el.value = now;
  });
  const take = (text: string, more: Partial<Setting> = {}) => {
    session.set({ [name]: text, ...more });
    session.seek(Infinity);
  };
  const type = (typed: string) => {
    const text = tidied(typed);
    setNote(
      typed.length > MOST
        ? say("tooLong")
        : text.length > DRAWN && !isOwn(values().model)
          ? say("longHint")
          : "",
    );
    known.current = text;
    session.set({ [name]: text });
    session.seek(Infinity);
  };
  const choose = (example: ExampleName) => {
    const { text, language } = examples[example];
    const { model: now } = values();
    const model = isOwn(now)
      ? now
      : language === languageOf(values().model)
        ? values().model
        : language === "zh"
          ? "chinese"
          : "tiny";
    setNote("");
    take(text, { model });
  };
  return (
    <div className="control prompt" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <textarea
        ref={field}
        id={id}
        rows={3}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        defaultValue={value()}
        aria-describedby={`${id}h`}
        onInput={(e) => type(e.currentTarget.value)}
      />
      <p className="hint" id={`${id}h`} role={note ? "status" : undefined}>
        {note || say("promptHint")}
      </p>
      <div className="prompt-tools" role="group" aria-label={say("examples")}>
        {Object.keys(param.options ?? {}).map((key) => (
          <button key={key} type="button" onClick={() => choose(key as ExampleName)}>
            {words(`params.${name}.${key}`)}
          </button>
        ))}
      </div>
      <Writing keep={(text) => take(text, { write: 0 })} />
    </div>
  );
}

/** Goes on with what is written behind the text: one after the other, one, one back; or takes it into the text. */
function Writing({ keep }: { keep: (text: string) => void }) {
  const { session, words } = useFigure();
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const [running, setRunning] = useState(false);
  const written = ({ result, values }: State) =>
    writtenOf(result as Run, values as unknown as Setting);
  const now = () => written(session.store.getState());
  const move = (by: number) => {
    const { write, model } = session.store.getState().values as unknown as Setting;
    const { written: most } = sizesOf(model);
    const count = Math.max(0, Math.min(most, Math.min(most, write) + by));
    session.set({ write: count });
    session.seek(Infinity);
    return count < most;
  };
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      if (!latest.current(1)) setRunning(false);
    }, PACE);
    return () => clearInterval(timer);
  }, [running]);
  const status = useBound<HTMLParagraphElement>(session, (el, state) => {
    if (running) return; // it is read out when it rests
    const text = written(state);
    const told = text === "" ? "" : `${say("said")} ${text}`;
    if (el.textContent !== told) el.textContent = told;
  });
  return (
    <div className="prompt-tools">
      <button
        type="button"
        onClick={() => {
          if (running || still()) {
            if (!running) move(Infinity);
            return setRunning(false);
          }
          return setRunning(true);
        }}
      >
        {say(running ? "pause" : "writeOn")}
      </button>
      <button type="button" onClick={() => move(1)}>
        {say("one")}
      </button>
      <button type="button" onClick={() => move(-1)}>
        {say("back")}
      </button>
      <button
        type="button"
        onClick={() => keep((session.store.getState().values as unknown as Setting).text + now())}
      >
        {say("keep")}
      </button>
      <p ref={status} className="unseen" role="status" />
    </div>
  );
}

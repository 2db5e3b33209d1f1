import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { entriesOf, type Course } from "../../chapters/course.ts";
import { forgetKept } from "../../tasks/kept.ts";
import { fill, useSay } from "../../ui/words.ts";
import { save } from "../../ui/share/names.ts";
import type { DialogProps } from "../LateDialog.tsx";
import { none, preferences, type Preferences } from "../storage.ts";
import { merged, progressFile, readProgress, type ByChapter } from "./file.ts";

/** How far the reader is in each chapter, to keep as a file, to bring back from one, or to forget. */
export function ProgressDialog({ course, sentences, close }: DialogProps) {
  const ui = useSay();
  const say = (key: string, more?: Record<string, string | number>) =>
    fill(sentences[`progress.${key}`] ?? key, more);
  const ref = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { progress } = useStore(preferences);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState("");
  const [forgotten, setForgotten] = useState<Preferences>();
  useEffect(() => ref.current!.showModal(), []);

  const tell = (done: string, wrong = "") => {
    setNote(done);
    setProblem(wrong);
  };
  const bringIn = async (file: File) => {
    const found = readProgress(await file.text().catch(() => ""));
    if (typeof found === "string") return tell("", say(`file.${found}`, { name: file.name }));
    preferences.setState({ progress: merged(preferences.getState().progress, found) });
    tell(say("added", { n: Object.keys(found).length }));
  };
  const forget = () => {
    setForgotten(preferences.getState());
    preferences.setState(none, true);
    void forgetKept();
    tell(say("forgotten"));
  };
  const back = () => {
    preferences.setState(forgotten!);
    setForgotten(undefined);
    tell(say("back"));
  };
  const keep = () => {
    const name = `hidden-state-progress-${new Date().toISOString().slice(0, 10)}.json`;
    save(name, progressFile(preferences.getState().progress), "application/json");
    tell(say("saved", { name }));
  };
  return (
    <dialog ref={ref} className="share progress" aria-labelledby="progress-title" onClose={close}>
      <div className="share-head">
        <h2 id="progress-title">{say("title")}</h2>
        <button type="button" onClick={() => ref.current!.close()}>
          {ui("close")}
        </button>
      </div>
      <p className="hint">{say("where")}</p>
      <Chapters course={course} progress={progress} say={say} />
      <div className="tools">
        <button type="button" className="go" onClick={keep}>
          {say("save")}
        </button>
        <button type="button" onClick={() => input.current!.click()}>
          {say("open")}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={say("open")}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = "";
            if (file) void bringIn(file);
          }}
        />
        {forgotten ? (
          <button type="button" onClick={back}>
            {say("undo")}
          </button>
        ) : (
          <button type="button" onClick={forget}>
            {say("forget")}
          </button>
        )}
      </div>
      <p role="status">{note}</p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </dialog>
  );
}

/** The chapters that were begun. */
function Chapters({
  course,
  progress,
  say,
}: {
  course: Course;
  progress: ByChapter;
  say: (key: string, more?: Record<string, string | number>) => string;
}) {
  const begun = entriesOf(course).filter(({ slug }) => (progress[slug]?.done.length ?? 0) > 0);
  if (begun.length === 0) return <p>{say("none")}</p>;
  return (
    <ul className="progress-list">
      {begun.map(({ slug, title, lang }) => {
        const { done, answers } = progress[slug]!;
        return (
          <li key={slug}>
            <span lang={lang}>{title}</span>{" "}
            <span className="soft">
              {say("chapter", { steps: done.length, answers: Object.keys(answers).length })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

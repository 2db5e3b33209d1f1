import { useId, useRef, useState } from "react";
import { encodingOf } from "../../../intake/encoding.ts";
import { MOST, tidied } from "../../../kit/params/longText.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import type { OwnParam } from "../ownParam.ts";
import type { Phrase } from "../phrases.ts";

/** Bytes of the largest file that is opened. */
const LARGEST = 20e6;

/** What a file holds as text, or why it is none. */
async function textIn(file: File): Promise<{ text: string } | { problem: Phrase }> {
  if (file.size > LARGEST) return { problem: "tooBig" };
  if (file.size === 0) return { problem: "blank" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const encoding = encodingOf(bytes);
    if (encoding === undefined) return { problem: "binary" };
    return { text: new TextDecoder(encoding).decode(bytes) };
  } catch {
    return { problem: "unreadable" };
  }
}

/** A text of the reader's own: typed, pasted, or a file opened or dropped. */
export default function OwnText({ name, param }: { name: string; param: OwnParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const say = (phrase: Phrase) => words(`phrases.${phrase}`);
  const value = () => session.store.getState().values[name] as string;
  const known = useRef(value());
  const [told, setTold] = useState<{ note?: Phrase; problem?: Phrase }>({});
  const field = useBound<HTMLTextAreaElement>(session, (el) => {
    const now = value();
    if (now === known.current) return; // what is typed stays as long as nothing else changes it
    known.current = el.value = now;
  });
  /** What is typed stands in the field already; what comes from a file is put there. */
  const take = (typed: string, there: boolean) => {
    const text = tidied(typed);
    const note = typed.length > MOST ? "tooLong" : text.trim() === "" ? "emptied" : undefined;
    setTold(note ? { note } : {});
    if (there) known.current = text;
    session.set({ [name]: text });
    session.seek(0);
  };
  const open = async (file: File) => {
    const found = await textIn(file);
    if ("problem" in found) return setTold(found);
    return take(found.text, false);
  };
  return (
    <div
      className="control own-text"
      data-control={name}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        const file = e.dataTransfer.files[0];
        if (!file) return;
        e.preventDefault();
        void open(file);
      }}
    >
      <ParamLabel name={name} param={param} htmlFor={id} />
      <textarea
        ref={field}
        id={id}
        rows={4}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        defaultValue={value()}
        aria-describedby={`${id}h`}
        onInput={(e) => take(e.currentTarget.value, true)}
      />
      <div className="own-sources">
        <label className="button file">
          {say("openFile")}
          <input
            type="file"
            className="unseen"
            accept=".txt,.md,.csv,text/*"
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (file) void open(file);
              e.target.value = "";
            }}
          />
        </label>
        <span className="hint">{say("dropHere")}</span>
      </div>
      <p className="hint" id={`${id}h`} role={told.note ? "status" : undefined}>
        {say(told.note ?? "ownHint")}
      </p>
      {told.problem && (
        <p className="problem" role="alert">
          {say(told.problem)}
        </p>
      )}
    </div>
  );
}

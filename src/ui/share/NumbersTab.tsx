import { useState } from "react";
import { useFigure } from "../live.ts";
import { useSay } from "../words.ts";
import { fileName, save } from "./names.ts";
import { csvOf } from "./csv.ts";

/** The figure's numbers, step by step, and the files that it makes itself. */
export function NumbersTab() {
  const { session, words } = useFigure();
  const say = useSay();
  const [note, setNote] = useState("");
  const n = session.length();
  const files = session.figure.files ?? {};
  const take = (name: string, text: string, type: string) => {
    save(name, text, type);
    setNote(say("share.saved", { name }));
  };
  const made = async (name: string, writer: (typeof files)[string]) => {
    try {
      const file = await writer();
      const { values, result } = session.store.getState();
      take(name, file.write(values, result), "text/plain");
    } catch {
      setNote(say("failed"));
    }
  };
  return (
    <div className="share-form">
      <p>{say(n > 1 ? "share.numbers.hint" : "share.numbers.one", { n })}</p>
      <div className="tools">
        <button
          type="button"
          className="go"
          onClick={() =>
            take(fileName(session, say("lang"), "csv"), csvOf(session, words), "text/csv")
          }
        >
          {say("share.numbers.save")}
        </button>
        {Object.entries(files).map(([name, writer]) => (
          <button key={name} type="button" onClick={() => void made(name, writer)}>
            ↓ {name}
          </button>
        ))}
      </div>
      <p role="status">{note}</p>
    </div>
  );
}

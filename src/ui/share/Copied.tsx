import { useState } from "react";
import { useSay } from "../words.ts";

/** A text to take along: shown whole, with a button that copies it. */
export function Copied({ text, label, rows = 3 }: { text: string; label: string; rows?: number }) {
  const say = useSay();
  const [note, setNote] = useState("");
  return (
    <>
      <label className="share-wide">
        {label}
        <textarea readOnly rows={rows} value={text} onFocus={(e) => e.currentTarget.select()} />
      </label>
      <button
        type="button"
        className="go"
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setNote(say("copied")),
            () => setNote(say("share.copy.failed")),
          )
        }
      >
        {say("copy")}
      </button>
      <p role="status">{note}</p>
    </>
  );
}

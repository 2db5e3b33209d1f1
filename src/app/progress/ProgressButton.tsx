import { useState } from "react";
import { loadLate } from "../../ui/lateWords.ts";
import { useSay, type UiWords } from "../../ui/words.ts";
import type { PageData } from "../routes.ts";

type Dialog = typeof import("./ProgressDialog.tsx").ProgressDialog;

/** Opens what can be done with one's progress; its code and its words come with the first wish. */
export function ProgressButton({ data }: { data: PageData }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [loaded, setLoaded] = useState<{ Dialog: Dialog; sentences: UiWords }>();
  const begin = async () => {
    try {
      const [{ ProgressDialog }, sentences] = await Promise.all([
        import("./ProgressDialog.tsx"),
        loadLate("progress", say("lang")),
      ]);
      setLoaded({ Dialog: ProgressDialog, sentences });
      setOpen(true);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="quiet" aria-haspopup="dialog" onClick={() => void begin()}>
        {say("progress.own")}
      </button>
      {failed && <span role="alert">{say("failed")}</span>}
      {open && loaded && (
        <loaded.Dialog
          course={data.course}
          sentences={loaded.sentences}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
